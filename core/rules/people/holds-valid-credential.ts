import type { CategoryId, PersonId } from '../../ids.ts'
import type { CredentialFacts } from '../../job/facts.ts'
import type { Problem } from '../../job/refusal.ts'
import type { IsoDate } from '../../time/epoch.ts'
import { dayMs } from '../../time/epoch.ts'
import { defineRequirement, met, metThrough, unmet, type Context, type Verdict } from '../requirement.ts'

/**
 * The person holds a certificate of the category, in their own name, confirmed by the issuer's register, and valid
 * through the last day of the planned work: one that ends during the work would turn a lawful start into unlawful work.
 */
export const holdsValidCredential = defineRequirement({
  id: 'holds-valid-credential@1',
  parameters: { category: 'text', officialCheckAgeDaysMax: 'number' },
  check: ({ category, officialCheckAgeDaysMax }, context) => {
    const held =
      context.facts.people[context.person]?.credentials.filter((credential) => credential.category === category) ?? []
    if (held.length === 0)
      return unmet({ code: 'credential-missing', params: { person: context.person, category: category as CategoryId } })
    return best(held.map((credential) => judge(credential, officialCheckAgeDaysMax, context)))
  },
})

/** Whoever holds two certificates of one category needs only one good one; otherwise the one nearest to good is explained. */
const best = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((a, b) => {
    if (a.problems.length !== b.problems.length) return a.problems.length < b.problems.length ? a : b
    return (a.through ?? '9999') >= (b.through ?? '9999') ? a : b
  })

const judge = (
  credential: CredentialFacts,
  officialCheckAgeDaysMax: number,
  { person, neededThrough, application, facts, clock }: Context,
): Verdict => {
  const problems = [
    ...judgeHolder(person, credential),
    ...judgeValidity(person, credential, clock.dateOf(application.window.from), neededThrough),
    ...judgeOfficialCheck(person, credential, clock.dateOf(facts.now), officialCheckAgeDaysMax),
  ]
  if (problems.length > 0) return unmet(...problems)
  return credential.validThrough && credential.validThrough !== 'unlimited' ? metThrough(credential.validThrough) : met
}

/** "Unknown holder" means that the document was never compared with the person: as bad as a mismatch. */
const judgeHolder = (person: PersonId, { category, holder }: CredentialFacts): readonly Problem[] =>
  holder === 'match' ? [] : [{ code: 'credential-holder-mismatch', params: { person, category } }]

const judgeValidity = (
  person: PersonId,
  credential: CredentialFacts,
  neededFrom: IsoDate,
  neededThrough: IsoDate,
): readonly Problem[] => {
  const { category, validFrom, validThrough, reviewDue } = credential
  if (validThrough === undefined) return [{ code: 'credential-validity-unknown', params: { person, category } }]
  const problems: Problem[] = []
  if (validThrough !== 'unlimited' && validThrough < neededThrough)
    problems.push({ code: 'credential-expired', params: { person, category, validThrough, neededThrough } })
  if (validFrom !== undefined && validFrom > neededFrom)
    problems.push({ code: 'credential-not-yet-valid', params: { person, category, validFrom } })
  if (reviewDue !== undefined && reviewDue < neededThrough)
    problems.push({ code: 'credential-review-overdue', params: { person, category, reviewDue } })
  return problems
}

const judgeOfficialCheck = (
  person: PersonId,
  credential: CredentialFacts,
  today: IsoDate,
  ageDaysMax: number,
): readonly Problem[] => {
  const { category, official, officialCheckedOn } = credential
  if (official !== 'confirmed') return [{ code: 'credential-not-confirmed', params: { person, category, official } }]
  if (officialCheckedOn === undefined)
    return [{ code: 'credential-not-confirmed', params: { person, category, official: 'unchecked' } }]
  const ageDays = (Date.parse(today) - Date.parse(officialCheckedOn)) / dayMs
  // A check dated tomorrow is as doubtful as an old one.
  if (0 <= ageDays && ageDays <= ageDaysMax) return []
  return [{ code: 'credential-check-stale', params: { person, category, checkedOn: officialCheckedOn, ageDaysMax } }]
}
