import type { MyDuties, MyDuty } from '#contract/me.ts'
import type { JobPage } from '#contract/job-views.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'

export type OwedStep = JobPage['nextSteps'][number] & {
  readonly because: MyDuty['because']
  readonly note: string | undefined
  /** Whether the reader may sign it, or only urge whoever must. */
  readonly maySign: boolean
}

/** The open signatures that the reader owes, and by which right; whether it is theirs was decided by core. */
export const owedHere = (
  { id, page, job, say }: Pick<OpenedJob, 'id' | 'page' | 'job' | 'say'>,
  mine: MyDuties | undefined,
): readonly OwedStep[] =>
  page.nextSteps.flatMap((seat) => {
    const key = ['approve', seat.permit, seat.step, ...(seat.addedSigner === null ? [] : [seat.addedSigner])].join('.')
    const owed = mine?.duties.find(({ duty, job: of }) => of.id === id && duty.key === key)
    if (!owed) return []
    const operation = job.record.permits.find((permit) => permit.id === seat.permit)?.operation
    const step = operation && say.rulebook.operations[operation]?.approvals.find((row) => row.id === seat.step)
    const maySign = owed.because?.kind !== 'escalated' || (step && step.escalateTo?.maySign) === true
    return [{ ...seat, because: owed.because, note: owed.duty.note, maySign }]
  })
