import type { MyDuty } from '#contract/me.ts'
import { useWords } from '../language.tsx'
import { dutyPath } from './duty-path.ts'

/** A signature or a debt may be taken over when it is late; whatever else comes up is urged and stays with its owner. */
export const isUrgedOnly = ({ because, action }: Pick<MyDuty, 'because' | 'action'>): boolean =>
  because?.kind === 'escalated' && action !== 'approve' && action !== 'settle-debt'

/** Where the reader goes for it: to do it, or to see how the job stands before calling whoever must. */
export const owedPath = (owed: Pick<MyDuty, 'because' | 'action' | 'job'>): string =>
  isUrgedOnly(owed) ? `/jobs/${owed.job.id}` : dutyPath(owed.job.id, owed.action)

/** Says why a duty is the reader's although it was not theirs to begin with. */
export const useBecause = (): ((owed: Pick<MyDuty, 'because' | 'action'>) => string | null) => {
  const { approving, board } = useWords()
  return ({ because, action }) => {
    if (because === null) return null
    if (because.kind === 'stands-in') return approving.because.standsIn(because.name)
    if (!isUrgedOnly({ because, action })) return approving.because.escalated
    const { owner } = because
    return approving.because.lateWith(
      'name' in owner ? owner.name : (board.authority[owner.authority] ?? owner.authority),
    )
  }
}
