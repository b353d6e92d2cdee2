import type { JobStatus, Permit } from '#core/job/job.ts'
import type { Obligation, ObligationKind } from '#core/job/obligations.ts'
import type { EpochMs } from '#core/time/epoch.ts'

/** The job that a duty or a lane speaks of, as far as a list needs it. */
export type MyJob = {
  readonly id: string
  readonly status: JobStatus
  readonly place: { readonly id: string; readonly name: string }
  readonly content: string
  readonly window: { readonly from: EpochMs; readonly to: EpochMs }
  readonly permits: readonly Permit[]
}

/** What one person owes now, the most pressing first: `GET /api/me/duties`. */
export type MyDuty = {
  readonly duty: Pick<
    Obligation,
    'key' | 'kind' | 'holdPoint' | 'operation' | 'permit' | 'step' | 'note' | 'about' | 'opensAt' | 'dueAt' | 'lateAt'
  > & {
    readonly state: 'waiting' | 'open' | 'due' | 'late'
  }
  readonly job: MyJob
  readonly action: ObligationKind
  /** The name of whom it is about, where somebody else owes it. */
  readonly aboutName?: string
  /** Why it is this person's although not their own: nobody did it in time, or somebody is away. */
  readonly because:
    | {
        readonly kind: 'escalated'
        /** Whoever should have done it by now. */
        readonly owner: { readonly name: string } | { readonly authority: string }
      }
    | { readonly kind: 'stands-in'; readonly for: string; readonly name: string }
    | null
}
export type MyDuties = { readonly now: EpochMs; readonly duties: readonly MyDuty[] }

/** Jobs in which a person has a part: `GET /api/me/jobs`. */
export type MyJobs = {
  readonly now: EpochMs
  /** Applied for by this person, and not over yet. */
  readonly mine: readonly MyJob[]
  /** Goes on in a place of this person's unit, or with this person in it, without being applied for by them. */
  readonly copied: readonly MyJob[]
  /** Over within the last days, in which this person had a part. */
  readonly done: readonly MyJob[]
}
