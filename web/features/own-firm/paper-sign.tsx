import type { PaperDue } from '#core/people/paper-due.ts'
import { useWords } from '../../session/language.tsx'
import type { SafetyState } from '../../ui/safety/safety-shape.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'

const signs: { readonly [S in PaperDue['state']]: SafetyState } = {
  lapsed: 'stopped',
  'not-accepted': 'stopped',
  'due-soon': 'due',
  unknown: 'due',
  unconfirmed: 'must',
}

export const PaperSign = ({ due }: { due: PaperDue | null }) => {
  const { ownFirm: words } = useWords()
  return (
    <StatusPill state={due === null ? 'met' : signs[due.state]}>
      {due === null ? words.papers.valid : words.state[due.state]}
    </StatusPill>
  )
}
