import { refuse, type Decision } from '../decision.ts'
import { ground } from '../ground.ts'
import { isReopened } from '../open-papers.ts'
import type { Job, JobStatus, RecordedJob } from '../job.ts'

type InState<S extends JobStatus> = Extract<Job, { status: S }>

/** Runs `then` when the job is in one of the states, and otherwise says which state would be needed. */
export const needsState = <S extends RecordedJob['status']>(
  job: Job,
  needed: readonly S[],
  then: (job: InState<S>) => Decision,
): Decision => {
  const isNeeded = (one: Job): one is InState<S> => (needed as readonly JobStatus[]).includes(one.status)
  if (isNeeded(job)) return then(job)
  return refuse([ground({ code: 'job-in-wrong-state', params: { status: job.status, needed } }, { source: 'product' })])
}

/** Papers are written and approved before the work, and again when a change of conditions has opened them. */
export const needsOpenPapers = (job: Job, then: (job: RecordedJob) => Decision): Decision =>
  'record' in job && isReopened(job) ? then(job) : needsState(job, ['submitted'], then)
