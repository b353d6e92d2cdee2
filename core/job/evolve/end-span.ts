import type { EpochMs } from '../../time/epoch.ts'
import type { JobRecord } from '../job.ts'

/** The span of work that is going on ends here; a stop told late never makes it shorter than nothing. */
export const endSpan = (record: JobRecord, to: EpochMs): JobRecord => {
  const span = record.work.at(-1)
  if (!span || span.to !== null) return record
  return { ...record, work: [...record.work.slice(0, -1), { from: span.from, to: to > span.from ? to : span.from }] }
}
