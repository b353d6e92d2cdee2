import type { PermitId, PersonId, StepId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { HoldPointState } from '#core/job/hold-points-of.ts'
import type { Job, JobStatus, Permit, StopReason } from '#core/job/job.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Obligation, ObligationKind, ObligationState } from '#core/job/obligations.ts'
import type { Text } from '#core/rulebook/grounds.ts'
import type { Refusal } from '#core/job/refusal.ts'
import type { RiskLevel, Signatory } from '#core/rulebook/rulebook.ts'
import type { JobReadiness } from './job-readiness.ts'
import type { AnswerNames } from './names.ts'

/** A job's line on the board, `GET /api/jobs`. */
export type BoardJob = {
  readonly id: string
  readonly status: JobStatus
  readonly place: { readonly id: string; readonly name: string }
  readonly window: { readonly from: EpochMs; readonly to: EpochMs }
  readonly risk: RiskLevel
  readonly leader: string
  readonly guardians: readonly string[]
  readonly permits: readonly Permit[]
  readonly content: string
  /** Why it could not wait until it was booked a day ahead; null for what was. */
  readonly urgentReason: string | null
  readonly stop: { readonly since: EpochMs; readonly reason: StopReason } | null
  /** A stop stands and has not been lifted: also one that came before the start. */
  readonly isStopped: boolean
  /** The unit that owns the place. */
  readonly unit: string | null
  /** The contractor that does the work; null for the plant's own people. */
  readonly contractor: string | null
  readonly workers: readonly string[]
  /** Duties that nobody did in time, the longest late first: which, whose, since when. */
  readonly late: readonly {
    readonly kind: ObligationKind
    readonly person: string | null
    readonly authority: string | null
    readonly since: EpochMs
  }[]
  readonly lateDuties: number
  readonly nextDueAt: EpochMs | null
  readonly isExpired: boolean
  /** Guardians on duty who are not known to be where they have to be, derived from now. */
  readonly absent: readonly { readonly person: string; readonly state: 'outside' | 'silent'; readonly since: EpochMs }[]
}

export type Board = {
  readonly now: EpochMs
  /** When time alone changes the board, so that a screen reads it anew although nothing happened. */
  readonly nextChangeAt: EpochMs | null
  readonly jobs: readonly BoardJob[]
  readonly people: { readonly [person: string]: string }
  /** What the plant calls the units that own the places. */
  readonly units: { readonly [unit: string]: string }
}

/** Everything about one job, `GET /api/jobs/{job}`. */
export type JobPage = {
  readonly now: EpochMs
  readonly job: Job
  readonly history: readonly {
    readonly version: number
    readonly event: JobEvent
    readonly recordedAt: EpochMs
    readonly reliedOn: readonly string[]
    readonly hash: string
  }[]
  readonly people: { readonly [person: string]: string }
  readonly names: AnswerNames
  readonly evidence: readonly {
    readonly id: string
    readonly step: string
    readonly person: string
    readonly capturedAt: EpochMs
    readonly receivedAt: EpochMs
    /** The same or nearly the same picture was handed in before. */
    readonly isReused: boolean
  }[]
  /** Null while nothing was accepted yet. */
  readonly readiness: JobReadiness | null
  /** What stands against somebody's part in the work as of now; empty also when the work is over and nobody is asked any more. */
  readonly peopleProblems: readonly Refusal[]
  readonly holdPoints: readonly HoldPointState[]
  readonly duties: readonly (Obligation & { readonly state: ObligationState })[]
  /** The signatures that are missing now; `addedSigner` where one person was asked by name. */
  readonly nextSteps: readonly {
    readonly permit: PermitId
    readonly step: StepId
    readonly name: Text
    readonly by: Signatory
    readonly addedSigner: PersonId | null
  }[]
}
