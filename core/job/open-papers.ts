import type { EpochMs } from '../time/epoch.ts'
import type { JobRecord, RecordedJob } from './job.ts'

/** Conditions changed (4.17): what was worked out on paper is worked out, told and approved anew. */
export const isReopened = ({ status, record: { changes } }: RecordedJob): boolean =>
  (status === 'approved' || status === 'suspended') && changes.reopened !== null && changes.reopened.settledAt === null

/** Whether papers are written and approved now: before the work, or because conditions changed. */
export const arePapersOpen = (job: RecordedJob): boolean => job.status === 'submitted' || isReopened(job)

/** The papers are closed again once all is approved or work goes on. */
export const withPapersSettled = (record: JobRecord, at: EpochMs): JobRecord => {
  const { reopened } = record.changes
  return reopened === null || reopened.settledAt !== null
    ? record
    : { ...record, changes: { ...record.changes, reopened: { ...reopened, settledAt: at } } }
}
