import { drawName } from './names.ts'
import { createRandom } from './random.ts'
import { createRoster, rosterSeed, type Roster, type RosterPerson } from './roster.ts'

/** Units that the small plant has as well, and how many people of each. */
const unitSizes: { readonly [unit: string]: number } = {
  'synthesis-1': 30,
  storage: 16,
  maintenance: 60,
  laboratory: 12,
  hse: 8,
  production: 8,
  equipment: 3,
  electrical: 20,
}

/**
 * The group's second plant: the same kind of company, a tenth of the size, with people of its own. Nobody works in both, so
 * that a person of one plant is unknown in the other.
 */
export const createSouthRoster = (seed: number = rosterSeed + 11): Roster => {
  const drawn = createRoster(seed)
  const random = createRandom(seed + 1)
  const renamed = new Map<RosterPerson, RosterPerson>()
  const toSouth = (person: RosterPerson): RosterPerson => {
    const known = renamed.get(person) ?? {
      ...person,
      number: person.number.replace(/^FB/, 'FS'),
      name: drawName(random, person.sex),
    }
    renamed.set(person, known)
    return known
  }
  const cast = Object.fromEntries(
    Object.entries(drawn.cast).map(([part, person]) => [part, toSouth(person)]),
  ) as unknown as Roster['cast']
  const counts = new Map<string, number>()
  const isKept = (person: RosterPerson): boolean => {
    if (renamed.has(person)) return true
    if (person.employer.kind !== 'own') return false
    const { unit } = person.employer
    const count = counts.get(unit) ?? 0
    counts.set(unit, count + 1)
    return count < (unitSizes[unit] ?? 0) || person.position === 'workshop-director'
  }
  return { employees: drawn.employees.filter(isKept).map(toSouth), cast, contractors: [], contractorPeople: [] }
}
