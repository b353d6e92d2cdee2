import type { JobStatus } from '#core/job/job.ts'
import type { Owner, Refusal, Remedy } from '#core/job/refusal.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { AnswerNames } from './names.ts'

/** A refusal with its way out; where a training lacks, also how far the request to HR has come. */
export type AnsweredRefusal = Refusal & {
  readonly owner: Owner
  readonly remedies: readonly Remedy[]
  readonly request?: { readonly state: 'queued' | 'sent' | 'declined'; readonly sentAt: EpochMs | null }
}

/** What `POST /api/jobs/{job}/commands` answers: 200 when accepted, 409 with every refusal when not. */
export type CommandAnswer =
  | {
      readonly accepted: true
      readonly status: JobStatus
      readonly version: number
      readonly validUntil: EpochMs | null
    }
  | {
      readonly accepted: false
      readonly status: JobStatus
      readonly version: number
      readonly refusals: readonly AnsweredRefusal[]
      readonly names: AnswerNames
    }
