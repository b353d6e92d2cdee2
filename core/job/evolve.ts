import type { JobId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'
import { noChanges } from './changes.ts'
import type { JobEvent } from './events.ts'
import { evolveApproving } from './evolve/approving.ts'
import { evolveChange } from './evolve/changes.ts'
import { withCited } from './evolve/cited.ts'
import { endSpan } from './evolve/end-span.ts'
import { restsAfter } from './evolve/rests.ts'
import { withPapersSettled } from './open-papers.ts'
import { afterContingency, debtsAfterTest } from './evolve/contingency.ts'
import { noJob, type ConfirmedMeasure, type Job, type JobRecord, type RecordedJob, type Stop } from './job.ts'

/**
 * Folds one event into the job. Total: an event that does not fit the state leaves it as it is, because history is a
 * fact and a reader must survive it; what may happen is the business of `decide`.
 */
export const evolve = (job: Job, event: JobEvent, id: JobId): Job => withCited(fold(job, event, id), event)

const fold = (job: Job, event: JobEvent, id: JobId): Job => {
  switch (event.type) {
    case 'CommandRefused':
      return event.command === 'SubmitJob' && event.application && !isRecorded(job)
        ? {
            status: 'drafted',
            application: event.application,
            refusedAt: event.occurredAt,
            stop: job.stop,
            reissueOf: reissueOf(job),
          }
        : job
    case 'DraftPrepared':
      return job.status === 'none'
        ? {
            status: 'drafted',
            application: event.application,
            refusedAt: event.occurredAt,
            stop: job.stop,
            reissueOf: event.reissueOf,
          }
        : job
    case 'JobSubmitted':
      return submitted(job, event, id)
    case 'PaperTicketEntered':
      return job.status === 'none' ? enteredFromPaper(job, event, id) : job
    case 'WorkStopped':
      return stopped(job, { reason: event.reason, note: event.note, by: event.by, occurredAt: event.occurredAt })
    default:
      return isRecorded(job) ? evolveRecorded(job, event) : job
  }
}

export const replay = (events: readonly JobEvent[], id: JobId): Job =>
  events.reduce((job, event) => evolve(job, event, id), noJob)

export const isRecorded = (job: Job): job is RecordedJob => 'record' in job

type EventOf<T extends JobEvent['type']> = Extract<JobEvent, { type: T }>
type LaterEvent = Exclude<
  JobEvent,
  EventOf<'CommandRefused' | 'JobSubmitted' | 'WorkStopped' | 'DraftPrepared' | 'PaperTicketEntered'>
>

/** A returned job is submitted again under the same identity: its approvals start anew, a stop that stands keeps standing. */
const submitted = (
  job: Job,
  { application, permits, rulebook, occurredAt }: EventOf<'JobSubmitted'>,
  id: JobId,
): Job => ({
  status: 'submitted',
  record: {
    id,
    rulebook,
    application,
    submittedAt: occurredAt,
    permits,
    preparations: {},
    measures: {},
    briefing: null,
    approvals: [],
    addedSigners: [],
    returned: null,
    reopenedAt: [],
    gasTests: [],
    ventilation: null,
    checks: {},
    duty: [],
    snapshots: [],
    recordings: [],
    rests: [],
    passages: [],
    residuePictures: [],
    residueRecorded: null,
    fireWatchRounds: [],
    work: [],
    acceptances: {},
    stop: isRecorded(job) ? job.record.stop : job.stop,
    evacuatedAt: isRecorded(job) ? job.record.evacuatedAt : evacuatedBy(job.stop),
    changes: { ...noChanges, reissueOf: reissueOf(job) },
    cited: isRecorded(job) ? job.record.cited : {},
    contingencies: [],
    debts: isRecorded(job) ? job.record.debts : [],
  },
})

const evacuatedBy = (stop: Stop | null): EpochMs | null => (stop?.reason === 'evacuation' ? stop.occurredAt : null)

/** A stop of another kind that follows does not undo that the place was cleared. */
const withStop = (record: JobRecord, stop: Stop): JobRecord => ({
  ...record,
  stop,
  evacuatedAt: evacuatedBy(stop) ?? record.evacuatedAt,
})

const reissueOf = (job: Job): JobId | null => {
  if (isRecorded(job)) return job.record.changes.reissueOf
  return job.status === 'drafted' ? job.reissueOf : null
}

/** Closed from the beginning: the work is over, and the check that it is owed is all that is open. */
const enteredFromPaper = (
  job: Job,
  { application, permits, rulebook, occurredAt, by, ticket }: EventOf<'PaperTicketEntered'>,
  id: JobId,
): Job => {
  const entered = submitted(job, { type: 'JobSubmitted', application, permits, rulebook, occurredAt, by }, id)
  if (!isRecorded(entered)) return job
  const { window } = application
  const debts = [{ key: 'paper-ticket', kind: 'paper-ticket', ticket, at: occurredAt, by, settled: null } as const]
  return { status: 'closed', record: { ...entered.record, work: [window], debts }, closedAt: window.to }
}

/** A stop counts in every state. Before a start it stands in the start's way; after the end there is nothing to stop. */
const stopped = (job: Job, stop: Stop): Job => {
  switch (job.status) {
    case 'none':
    case 'drafted':
      return { ...job, stop }
    case 'submitted':
    case 'approved':
      return { ...job, record: withStop(job.record, stop) }
    case 'active':
    case 'suspended':
      return { status: 'suspended', record: withStop(endSpan(job.record, stop.occurredAt), stop), stop }
    case 'finished':
    case 'closed':
    case 'cancelled':
      return job
  }
}

const evolveRecorded = (job: RecordedJob, event: LaterEvent): Job => {
  const { record } = job
  const done = { by: event.by, occurredAt: event.occurredAt }
  const keep = (change: Partial<JobRecord>): Job => ({ ...job, record: { ...record, ...change } })
  switch (event.type) {
    case 'PreparationRecorded': {
      const key = `${event.operation}.${event.preparation}`
      const written = { content: event.content, by: event.by, at: event.occurredAt }
      return keep({
        preparations: { ...record.preparations, [key]: written },
        ...signaturesAfter(record, record.preparations[key]?.content, event.content),
      })
    }
    case 'MeasureConfirmed': {
      const { operation, measure, isInvolved, detail, by, occurredAt } = event
      const key = `${operation}.${measure}`
      const before = record.measures[key]
      return keep({
        measures: { ...record.measures, [key]: { operation, measure, isInvolved, detail, by, occurredAt } },
        ...signaturesAfter(record, before && wordsOf(before), wordsOf({ isInvolved, detail, by })),
      })
    }
    case 'BriefingSigned':
      return keep({ briefing: briefed(record, event) })
    case 'StepApproved':
    case 'JobApproved':
    case 'JobReturned':
    case 'ReturnAnswered':
    case 'ApplicationWithdrawn':
    case 'ApprovalTakenBack':
    case 'SignerAdded':
      return evolveApproving(job, event)
    case 'GasTested':
      return keep({
        gasTests: [...record.gasTests, { ...event.test, by: event.by, occurredAt: event.occurredAt }],
        debts: debtsAfterTest(record, event),
      })
    case 'VentilationRecorded':
      return keep({ ventilation: { ...event.ventilation, by: event.by, occurredAt: event.occurredAt } })
    case 'CheckWitnessed': {
      const { operation, check, picture } = event
      return keep({ checks: { ...record.checks, [`${operation}.${check}`]: { ...done, by: event.by, picture } } })
    }
    case 'GuardianSignedIn':
      return keep({ duty: signedIn(record, event) })
    case 'GuardianDutyEnded':
      return keep({
        duty: record.duty.map((duty) =>
          duty.signIn.person === event.guardian && duty.endedAt === null
            ? { ...duty, endedAt: event.occurredAt }
            : duty,
        ),
      })
    case 'GuardianPresenceChanged':
      return keep({
        duty: record.duty.map((duty) =>
          duty.signIn.person === event.guardian && duty.endedAt === null
            ? { ...duty, presence: [...duty.presence, { state: event.state, since: event.occurredAt }] }
            : duty,
        ),
      })
    case 'WorkStarted':
      return started(job, event.occurredAt)
    case 'WorkResumed':
      return job.status === 'suspended'
        ? {
            status: 'active',
            record: {
              ...withPapersSettled(record, event.occurredAt),
              stop: null,
              work: [...record.work, { from: event.occurredAt, to: null }],
            },
          }
        : keep({ stop: null })
    case 'SnapshotTaken':
      return keep({
        snapshots: [...record.snapshots, { ...event.snapshot, by: event.by, occurredAt: event.occurredAt }],
      })
    case 'PassageRecorded':
      return keep({ passages: [...record.passages, { ...event.passage, by: event.by, occurredAt: event.occurredAt }] })
    case 'WorkFinished':
      return job.status === 'active' || job.status === 'suspended'
        ? { status: 'finished', record: endSpan(record, event.occurredAt), finishedAt: event.occurredAt }
        : job
    case 'FireWatchRecorded':
      // A look that was not calm undoes the calm ones before it: the watch needs a later one.
      return keep({
        fireWatchRounds: event.isCalm
          ? [...record.fireWatchRounds, { by: event.by, occurredAt: event.occurredAt }]
          : record.fireWatchRounds.filter(({ occurredAt }) => occurredAt > event.occurredAt),
      })
    case 'ResidueRecorded':
      return keep({
        residuePictures: [...new Set([...record.residuePictures, ...event.pictures])],
        residueRecorded: { by: event.by, occurredAt: event.occurredAt },
      })
    case 'RestsForeseen':
      return keep({ rests: restsAfter(record, event) })
    case 'RecordingKept':
      return keep({
        recordings: [...record.recordings, { ...event.recording, by: event.by, keptAt: event.occurredAt }],
      })
    case 'AlarmClosed':
      return job
    case 'AcceptanceSigned':
      return keep({
        acceptances: { ...record.acceptances, [event.acceptance]: { by: event.by, occurredAt: event.occurredAt } },
      })
    case 'JobClosed':
      return job.status === 'finished' ? { status: 'closed', record, closedAt: done.occurredAt } : job
    case 'PeopleChangeAsked':
    case 'PeopleChangeDenied':
    case 'PeopleChanged':
    case 'ConditionsChanged':
    case 'EndingAsked':
    case 'EndingDenied':
    case 'JobCancelled':
    case 'JobVoided':
    case 'JobReissued':
      return evolveChange(job, event)
    case 'ContingencyOpened':
    case 'ContingencyClosed':
    case 'DebtSettled':
      return keep(afterContingency(record, event))
  }
}

/** A start that is recorded later never revives what was stopped before it: only a resume lifts a stop. */
const started = (job: RecordedJob, at: EpochMs): Job => {
  if (job.status !== 'approved') return job
  const { record } = job
  if (record.stop)
    return {
      status: 'suspended',
      record: { ...record, work: [...record.work, { from: at, to: at }] },
      stop: record.stop,
    }
  return { status: 'active', record: { ...record, work: [...record.work, { from: at, to: null }] } }
}

/** Signatures stand over words: other words take the briefing and the approvals given so far along, the same words again do not. */
const signaturesAfter = (
  { briefing, approvals }: JobRecord,
  before: unknown,
  after: unknown,
): Pick<JobRecord, 'briefing' | 'approvals'> =>
  JSON.stringify(before) === JSON.stringify(after) ? { briefing, approvals } : { briefing: null, approvals: [] }

const wordsOf = ({ isInvolved, detail, by }: Pick<ConfirmedMeasure, 'isInvolved' | 'detail' | 'by'>) => ({
  isInvolved,
  detail,
  by,
})

const briefed = (
  { briefing }: JobRecord,
  { as, by, occurredAt, signature }: EventOf<'BriefingSigned'>,
): JobRecord['briefing'] => {
  // Whoever briefs again with other words makes the signatures under the former ones worthless.
  if (as === 'briefer')
    return {
      briefer: by,
      briefedAt: occurredAt,
      contentHash: signature.contentHash,
      signedAt: briefing?.contentHash === signature.contentHash ? briefing.signedAt : {},
    }
  return briefing && { ...briefing, signedAt: { ...briefing.signedAt, [by]: occurredAt } }
}

const signedIn = (record: JobRecord, { signIn, by, occurredAt }: EventOf<'GuardianSignedIn'>): JobRecord['duty'] => [
  ...record.duty.map((duty) =>
    duty.signIn.person === signIn.person && duty.endedAt === null ? { ...duty, endedAt: occurredAt } : duty,
  ),
  { signIn: { ...signIn, by, occurredAt }, presence: [{ state: 'inside', since: occurredAt }], endedAt: null },
]
