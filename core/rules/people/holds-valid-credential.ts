import type { CategoryId, PersonId } from '../../ids.ts'
import type { CredentialFacts } from '../../job/facts.ts'
import type { Problem } from '../../job/refusal.ts'
import { daysBetween } from '../../time/days-between.ts'
import type { IsoDate } from '../../time/epoch.ts'
import { defineRequirement, met, metThrough, reasonsAmong, unmet, type Context, type Verdict } from '../requirement.ts'

/**
 * The person holds a certificate of the category, in their own name, confirmed by the issuer's register, and valid
 * through the last day of the planned work: one that ends during the work would turn a lawful start into unlawful work.
 */
export const holdsValidCredential = defineRequirement({
  id: 'holds-valid-credential@1',
  parameters: { category: 'text', officialCheckAgeDaysMax: 'number' },
  check: ({ category, officialCheckAgeDaysMax }, context, { person, known }) => {
    let best: Verdict | undefined
    for (const credential of known?.credentials[category] ?? []) {
      const verdict = judge(person, credential, officialCheckAgeDaysMax, context)
      best = best === undefined ? verdict : betterOf(best, verdict)
    }
    return best ?? unmet({ code: 'credential-missing', params: { person, category: category as CategoryId } })
  },
})

/** Whoever holds two certificates of one category needs only one good one; otherwise the one nearest to good is explained. */
const betterOf = (a: Verdict, b: Verdict): Verdict => {
  if (a.problems.length !== b.problems.length) return a.problems.length < b.problems.length ? a : b
  return (a.through ?? '9999') >= (b.through ?? '9999') ? a : b
}

const judge = (
  person: PersonId,
  credential: CredentialFacts,
  officialCheckAgeDaysMax: number,
  { neededFrom, neededThrough, today }: Context,
): Verdict => {
  const problems = reasonsAmong(
    judgeHolder(person, credential),
    judgeEnd(person, credential, neededThrough),
    judgeBegin(person, credential, neededFrom),
    judgeReview(person, credential, neededThrough),
    judgeOfficialCheck(person, credential, today, officialCheckAgeDaysMax),
  )
  if (problems.length > 0) return unmet(...problems)
  return credential.validThrough && credential.validThrough !== 'unlimited' ? metThrough(credential.validThrough) : met
}

/** "Unknown holder" means that the document was never compared with the person: as bad as a mismatch. */
const judgeHolder = (person: PersonId, { category, holder }: CredentialFacts): Problem | null =>
  holder === 'match' ? null : { code: 'credential-holder-mismatch', params: { person, category } }

const judgeEnd = (
  person: PersonId,
  { category, validThrough }: CredentialFacts,
  neededThrough: IsoDate,
): Problem | null => {
  if (validThrough === undefined) return { code: 'credential-validity-unknown', params: { person, category } }
  if (validThrough === 'unlimited' || validThrough >= neededThrough) return null
  return { code: 'credential-expired', params: { person, category, validThrough, neededThrough } }
}

/** Where it is not even known how long it is valid, that is said and nothing else of its dates. */
const judgeBegin = (
  person: PersonId,
  { category, validThrough, validFrom }: CredentialFacts,
  neededFrom: IsoDate,
): Problem | null =>
  validThrough === undefined || validFrom === undefined || validFrom <= neededFrom
    ? null
    : { code: 'credential-not-yet-valid', params: { person, category, validFrom } }

const judgeReview = (
  person: PersonId,
  { category, validThrough, reviewDue }: CredentialFacts,
  neededThrough: IsoDate,
): Problem | null =>
  validThrough === undefined || reviewDue === undefined || reviewDue >= neededThrough
    ? null
    : { code: 'credential-review-overdue', params: { person, category, reviewDue } }

const judgeOfficialCheck = (
  person: PersonId,
  { category, official, officialCheckedOn }: CredentialFacts,
  today: IsoDate,
  ageDaysMax: number,
): Problem | null => {
  if (official !== 'confirmed') return { code: 'credential-not-confirmed', params: { person, category, official } }
  if (officialCheckedOn === undefined)
    return { code: 'credential-not-confirmed', params: { person, category, official: 'unchecked' } }
  const ageDays = daysBetween(officialCheckedOn, today)
  // A check dated tomorrow is as doubtful as an old one.
  if (0 <= ageDays && ageDays <= ageDaysMax) return null
  return { code: 'credential-check-stale', params: { person, category, checkedOn: officialCheckedOn, ageDaysMax } }
}
