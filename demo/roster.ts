import {
  creditCheckCharacterOf,
  idCheckCharacterOf,
  organisationCheckCharacterOf,
} from '#core/people/identity/check-character.ts'
import { drawName } from './names.ts'
import { contractorTrades, rotatingTeams, units } from './plant-structure.ts'
import type { Contractor, PositionKey, ShiftTeam, UnitKey } from './plant-structure.ts'
import { createRandom, type Random } from './random.ts'

/** One person of the fictional company or of a firm that works for it. Everything here is invented. */
export type RosterPerson = {
  /** Staff number: `FB00001` for employees, `HENGTUO-01` for a contractor's people. Unique, and stable for a seed. */
  readonly number: string
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly idNumber: string
  readonly birthDate: string
  readonly phone: string
  readonly employer:
    | { readonly kind: 'own'; readonly unit: UnitKey }
    | { readonly kind: 'contractor'; readonly contractor: string }
  readonly position: PositionKey
  readonly team: ShiftTeam
  readonly hiredOn: string
}

export type Roster = {
  readonly employees: readonly RosterPerson[]
  readonly contractors: readonly Contractor[]
  readonly contractorPeople: readonly RosterPerson[]
  /** Those who play a part in the demo's story, by their part. */
  readonly cast: { readonly [P in CastPart]: RosterPerson }
}

/** The part somebody plays in the demo, the unit and position it is drawn from, and a name that is easy to remember. */
export type CastPart = (typeof castParts)[number]['part']
const castParts = [
  { part: 'crew-leader', name: '周立群', unit: 'maintenance', position: 'crew-leader', team: '甲' },
  { part: 'welder-certificate-expired', name: '李国梁', unit: 'maintenance', position: 'welder', team: '甲' },
  { part: 'welder-medical-overdue', name: '陈海生', unit: 'maintenance', position: 'welder', team: '甲' },
  { part: 'fitter-training-missing', name: '赵小川', unit: 'maintenance', position: 'fitter', team: '甲' },
  { part: 'welder-qualified', name: '孙明远', unit: 'maintenance', position: 'welder', team: '甲' },
  { part: 'welder-qualified-2', name: '何永福', unit: 'maintenance', position: 'welder', team: '甲' },
  { part: 'fitter-qualified', name: '吴长河', unit: 'maintenance', position: 'fitter', team: '甲' },
  { part: 'guardian', name: '刘桂芝', unit: 'maintenance', position: 'guardian', team: '甲' },
  { part: 'guardian-2', name: '马守成', unit: 'maintenance', position: 'guardian', team: '甲' },
  { part: 'analyst', name: '许文静', unit: 'laboratory', position: 'analyst', team: '甲' },
  { part: 'safety-officer', name: '郑安宁', unit: 'hse', position: 'safety-officer', team: '常白班' },
  { part: 'site-safety-officer', name: '高远', unit: 'synthesis-1', position: 'safety-officer', team: '常白班' },
  { part: 'shift-leader', name: '韩振声', unit: 'synthesis-1', position: 'crew-leader', team: '甲' },
  { part: 'workshop-director', name: '沈一帆', unit: 'synthesis-1', position: 'workshop-director', team: '常白班' },
  { part: 'maintenance-director', name: '蒋铁山', unit: 'maintenance', position: 'workshop-director', team: '常白班' },
  { part: 'hse-manager', name: '林景行', unit: 'hse', position: 'manager', team: '常白班' },
  { part: 'production-manager', name: '顾新民', unit: 'production', position: 'manager', team: '常白班' },
  { part: 'hr-manager', name: '白景云', unit: 'hr', position: 'manager', team: '常白班' },
] as const

export const rosterSeed = 30_871

/** The last number of working years that anybody here has; nobody is hired after it. */
const hiredYears = { first: 2006, last: 2025 } as const
const bornYears = { first: 1968, last: 2003 } as const

/** The whole roster as plain data: the same seed gives the same people. */
export const createRoster = (seed: number = rosterSeed): Roster => {
  const random = createRandom(seed)
  const draw = createPersonDraw(random)
  const employees = units.flatMap((unit) => {
    const people: RosterPerson[] = []
    for (const [position, count] of entriesOf(unit.teams)) {
      for (let at = 0; at < count; at++)
        people.push(draw({ kind: 'own', unit: unit.key }, position, rotatingTeams[at % 4]!))
    }
    for (const [position, count] of entriesOf(unit.days)) {
      for (let at = 0; at < count; at++) people.push(draw({ kind: 'own', unit: unit.key }, position, '常白班'))
    }
    return people
  })
  const contractors = contractorTrades.map((firm, at) => ({ ...firm, creditCode: creditCodeOf(at) }))
  const contractorPeople = contractors.flatMap((firm) =>
    entriesOf(firm.trade).flatMap(([position, count]) =>
      Array.from({ length: count }, () => draw({ kind: 'contractor', contractor: firm.key }, position, '常白班')),
    ),
  )
  return { ...withCast(employees), contractors, contractorPeople }
}

const entriesOf = (counts: { readonly [P in PositionKey]?: number }): [PositionKey, number][] =>
  Object.entries(counts) as [PositionKey, number][]

const createPersonDraw = (random: Random) => {
  let employeeCount = 0
  const contractorCounts = new Map<string, number>()
  const sequences = new Map<string, number>()
  const namesake = new Map<string, number>()

  return (employer: RosterPerson['employer'], position: PositionKey, team: ShiftTeam): RosterPerson => {
    const sex = random.chance(femaleShare[position] ?? 0.12) ? 'female' : 'male'
    let name = drawName(random, sex)
    // A thousand people have a few namesakes, not dozens: one pair in fifteen is let through.
    while (namesake.has(name) && !random.chance(1 / 15)) name = drawName(random, sex)
    namesake.set(name, 1)
    const birthDate = dateIn(random, bornYears.first, bornYears.last)
    const hiredFirst = Math.max(hiredYears.first, Number(birthDate.slice(0, 4)) + 19)
    return {
      number:
        employer.kind === 'own'
          ? `FB${String(++employeeCount).padStart(5, '0')}`
          : nextNumber(contractorCounts, employer.contractor),
      name,
      sex,
      idNumber: idNumberOf(random, sequences, birthDate, sex),
      birthDate,
      phone: `154${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
      employer,
      position,
      team,
      hiredOn: dateIn(random, hiredFirst, Math.max(hiredFirst, hiredYears.last)),
    }
  }
}

const femaleShare: { readonly [P in PositionKey]?: number } = {
  analyst: 0.7,
  clerk: 0.6,
  operator: 0.15,
  guardian: 0.3,
  'safety-officer': 0.25,
}

const nextNumber = (counts: Map<string, number>, contractor: string): string => {
  const count = (counts.get(contractor) ?? 0) + 1
  counts.set(contractor, count)
  return `${contractor.toUpperCase()}-${String(count).padStart(2, '0')}`
}

const dateIn = (random: Random, firstYear: number, lastYear: number): string =>
  `${random.between(firstYear, lastYear)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`

const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * The county codes 329901…329905 lie in a real province but were never assigned, as the mobile prefix 154 was never handed
 * out: the numbers pass every check and still belong to nobody.
 */
const regions = ['329901', '329902', '329903', '329904', '329905'] as const

const idNumberOf = (
  random: Random,
  sequences: Map<string, number>,
  birthDate: string,
  sex: 'female' | 'male',
): string => {
  const stem = random.pick(regions) + birthDate.replaceAll('-', '')
  const used = sequences.get(stem) ?? 0
  sequences.set(stem, used + 1)
  // Odd is male; counting on keeps two people of one day and one county apart.
  const sequence = random.between(0, 90) * 10 + used * 2 + (sex === 'male' ? 1 : 2)
  const first17 = stem + String(sequence).padStart(3, '0')
  return first17 + idCheckCharacterOf(first17)
}

const creditCodeOf = (at: number): string => {
  const organisation = `MA${String(71_0430 + at * 137)}`
  const first17 = `91329901${organisation}${organisationCheckCharacterOf(organisation)}`
  return first17 + creditCheckCharacterOf(first17)
}

/** Gives the people of the story their names, taking the next free person of the right unit, position and team. */
const withCast = (drawn: readonly RosterPerson[]): Pick<Roster, 'employees' | 'cast'> => {
  const employees = [...drawn]
  const taken = new Set<number>()
  const cast = Object.fromEntries(
    castParts.map(({ part, name, unit, position, team }) => {
      const suits = (person: RosterPerson, index: number): boolean =>
        !taken.has(index) &&
        person.employer.kind === 'own' &&
        person.employer.unit === unit &&
        person.position === position &&
        person.team === team
      const sex = /[芝静]$/.test(name) ? 'female' : 'male'
      const best = employees.findIndex((person, index) => suits(person, index) && person.sex === sex)
      const at = best >= 0 ? best : employees.findIndex(suits)
      if (at < 0) throw new Error(`nobody is left to play ${part}`)
      taken.add(at)
      const person = { ...employees[at]!, name }
      employees[at] = person
      return [part, person]
    }),
  ) as { [P in CastPart]: RosterPerson }
  return { employees, cast }
}
