import type { OperationId, PermitId, PersonId, StepId } from '../ids.ts'
import { debtDuties } from '../contingency/debt-duties.ts'
import type { HoldPointKind } from '../rulebook/hold-point.ts'
import type { Rulebook, Signatory } from '../rulebook/rulebook.ts'
import { recordingDuties } from '../video/recording-duties.ts'
import { addMinutes, minuteMs, type EpochMs } from '../time/epoch.ts'
import { approvalDuties } from './approval-duties.ts'
import { changeDuties } from './change-duties.ts'
import { closingDuties } from './closing-duties.ts'
import { timesOnPaper, withEscalation } from './deadlines.ts'
import { dutiesBeforeStart } from './duties-before-start.ts'
import { endOfWindow } from './end-of-window.ts'
import { gasRecordMinutes, pointsOf, strictest } from './hold-points-of.ts'
import { restDuties } from './rest-duties.ts'
import type { Job, JobRecord, WorkSpan } from './job.ts'
import { isRecorded } from './evolve.ts'

/** A duty with an owner and a time. Reminders, alarms, duty rates and the phone's "what now" all read these. */
export type Obligation = {
  /** Stable within the job, so that a row can be replaced by its later self. */
  readonly key: string
  readonly kind: ObligationKind
  /** What it is about, where the kind alone does not say so. */
  readonly holdPoint?: HoldPointKind
  readonly operation?: OperationId
  readonly permit?: PermitId
  readonly step?: StepId
  /** Whom it is about where somebody else owes it. */
  readonly about?: PersonId
  /** By name, or whoever holds an authority: in the unit that owns the place, or in the whole plant. */
  readonly assignee: { readonly person: PersonId } | Signatory
  /** Who owes it as well from the moment at which it is late. */
  readonly escalateTo?: Signatory
  /** Why it came back, in the words of whoever returned it. */
  readonly note?: string
  readonly opensAt: EpochMs
  readonly dueAt: EpochMs
  /** From here on it was not done in time; the tolerance lies between `dueAt` and this. */
  readonly lateAt: EpochMs
  readonly met: { readonly at: EpochMs; readonly by: PersonId } | null
  /** Work stopped or ended before it was due, so that nobody owed it any more. */
  readonly lapsedAt: EpochMs | null
}

export type ObligationKind =
  | 'mend'
  | 'answer-return'
  | 'approve'
  | 'prepare'
  | 'confirm-measures'
  | 'sign-briefing'
  | 'test-gas'
  | 'ventilate'
  | 'witness-check'
  | 'sign-in'
  | 'start'
  | 'snapshot'
  | 'gas-record'
  | 'fire-watch'
  | 'close-out'
  | 'accept'
  | 'agree'
  | 'end-work'
  | 'settle-debt'
  | 'hand-in-recording'
  | 'forced-rest'

export type ObligationState = 'waiting' | 'open' | 'due' | 'late' | 'met' | 'met-late' | 'lapsed' | 'missed'

/** What an obligation is at this moment; a duty that nobody did is late although nothing happened. */
export const obligationState = (
  { opensAt, dueAt, lateAt, met, lapsedAt }: Obligation,
  now: EpochMs,
): ObligationState => {
  if (met) return met.at <= lateAt ? 'met' : 'met-late'
  if (lapsedAt !== null) return lapsedAt <= lateAt ? 'lapsed' : 'missed'
  if (now < opensAt) return 'waiting'
  if (now < dueAt) return 'open'
  return now <= lateAt ? 'due' : 'late'
}

/** Every duty that the job's history and rulebook call for, up to the end of its window. Independent of now. */
export const obligations = (job: Job, rulebook: Rulebook): readonly Obligation[] =>
  dutiesOf(job, rulebook).map(withEscalation(rulebook))

const dutiesOf = (job: Job, rulebook: Rulebook): readonly Obligation[] => {
  if (job.status === 'drafted') return [mendDuty(job, rulebook)]
  if (!isRecorded(job)) return []
  const { record } = job
  // What was done on paper is past: only its check is owed.
  if (record.debts.some(({ kind }) => kind === 'paper-ticket')) return debtDuties(record, rulebook)
  return [
    ...dutiesBeforeStart(job, rulebook),
    ...approvalDuties(job, rulebook),
    ...repeated(
      'snapshot',
      record,
      snapshotRhythm(record, rulebook),
      record.snapshots.map(({ capturedAt, by }) => ({ at: capturedAt, by })),
    ),
    ...repeated(
      'gas-record',
      record,
      gasRhythm(record, rulebook),
      record.gasTests.flatMap((test) => test.samples.slice(0, 1).map(({ takenAt }) => ({ at: takenAt, by: test.by }))),
    ),
    ...closingDuties(job, rulebook),
    ...changeDuties(job, rulebook),
    ...endOfWindow(job),
    ...debtDuties(record, rulebook),
    ...recordingDuties(record, rulebook),
    ...restDuties(record),
  ]
}

/** A refused application lies with its applicant until it is mended or its time is over. */
const mendDuty = (
  { application: { applicant, window }, refusedAt }: Extract<Job, { status: 'drafted' }>,
  rulebook: Rulebook,
): Obligation => ({
  key: 'mend',
  kind: 'mend',
  assignee: { person: applicant },
  ...timesOnPaper('mend', refusedAt, window, rulebook),
  met: null,
  lapsedAt: null,
})

type Rhythm = { readonly everyMinutes: number; readonly toleranceMinutes: number } | null
type Done = { readonly at: EpochMs; readonly by: PersonId }

const snapshotRhythm = (record: JobRecord, rulebook: Rulebook): Rhythm => {
  const points = pointsOf('snapshot', record, rulebook)
  const everyMinutes = strictest(points.map((point) => point.everyMinutes.value))
  return everyMinutes === null
    ? null
    : { everyMinutes, toleranceMinutes: strictest(points.map((point) => point.toleranceMinutes.value)) ?? 0 }
}

const gasRhythm = (record: JobRecord, rulebook: Rulebook): Rhythm => {
  const everyMinutes = gasRecordMinutes(record, rulebook)
  return everyMinutes === null ? null : { everyMinutes, toleranceMinutes: 0 }
}

/**
 * Duties that come again and again while work goes on. Each is counted from the one before it, so that a picture taken
 * early moves the next one forward; a whole period without any is a missed duty of its own. A break starts the count anew.
 */
const repeated = (
  kind: 'snapshot' | 'gas-record',
  record: JobRecord,
  rhythm: Rhythm,
  done: readonly Done[],
): readonly Obligation[] => {
  if (!rhythm) return []
  const assignee = {
    person:
      (kind === 'snapshot' ? record.application.guardians[0] : record.application.gasAnalyst) ??
      record.application.leader,
  }
  const inOrder = done.toSorted((a, b) => a.at - b.at)
  return record.work.flatMap((span, spanIndex) =>
    duringSpan(span, record.application.window.to, rhythm, inOrder).map((slot, i) => ({
      key: `${kind}.${spanIndex}.${i}`,
      kind,
      holdPoint: kind === 'snapshot' ? ('snapshot' as const) : ('gas-test' as const),
      assignee,
      ...slot,
    })),
  )
}

type Slot = Pick<Obligation, 'opensAt' | 'dueAt' | 'lateAt' | 'met' | 'lapsedAt'>

const duringSpan = (
  span: WorkSpan,
  windowEnd: EpochMs,
  { everyMinutes, toleranceMinutes }: NonNullable<Rhythm>,
  done: readonly Done[],
): readonly Slot[] => {
  const slots: Slot[] = []
  const end = span.to ?? windowEnd
  let opensAt = span.from
  // A slot that would be due after the end is owed only while the end is not known.
  while (opensAt < end && (span.to === null || addMinutes(opensAt, everyMinutes) <= end || slots.length === 0)) {
    const dueAt = addMinutes(opensAt, everyMinutes)
    const from = opensAt
    const met = done.find(({ at }) => from < at && at < dueAt + everyMinutes * minuteMs && at <= end) ?? null
    slots.push({
      opensAt,
      dueAt,
      lateAt: addMinutes(dueAt, toleranceMinutes),
      met,
      lapsedAt: met || span.to === null ? null : span.to,
    })
    opensAt = met ? met.at : dueAt
  }
  return slots
}
