import type { ReactNode } from 'react'
import { SafetyShape } from './safety/safety-shape.tsx'
import css from './empty-state.module.css'

/** An empty place says what would be here and how it gets here; `action` starts that. */
export const EmptyState = ({ title, how, action }: { title: string; how: string; action?: ReactNode }) => (
  <div className={css.empty}>
    <SafetyShape state="not-open" size={40} />
    <p className={css.title}>{title}</p>
    <p className={css.how}>{how}</p>
    {action}
  </div>
)
