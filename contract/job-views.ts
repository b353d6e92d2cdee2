import type { EpochMs } from '#core/time/epoch.ts'
import type { HoldPointState } from '#core/job/hold-points-of.ts'
import type { Job, JobStatus, Permit } from '#core/job/job.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Obligation, ObligationState } from '#core/job/obligations.ts'
import type { Text } from '#core/rulebook/grounds.ts'
import type { RiskLevel } from '#core/rulebook/rulebook.ts'
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
  readonly stop: { readonly since: EpochMs; readonly reason: string } | null
  readonly lateDuties: number
  readonly nextDueAt: EpochMs | null
  readonly isExpired: boolean
}

export type Board = {
  readonly now: EpochMs
  readonly jobs: readonly BoardJob[]
  readonly people: { readonly [person: string]: string }
}

/** Everything about one job, `GET /api/jobs/{job}`. */
export type JobPage = {
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
  readonly holdPoints: readonly HoldPointState[]
  readonly duties: readonly (Obligation & { readonly state: ObligationState })[]
  readonly nextSteps: readonly { readonly permit: string; readonly step: string; readonly name: Text }[]
}
