import { SafetyShape, type SafetyState } from '../safety/safety-shape.tsx'
import css from './status-pill.module.css'

/** A state in one small capsule: sign and word, never colour alone. For dense places: lists, cards, tables. */
export const StatusPill = ({ state, children }: { state: SafetyState; children: string }) => (
  <span className={css.pill} data-state={state}>
    <SafetyShape state={state} size={16} />
    {children}
  </span>
)

/** A word that is no safety state: the level of a permit, a count, "新". Outline only. */
export const Mark = ({ children }: { children: string }) => <span className={css.mark}>{children}</span>
