import type { CategoryId, DutyId, EmployerId, LevelId, PersonId } from '../ids.ts'
import type { Application } from '../job/application.ts'
import { assess } from '../job/assess.ts'
import type { Facts, PersonFacts } from '../job/facts.ts'
import { planPermits } from '../job/plan-permits.ts'
import type { Refusal } from '../job/refusal.ts'
import type { Demand, Operation, Rulebook } from '../rulebook/rulebook.ts'
import type { IsoDate } from '../time/epoch.ts'
import { windowsOverlap } from '../time/window.ts'

export type JobPart = 'crew' | 'guardian' | 'gas-analyst'

export type SubstituteSearch = {
  readonly application: Application
  readonly levelsRaisedTo?: { readonly [operation: string]: LevelId }
  readonly part: JobPart
  /** What the newcomer will do; only crew members have duties. */
  readonly duties: readonly DutyId[]
  /** Who steps back; null where somebody is added. */
  readonly replaced: PersonId | null
  readonly candidates: readonly PersonId[]
  /** Shift teams by person; whoever is not named here works in none that is known. */
  readonly teams: { readonly [person: string]: string }
}

/** Why somebody stands where they stand in the list, the strongest first. */
export type SubstituteReason =
  | { readonly kind: 'same-team'; readonly team: string }
  | { readonly kind: 'same-unit' }
  | { readonly kind: 'other-unit'; readonly unit: string }
  | { readonly kind: 'free' }
  | { readonly kind: 'planned-elsewhere'; readonly jobs: number }
  | { readonly kind: 'documents-through'; readonly through: IsoDate }

export type Substitute = { readonly person: PersonId; readonly reasons: readonly SubstituteReason[] }
export type Unfit = { readonly person: PersonId; readonly refusals: readonly Refusal[] }

export type Substitutes = {
  /** Whom no demand speaks against, best first. */
  readonly qualified: readonly Substitute[]
  /** The others, those with the fewest things in the way first. */
  readonly unfit: readonly Unfit[]
}

/**
 * Who could take a part in this job, by the very assessment that would refuse them. What is not known about somebody
 * speaks against them, and while the permits themselves cannot be worked out nobody is qualified: nothing says yet what
 * they would have to hold. Nobody ever stands in for the people of another employer.
 */
export const findSubstitutes = (search: SubstituteSearch, rulebook: Rulebook, facts: Facts): Substitutes => {
  const employer = employerOf(search, facts)
  const taken = new Set(peopleIn(search.application))
  const judged = [...new Set(search.candidates)]
    .filter((person) => !taken.has(person) && facts.people[person]?.employer === employer)
    .map((person) => ({ person, refusals: reasonsAgainst(person, search, rulebook, facts) }))
  return {
    qualified: judged
      .filter(({ refusals }) => refusals.length === 0)
      .map(({ person }) => rank(person, search, rulebook, facts))
      .toSorted(byStanding)
      .map(({ person, reasons }) => ({ person, reasons })),
    unfit: judged
      .filter(({ refusals }) => refusals.length > 0)
      .toSorted((a, b) => a.refusals.length - b.refusals.length || compareText(a.person, b.person)),
  }
}

/** The employer of whoever steps back, or else of the work; a crew is always the work unit's own. */
const employerOf = ({ application, part, replaced }: SubstituteSearch, facts: Facts): EmployerId | undefined => {
  if (part === 'crew') return application.workUnit
  return facts.people[replaced ?? application.applicant]?.employer
}

const peopleIn = ({ crew, guardians, gasAnalyst }: Application): readonly PersonId[] => [
  ...crew.map(({ person }) => person),
  ...guardians,
  ...(gasAnalyst === undefined ? [] : [gasAnalyst]),
]

/** Facts that are missing for everybody at once name nobody, but leave everybody unjudged. */
const unknownOfEverybody = new Set<Refusal['code']>(['engagements-unknown', 'matrix-unknown'])

const reasonsAgainst = (
  person: PersonId,
  search: SubstituteSearch,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const application = withCandidate(person, search)
  const plan = planPermits(application, search.levelsRaisedTo ?? {}, rulebook, facts)
  if (plan.refusals.length > 0) return plan.refusals
  return assess('submit', { application, permits: plan.permits, record: null }, rulebook, facts).refusals.filter(
    ({ code, params }) => unknownOfEverybody.has(code) || ('person' in params && params.person === person),
  )
}

/** The application as it would be with the candidate in it. */
const withCandidate = (person: PersonId, { application, part, duties, replaced }: SubstituteSearch): Application => {
  switch (part) {
    case 'crew':
      return {
        ...application,
        crew: [...application.crew.filter((one) => one.person !== replaced), { person, duties }],
      }
    case 'guardian':
      return { ...application, guardians: [...application.guardians.filter((one) => one !== replaced), person] }
    case 'gas-analyst':
      return { ...application, gasAnalyst: person }
  }
}

type Standing = Substitute & {
  /** 0 same team, 1 same unit, 2 elsewhere. */
  readonly distance: number
  readonly plannedElsewhere: number
  readonly through: IsoDate | null
}

const rank = (person: PersonId, search: SubstituteSearch, rulebook: Rulebook, facts: Facts): Standing => {
  const known = facts.people[person]
  const near = nearness(person, search, facts)
  const plannedElsewhere = (facts.engagements ?? []).filter(
    (one) => one.person === person && windowsOverlap(one.window, search.application.window),
  ).length
  const through = known ? documentsThrough(known, search, rulebook, facts) : null
  return {
    person,
    distance: near.distance,
    plannedElsewhere,
    through,
    reasons: [
      near.reason,
      plannedElsewhere === 0 ? { kind: 'free' } : { kind: 'planned-elsewhere', jobs: plannedElsewhere },
      ...(through === null ? [] : [{ kind: 'documents-through', through } as const]),
    ],
  }
}

/** Whoever shares the shift of the person replaced (or of the leader) is on site at the same hours and knows the work. */
const nearness = (
  person: PersonId,
  { application, replaced, teams }: SubstituteSearch,
  facts: Facts,
): { readonly distance: number; readonly reason: SubstituteReason } => {
  const reference = replaced ?? application.leader
  const [own, other] = [facts.people[reference], facts.people[person]]
  const unit = other?.unit ?? ''
  if (own?.unit !== unit) return { distance: 2, reason: { kind: 'other-unit', unit } }
  const team = teams[person]
  return team !== undefined && team === teams[reference]
    ? { distance: 0, reason: { kind: 'same-team', team } }
    : { distance: 1, reason: { kind: 'same-unit' } }
}

/** The first day on which a document that this part asks for ends; null where none ends. */
const documentsThrough = (
  { credentials, medical }: PersonFacts,
  search: SubstituteSearch,
  rulebook: Rulebook,
  facts: Facts,
): IsoDate | null => {
  const { permits } = planPermits(search.application, search.levelsRaisedTo ?? {}, rulebook, facts)
  const demands = permits.flatMap((permit) => {
    const operation = rulebook.operations[permit.operation]
    return operation ? demandsOn(search, operation) : []
  })
  const ends = [
    ...categoriesOf(demands).map((category) =>
      latestEnd((credentials[category] ?? []).map(({ validThrough }) => validThrough)),
    ),
    ...(demands.some(({ rule }) => rule.startsWith('is-medically-fit@')) ? [medical?.validThrough ?? null] : []),
  ].filter((end) => end !== null)
  return ends.toSorted()[0] ?? null
}

const demandsOn = ({ part, duties }: SubstituteSearch, operation: Operation): readonly Demand[] => {
  switch (part) {
    case 'crew':
      return [
        ...operation.crew.requires,
        ...operation.crew.duties.filter(({ id }) => duties.includes(id)).flatMap(({ requires }) => requires),
      ]
    case 'guardian':
      return operation.guardian.requires
    case 'gas-analyst':
      return operation.gasAnalyst?.requires ?? []
  }
}

const categoriesOf = (demands: readonly Demand[]): readonly CategoryId[] => [
  ...new Set(
    demands.flatMap(({ parameters: { category } }) => (typeof category === 'string' ? [category as CategoryId] : [])),
  ),
]

/** Of several documents of one kind the one that lasts longest counts; an unlimited one never ends. */
const latestEnd = (ends: readonly (IsoDate | 'unlimited' | undefined)[]): IsoDate | null => {
  if (ends.includes('unlimited')) return null
  return (
    ends
      .filter((end): end is IsoDate => end !== undefined && end !== 'unlimited')
      .toSorted()
      .at(-1) ?? null
  )
}

const byStanding = (a: Standing, b: Standing): number =>
  a.distance - b.distance ||
  a.plannedElsewhere - b.plannedElsewhere ||
  compareThrough(a.through, b.through) ||
  compareText(a.person, b.person)

/** What never ends stands before what ends late. */
const compareThrough = (a: IsoDate | null, b: IsoDate | null): number => {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return compareText(b, a)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
