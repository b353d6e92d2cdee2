import { joinerOf, withPeopleChanged } from '../change-people.ts'
import type { AskedChange, JobChanges, Renewal } from '../changes.ts'
import type { ChangeEvent } from '../events/changes.ts'
import type { JobRecord, RecordedJob } from '../job.ts'
import { restsWithout } from './rests.ts'
import { endSpan } from './end-span.ts'

type EventOf<T extends ChangeEvent['type']> = Extract<ChangeEvent, { type: T }>

/** Folds a change into a job that has been submitted. */
export const evolveChange = (job: RecordedJob, event: Exclude<ChangeEvent, EventOf<'DraftPrepared'>>): RecordedJob => {
  const { record } = job
  const keep = (change: Partial<JobChanges>): RecordedJob => ({
    ...job,
    record: { ...record, changes: { ...record.changes, ...change } },
  })
  switch (event.type) {
    case 'PeopleChangeAsked':
      return keep({ people: [...record.changes.people, asked(event)] })
    case 'PeopleChangeDenied':
      return keep({ people: answered(record.changes.people, event, false) })
    case 'PeopleChanged':
      return { ...job, record: withRestsOf(peopleChanged(job, event), event) }
    case 'ConditionsChanged':
      return conditionsChanged(job, event)
    case 'EndingAsked':
      return keep({
        endings: [
          ...record.changes.endings,
          { ending: event.ending, reason: event.reason, by: event.by, at: event.occurredAt, answer: null },
        ],
      })
    case 'EndingDenied':
      return keep({ endings: withAnswer(record.changes, event, false) })
    case 'JobCancelled':
      return job.status === 'closed' ? job : ended(job, event, 'cancelled')
    case 'JobVoided':
      return ended(job, event, 'voided')
    case 'JobReissued':
      return reissued(job, event)
  }
}

const withRestsOf = (record: JobRecord, event: EventOf<'PeopleChanged'>): JobRecord => ({
  ...record,
  rests: restsWithout(record, event),
})

const asked = ({ id, change, reason, by, occurredAt }: EventOf<'PeopleChangeAsked'>): AskedChange => ({
  id,
  change,
  reason,
  by,
  at: occurredAt,
  answer: null,
})

const answered = (
  changes: readonly AskedChange[],
  { id, by, occurredAt }: EventOf<'PeopleChanged' | 'PeopleChangeDenied'>,
  isAgreed: boolean,
): readonly AskedChange[] =>
  changes.map((one) => (one.id === id ? { ...one, answer: { isAgreed, by, at: occurredAt } } : one))

/** Approvals that were given over other names fall with them; after approval the rulebook says who has to agree. */
const peopleChanged = ({ status, record }: RecordedJob, event: EventOf<'PeopleChanged'>): JobRecord => {
  const { change, id, reason, by, occurredAt } = event
  const known = record.changes.people.some((one) => one.id === id)
    ? record.changes.people
    : [...record.changes.people, { id, change, reason, by, at: occurredAt, answer: null }]
  const joiner = joinerOf(change)
  const { briefing } = record
  return {
    ...record,
    application: withPeopleChanged(record.application, change),
    ...(status === 'submitted' ? { approvals: [], reopenedAt: [...record.reopenedAt, occurredAt] } : {}),
    briefing: briefing && joiner ? { ...briefing, signedAt: withoutKey(briefing.signedAt, joiner) } : briefing,
    changes: {
      ...record.changes,
      people: answered(known, event, true),
      joinedAt: joiner ? { ...record.changes.joinedAt, [joiner]: occurredAt } : record.changes.joinedAt,
    },
  }
}

/** What was worked out over other conditions is worked out anew; work that was on stays suspended with its papers open. */
const conditionsChanged = (job: RecordedJob, { renews, occurredAt }: EventOf<'ConditionsChanged'>): RecordedJob => {
  const { record } = job
  const after = {
    ...record,
    ...renewed(record, renews),
    ...(renews.approvals ? { addedSigners: [], reopenedAt: [...record.reopenedAt, occurredAt] } : {}),
    changes: { ...record.changes, reopened: { at: occurredAt, settledAt: null } },
  }
  return job.status === 'approved' && renews.approvals
    ? { status: 'submitted', record: after }
    : { ...job, record: after }
}

const renewed = (
  { preparations, measures, briefing, approvals }: JobRecord,
  renews: Renewal,
): Pick<JobRecord, 'preparations' | 'measures' | 'briefing' | 'approvals'> => ({
  preparations: renews.preparations.reduce((left, key) => withoutKey(left, key), preparations),
  measures: renews.measures ? {} : measures,
  briefing: renews.briefing ? null : briefing,
  approvals: renews.approvals ? [] : approvals,
})

const ended = (
  { record }: RecordedJob,
  event: EventOf<'JobCancelled' | 'JobVoided'>,
  ending: 'cancelled' | 'voided',
): RecordedJob => ({
  status: 'cancelled',
  record: {
    ...endSpan(record, event.occurredAt),
    changes: { ...record.changes, endings: withAnswer(record.changes, event, true) },
  },
  cancelledAt: event.occurredAt,
  ending,
})

const withAnswer = (
  { endings }: JobChanges,
  { by, occurredAt }: EventOf<'JobCancelled' | 'JobVoided' | 'EndingDenied'>,
  isAgreed: boolean,
): JobChanges['endings'] =>
  endings.map((one) => (one.answer === null ? { ...one, answer: { isAgreed, by, at: occurredAt } } : one))

/** Work that has begun is still counted out, cleared and accepted under its old permit; what never began is over. */
const reissued = (job: RecordedJob, { occurredAt, successor }: EventOf<'JobReissued'>): RecordedJob => {
  if (job.status === 'closed' || job.status === 'cancelled' || job.status === 'finished') return job
  const record = {
    ...endSpan(job.record, occurredAt),
    changes: { ...job.record.changes, reissuedAs: successor },
  }
  return record.work.length > 0
    ? { status: 'finished', record, finishedAt: occurredAt }
    : { status: 'cancelled', record, cancelledAt: occurredAt, ending: 'reissued' }
}

const withoutKey = <T>(from: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key))
