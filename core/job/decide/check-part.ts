import type { PersonId } from '../../ids.ts'
import type { Application } from '../application.ts'
import { assess } from '../assess.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { JobRecord } from '../job.ts'
import type { Problem, Refusal } from '../refusal.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'

/** A role in the work, or everybody who has one. */
type Part = Extract<Problem, { code: 'not-this-role' }>['params']['role']

const everyPart = ['leader', 'guardian', 'crew', 'gas-analyst', 'applicant'] as const

/** The work of a site is recorded by those whose job it is: a record of a passer-by would be as good as theirs. */
export const checkPart = (
  person: PersonId,
  parts: readonly [Part, ...Part[]],
  record: JobRecord,
  facts: Facts,
): readonly Refusal[] => [...checkEmployed(person, facts), ...checkRole(person, parts, record)]

/** Only the role, and nothing of what personnel says: ending work makes nothing more dangerous. */
export const checkRole = (
  person: PersonId,
  parts: readonly [Part, ...Part[]],
  { application }: JobRecord,
): readonly Refusal[] =>
  parts.some((part) => hasPart(person, part, application))
    ? []
    : [ground({ code: 'not-this-role', params: { person, role: parts[0] } }, { source: 'product' })]

/** What is put on the papers of the work comes from those who do it, from the unit whose place it is, or from whoever may sign its permits. */
export const checkMayAttest = (
  person: PersonId,
  record: JobRecord,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const known = facts.people[person]
  const isOfUnit = facts.place !== undefined && known?.unit === facts.place.unit
  const signs = record.permits.some(({ operation }) =>
    rulebook.operations[operation]?.approvals.some(({ by }) => known?.authorities.includes(by.authority)),
  )
  return [...checkEmployed(person, facts), ...(isOfUnit || signs ? [] : checkRole(person, everyPart, record))]
}

/** Whoever hears the briefing takes part in the work. */
export const checkTakesPart = (person: PersonId, record: JobRecord, facts: Facts): readonly Refusal[] =>
  checkPart(person, ['crew', ...everyPart], record, facts)

/**
 * The air is tested by the analyst of the application. Where that one cannot come, by somebody who meets all that the rulebook asks of
 * an analyst of this work, so that nobody has to breathe untested air because of a name.
 */
export const checkAnalyst = (
  person: PersonId,
  record: JobRecord,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const { application, permits } = record
  const employed = checkEmployed(person, facts)
  if (employed.length > 0) return employed
  if (application.gasAnalyst === undefined) return checkRole(person, ['gas-analyst', ...everyPart], record)
  if (application.gasAnalyst === person) return []
  const asked = permits.filter(({ operation }) => rulebook.operations[operation]?.gasAnalyst)
  if (asked.length === 0) return checkRole(person, ['gas-analyst'], record)
  const instead = { application: { ...application, gasAnalyst: person }, permits: asked, record }
  const lacking = assess('change', instead, rulebook, facts).refusals.filter(
    ({ params }) => 'person' in params && params.person === person,
  )
  return lacking.length === 0 ? [] : [...checkRole(person, ['gas-analyst'], record), ...lacking]
}

const checkEmployed = (person: PersonId, { people }: Facts): readonly Refusal[] => {
  const employment = people[person]?.employment
  if (employment === undefined) return [ground({ code: 'person-unknown', params: { person } }, { source: 'product' })]
  return employment === 'active'
    ? []
    : [ground({ code: 'person-not-employed', params: { person, employment } }, { source: 'product' })]
}

const hasPart = (person: PersonId, part: Part, application: Application): boolean => {
  switch (part) {
    case 'leader':
      return application.leader === person
    case 'guardian':
      return application.guardians.includes(person)
    case 'crew':
      return application.crew.some((one) => one.person === person)
    case 'gas-analyst':
      return application.gasAnalyst === person
    case 'applicant':
      return application.applicant === person
  }
}
