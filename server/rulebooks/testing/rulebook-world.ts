import { id, type LevelId, type PersonId } from '#core/ids.ts'
import type { Application, FieldValue } from '#core/job/application.ts'
import { application as example, facts as exampleFacts, leader, guardian, analyst, welder } from '#core/job/examples.ts'
import type { Facts, PersonFacts, PlaceFacts } from '#core/job/facts.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import { camera } from '#core/video/examples.ts'
import { addHours, epochMs, isoDate } from '#core/time/epoch.ts'
import { byCategory } from '#core/people/by-category.ts'

/** Tuesday, ten in the morning in Shanghai: no night, no rest day. */
export const morning = epochMs(Date.UTC(2026, 10, 24, 2))

/** A place where nothing is dangerous; a test makes it so. */
export const quietPlace: PlaceFacts = {
  ...exampleFacts().place!,
  kind: 'area',
  zone: 'ordinary',
  atmosphere: 'ordinary',
  isInOperation: false,
  isInMajorHazardDike: false,
  isPipeRack: false,
  isOutdoor: true,
  pipe: 'P-101',
  gases: [id('methane')],
}

/** A world in which everybody holds everything that the rulebook names, and nothing stands in the way. */
export const worldOf = (rulebook: Rulebook, change: Partial<Facts> = {}, place: Partial<PlaceFacts> = {}): Facts => {
  const base = exampleFacts()
  const highest = Object.fromEntries(
    Object.values(rulebook.operations).map((one): [string, LevelId] => [one.id, one.levels.at(-1)!.id]),
  )
  const able = (person: PersonFacts, name: string): PersonFacts => ({
    ...person,
    credentials: byCategory(
      rulebook.categories.map((category) => ({
        id: `${name}-${category.id}`,
        category: category.id,
        holder: 'match',
        validThrough: isoDate('2027-12-31'),
        official: 'confirmed',
        officialCheckedOn: isoDate('2026-11-20'),
        revision: `credential:${name}-${category.id}@1`,
      })),
    ),
    medical: { ...person.medical!, validThrough: isoDate('2027-12-31') },
  })
  return {
    ...base,
    now: morning,
    people: Object.fromEntries(Object.entries(base.people).map(([name, one]) => [name, able(one, name)])),
    matrix: { rows: { fitter: highest }, revision: 'matrix@1' },
    place: { ...quietPlace, ...place },
    blind: {
      number: 'X-1',
      place: base.place!.id,
      pipe: 'P-101',
      state: 'planned',
      job: null,
      revision: 'blind:X-1@1',
    },
    cameras: [camera()],
    weather: { windForce: 2, sky: [], observedAt: morning, revision: 'weather@1' },
    ...change,
  }
}

/** The mildest answer to every field, so that a test changes only what it is about. */
const mildest = (operation: Operation): { readonly [field: string]: FieldValue } =>
  Object.fromEntries(
    operation.fields.map((field): [string, FieldValue] => {
      const key = `${operation.id}.${field.id}`
      switch (field.kind) {
        case 'text':
          return [key, 'X-1']
        case 'flag':
          return [key, ['fire-engines-pass', 'has-warden', 'is-unavoidable'].includes(field.id)]
        case 'choice':
          return [key, field.options[0]!.id]
        case 'choices':
          return [key, []]
        case 'number':
          return [key, Math.max(field.min, Math.min(field.max, 1))]
      }
    }),
  )

export const applicationFor = (
  rulebook: Rulebook,
  operation: Operation,
  answers: { readonly [field: string]: FieldValue } = {},
  hours = 4,
): Application => ({
  ...example,
  applicant: leader,
  leader,
  crew: [{ person: welder, duties: operation.crew.duties.map(({ id: duty }) => duty) }],
  guardians: [guardian],
  gasAnalyst: analyst,
  operations: [operation.id],
  window: { from: morning, to: addHours(morning, hours) },
  urgentReason: '渗漏,等不到明天',
  fields: {
    // Work that is called for has a form as well.
    ...Object.assign({}, ...Object.values(rulebook.operations).map(mildest)),
    ...Object.fromEntries(Object.entries(answers).map(([field, answer]) => [`${operation.id}.${field}`, answer])),
  },
})

export const person = (name: PersonId, world: Facts, change: Partial<PersonFacts>): Facts => ({
  ...world,
  people: { ...world.people, [name]: { ...world.people[name]!, ...change } },
})
