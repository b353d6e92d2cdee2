import type { EvidenceId, JobId, LevelId, MeasureId, OperationId, PermitId, PersonId, StepId } from '../ids.ts'
import type { Contingency } from '../contingency/contingency.ts'
import type { Debt } from '../contingency/debt.ts'
import type { RestForeseen } from '../people/rest-foreseen.ts'
import type { KeptRecording } from '../video/recording.ts'
import type { RiskLevel } from '../rulebook/rulebook.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { Application } from './application.ts'
import type { JobChanges } from './changes.ts'
import type { PreparationContent } from './commands.ts'
import type {
  GasTest,
  GuardianSignIn,
  Passage,
  PresenceState,
  Signature,
  Snapshot,
  Ventilation,
} from './site-records.ts'

/**
 * A job (作业) is one piece of work with the permits (作业票) it needs. It is one of these, never a bag of optional
 * fields; what was recorded on the way is shared in `record`. Whether a permit has expired is not a state but derived
 * from `record` and now.
 */
export type Job =
  | { readonly status: 'none'; readonly stop: Stop | null }
  /** Refused so far, or prepared from the job it continues: the applicant mends and submits. */
  | {
      readonly status: 'drafted'
      readonly application: Application
      readonly refusedAt: EpochMs
      readonly stop: Stop | null
      readonly reissueOf: JobId | null
    }
  | { readonly status: 'submitted'; readonly record: JobRecord }
  | { readonly status: 'approved'; readonly record: JobRecord }
  | { readonly status: 'active'; readonly record: JobRecord }
  | { readonly status: 'suspended'; readonly record: JobRecord; readonly stop: Stop }
  | { readonly status: 'finished'; readonly record: JobRecord; readonly finishedAt: EpochMs }
  | { readonly status: 'closed'; readonly record: JobRecord; readonly closedAt: EpochMs }
  | {
      readonly status: 'cancelled'
      readonly record: JobRecord
      readonly cancelledAt: EpochMs
      readonly ending: 'cancelled' | 'voided' | 'reissued'
    }

export type JobStatus = Job['status']
export type RecordedJob = Extract<Job, { record: JobRecord }>

export const noJob: Job = { status: 'none', stop: null }

export type JobRecord = {
  readonly id: JobId
  readonly rulebook: Pin
  readonly application: Application
  readonly submittedAt: EpochMs
  readonly permits: readonly Permit[]
  readonly preparations: {
    readonly [preparation: string]: {
      readonly content: PreparationContent
      readonly by: PersonId
      readonly at: EpochMs
    }
  }
  /** By `operation.measure`. */
  readonly measures: { readonly [measure: string]: ConfirmedMeasure }
  readonly briefing: {
    readonly briefer: PersonId
    /** When the briefer last signed: whoever joined after it has not been told. */
    readonly briefedAt: EpochMs
    readonly contentHash: string
    readonly signedAt: { readonly [person: string]: EpochMs }
  } | null
  readonly approvals: readonly Approval[]
  readonly addedSigners: readonly AddedSigner[]
  /** The last time that the chain went back, and whether whoever got it has answered. */
  readonly returned: Returned | null
  /** When the chain was opened again by a return, its answer or a signature taken back: from then on a time limit counts anew. */
  readonly reopenedAt: readonly EpochMs[]
  readonly gasTests: readonly (GasTest & Recorded)[]
  readonly ventilation: (Ventilation & Recorded) | null
  /** What was seen last of each check, by `operation.check`. */
  readonly checks: { readonly [check: string]: Recorded & { readonly picture: EvidenceId } }
  readonly duty: readonly GuardianDuty[]
  readonly snapshots: readonly (Snapshot & Recorded)[]
  /** Film of this job's time, as its cameras' recorders handed it in. */
  readonly recordings: readonly KeptRecording[]
  /** Who has to rest from when on, as it was foreseen for each stretch of work. */
  readonly rests: readonly ForeseenRest[]
  readonly passages: readonly (Passage & Recorded)[]
  readonly residuePictures: readonly string[]
  readonly residueRecorded: Recorded | null
  readonly fireWatchRounds: readonly Recorded[]
  /** Spans of actual work; the last has no end while work is going on. */
  readonly work: readonly WorkSpan[]
  readonly acceptances: { readonly [acceptance: string]: Recorded }
  /** When the place was cleared last; tests from before it are worth nothing. */
  readonly evacuatedAt: EpochMs | null
  /** Every picture and recording that anything was recorded by, and when first: none of them stands for a second thing. */
  readonly cited: { readonly [evidence: string]: Citation }
  /** Fallbacks that were opened while this job lived. */
  readonly contingencies: readonly Contingency[]
  /** What was done by fallback or on paper, and is owed a check. */
  readonly debts: readonly Debt[]
  /** A stop that stands: no start and no resume counts until it has been lifted by `WorkResumed`. */
  readonly stop: Stop | null
  readonly changes: JobChanges
}

/** `over`: the words that a drawn signature stands under; null for whatever else was recorded. */
export type Citation = { readonly at: EpochMs; readonly over: string | null }

/** The edition of a rulebook that a job was submitted under. */
export type Pin = { readonly id: string; readonly edition: string }

export type Recorded = { readonly by: PersonId; readonly occurredAt: EpochMs }

export type Permit = {
  readonly id: PermitId
  readonly number: string
  readonly operation: OperationId
  readonly level: LevelId
  /** Before upgrades for night, holiday and so on; shown beside `level`. */
  readonly baseLevel: LevelId
  readonly upgradedBy: readonly string[]
  readonly risk: RiskLevel
  /** Required by which combination, when the applicant did not choose it. */
  readonly requiredBy: string | null
  /** Approval steps whose condition surely did not hold at submission; every other step applies. */
  readonly withoutSteps?: readonly StepId[]
  /** Conditional preparations whose condition surely did not hold at submission; every other one is owed. */
  readonly withoutPreparations?: readonly string[]
}

export type ConfirmedMeasure = {
  readonly operation: OperationId
  readonly measure: MeasureId
  readonly isInvolved: boolean
  readonly detail: string
} & Recorded

export type Approval = {
  readonly permit: PermitId
  readonly step: StepId
  readonly signature: Signature
  /** Whose right it was, where somebody stood in. */
  readonly onBehalfOf?: PersonId
} & Recorded

export type AddedSigner = { readonly permit: PermitId; readonly step: StepId; readonly signer: PersonId } & Recorded

export type Returned = {
  readonly to: 'applicant' | { readonly permit: PermitId; readonly step: StepId }
  readonly reason: string
  readonly answeredAt: EpochMs | null
} & Recorded

export type GuardianDuty = {
  readonly signIn: GuardianSignIn & Recorded
  /** Transitions only, oldest first; the first is the sign-in itself. */
  readonly presence: readonly { readonly state: PresenceState; readonly since: EpochMs }[]
  readonly endedAt: EpochMs | null
}

/** `span` is the stretch of work it was foreseen for; `replaced` says when somebody took over. */
export type ForeseenRest = RestForeseen & {
  readonly span: number
  readonly replaced: { readonly at: EpochMs; readonly by: PersonId } | null
}

export type WorkSpan = { readonly from: EpochMs; readonly to: EpochMs | null }

/** Why work does not go on. A `break` is planned, the others are not; all need a resume. */
export type StopReason =
  | 'stop-work'
  | 'break'
  | 'guardian-left'
  | 'guardian-silent'
  | 'gas-alarm'
  | 'evacuation'
  | 'cancelling'
  | 'change'
  | 'other'

export type Stop = {
  readonly reason: StopReason
  readonly note: string
  readonly by: PersonId | null
  readonly occurredAt: EpochMs
}
