import { addMinutes, latest } from '../time/epoch.ts'
import type { RecordedJob } from './job.ts'
import type { Obligation } from './obligations.ts'

/** No standard says how long before the end; half an hour to count out and clear up is the product's own. */
const minutesBefore = 30

/** Work that has begun ends by the end of its permit: past it nothing permits it, whether somebody notices or not (4.16). */
export const endOfWindow = (job: RecordedJob): readonly Obligation[] => {
  const { work, application } = job.record
  const [first] = work
  if (!first) return []
  const { leader, window } = application
  const isOver = job.status === 'finished' || job.status === 'closed'
  const end = work.at(-1)?.to ?? window.to
  return [
    {
      key: 'end-work',
      kind: 'end-work',
      assignee: { person: leader },
      opensAt: latest(first.from, addMinutes(window.to, -minutesBefore)),
      dueAt: window.to,
      lateAt: window.to,
      met: isOver ? { at: end, by: leader } : null,
      lapsedAt: job.status === 'cancelled' ? job.cancelledAt : null,
    },
  ]
}
