import type { CategoryId, PersonId } from '#core/ids.ts'
import type { CredentialFacts, MedicalFacts } from '#core/job/facts.ts'
import type { Ring } from '#core/place/position.ts'
import type { AnsweredRefusal } from './command-answer.ts'

/** The three things that are signed: what was told, the whole job, and the job as it was left behind. */
export type SignedContent = 'briefing' | 'work' | 'acceptance'
export type ContentHashes = { readonly [C in SignedContent]: string }

export type PartInJob = 'leader' | 'crew' | 'guardian' | 'gas-analyst'

/** One of the job's people with what an approver has to know of them; never a number or a diagnosis. */
export type PersonInJob = {
  readonly person: PersonId
  readonly parts: readonly PartInJob[]
  readonly documents: readonly {
    readonly category: CategoryId
    readonly validThrough: NonNullable<CredentialFacts['validThrough']> | null
  }[]
  readonly medical: { readonly verdict: MedicalFacts['verdict'] } | null
}

/** What a job needs for its next gate, and what whoever opens that gate looks at and signs. */
export type JobReadiness = {
  /** What a signature must be given over; changes whenever something of it does. */
  readonly contentHash: ContentHashes
  /** The gate ahead and everything that keeps it shut; null when none is ahead. */
  readonly gate: {
    readonly kind: 'approval' | 'start' | 'resume'
    readonly refusals: readonly AnsweredRefusal[]
  } | null
  readonly people: readonly PersonInJob[]
  /** Where the place lies, so that a phone can say how far it is; null when that is unknown. */
  readonly fence: Ring | null
}
