import type { Agreement } from '../rulebook/changes.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addMinutes, type EpochMs } from '../time/epoch.ts'
import type { AskedChange } from './changes.ts'
import type { RecordedJob } from './job.ts'
import type { Obligation } from './obligations.ts'

/** Whoever asks for a change has a right to an answer in time. */
export const changeDuties = (job: RecordedJob, { changes: rules }: Rulebook): readonly Obligation[] => {
  if (!rules) return []
  const { people, endings } = job.record.changes
  const overAt = job.status === 'cancelled' ? job.cancelledAt : job.status === 'closed' ? job.closedAt : null
  return [
    ...people.flatMap(({ id, change, at, answer }) => {
      const agreedBy = rules.people.find(({ role }) => role === change.role)?.agreedBy
      return agreedBy ? [answerDuty(`agree.people.${id}`, agreedBy, at, answer, overAt)] : []
    }),
    ...endings.flatMap(({ ending, at, answer }, i) => {
      const { agreedBy } = rules[ending]
      // A closed job can still be declared void, so only an answer ends this one.
      return agreedBy ? [answerDuty(`agree.${ending}.${i}`, agreedBy, at, answer, null)] : []
    }),
  ]
}

const answerDuty = (
  key: string,
  { authority, of, withinMinutes }: Agreement,
  askedAt: EpochMs,
  answer: AskedChange['answer'],
  overAt: EpochMs | null,
): Obligation => ({
  key,
  kind: 'agree',
  assignee: { authority, of },
  opensAt: askedAt,
  dueAt: addMinutes(askedAt, withinMinutes),
  lateAt: addMinutes(askedAt, withinMinutes),
  met: answer ? { at: answer.at, by: answer.by } : null,
  lapsedAt: answer ? null : overAt,
})
