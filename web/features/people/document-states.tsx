import type { DocumentState } from '#core/people/document-state.ts'
import type { SafetyState } from '../../ui/safety/safety-shape.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

/** The worst first, as somebody has to look at it first. */
export const documentSigns: Readonly<Record<DocumentState, SafetyState>> = {
  'not-accepted': 'stopped',
  lapsed: 'stopped',
  unknown: 'due',
  unconfirmed: 'must',
  'due-soon': 'due',
  valid: 'met',
}
const order = Object.keys(documentSigns) as readonly DocumentState[]

/** How many documents stand how. */
export const DocumentStates = ({ counts }: { counts: { readonly [S in DocumentState]?: number | undefined } }) => {
  const words = usePeopleWords()
  return (
    <span className={css.pills}>
      {order.map((state) => {
        const count = counts[state] ?? 0
        return (
          count > 0 && (
            <StatusPill key={state} state={documentSigns[state]}>{`${words.state[state]} ${count}`}</StatusPill>
          )
        )
      })}
    </span>
  )
}
