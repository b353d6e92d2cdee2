import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type JobId, type PersonId } from '../ids.ts'
import { analyst, application, facts, guardian, noon, rulebook, welder, without } from '../job/examples.ts'
import type { Facts, PersonFacts } from '../job/facts.ts'
import { addHours, isoDate } from '../time/epoch.ts'
import { findSubstitutes, type SubstituteSearch } from './substitutes.ts'
import { changeEach } from './by-category.ts'

const colleague = (name: string) => id<PersonId>(name)

/** The world with copies of the welder in it, each changed. */
const worldWith = (people: { readonly [name: string]: Partial<PersonFacts> }, change: Partial<Facts> = {}): Facts => {
  const known = facts()
  const pattern = known.people[welder]!
  return {
    ...known,
    ...change,
    people: {
      ...known.people,
      ...Object.fromEntries(Object.entries(people).map(([name, difference]) => [name, { ...pattern, ...difference }])),
    },
  }
}

const search = (candidates: readonly string[], change: Partial<SubstituteSearch> = {}): SubstituteSearch => ({
  application,
  part: 'crew',
  duties: [id('fire/hand'), id('space/hand')],
  replaced: welder,
  candidates: candidates.map(colleague),
  teams: {},
  ...change,
})

const orderOf = (asked: SubstituteSearch, world: Facts) =>
  findSubstitutes(asked, rulebook, world).qualified.map(({ person }) => person)

const credentialsThrough = (validThrough: string): PersonFacts['credentials'] =>
  changeEach(facts().people[welder]!.credentials, (one) => ({ ...one, validThrough: isoDate(validThrough) }))

describe('who could stand in', () => {
  test('the shift team comes before the unit, and the unit before the rest of the plant', () => {
    const world = worldWith({ elsewhere: { unit: 'workshop-2' }, unit: {}, team: {} })
    const found = findSubstitutes(
      search(['elsewhere', 'unit', 'team'], { teams: { [welder]: 'A', team: 'A', unit: 'B', elsewhere: 'A' } }),
      rulebook,
      world,
    )
    assert.deepEqual(
      found.qualified.map(({ person, reasons }) => [person, reasons[0]]),
      [
        ['team', { kind: 'same-team', team: 'A' }],
        ['unit', { kind: 'same-unit' }],
        ['elsewhere', { kind: 'other-unit', unit: 'workshop-2' }],
      ],
    )
  })

  test('whoever is free comes before whoever is planned for other work in that time', () => {
    const engagement = {
      job: id<JobId>('job-2'),
      person: colleague('a-busy'),
      as: 'worker',
      state: 'planned',
      window: { from: noon, to: addHours(noon, 2) },
    } as const
    const world = worldWith({ 'a-busy': {}, 'b-free': {} }, { engagements: [engagement] })
    assert.deepEqual(orderOf(search(['a-busy', 'b-free']), world), ['b-free', 'a-busy'])
  })

  test('of equals, the one whose documents last longer comes first, and the reason says how long', () => {
    const world = worldWith({
      'a-short': { credentials: credentialsThrough('2026-12-31') },
      'b-long': { credentials: credentialsThrough('2027-03-31') },
    })
    const { qualified } = findSubstitutes(search(['a-short', 'b-long']), rulebook, world)
    assert.deepEqual(
      qualified.map(({ person, reasons }) => [person, reasons.at(-1)]),
      [
        ['b-long', { kind: 'documents-through', through: '2027-03-31' }],
        ['a-short', { kind: 'documents-through', through: '2026-12-31' }],
      ],
    )
  })

  test('a document that ends on the last day of the work still qualifies, one that ends the day before does not', () => {
    const world = worldWith({
      boundary: { credentials: credentialsThrough('2026-11-24') },
      late: { credentials: credentialsThrough('2026-11-23') },
    })
    const found = findSubstitutes(search(['boundary', 'late']), rulebook, world)
    assert.deepEqual(
      [found.qualified.map(({ person }) => person), found.unfit.map(({ person }) => person)],
      [['boundary'], ['late']],
    )
  })

  test('where nobody qualifies, the list is empty and says why the nearest fail', () => {
    const world = worldWith({
      'two-things': { credentials: {}, employment: 'left' },
      'one-thing': { employment: 'frozen' },
    })
    const { qualified, unfit } = findSubstitutes(search(['two-things', 'one-thing']), rulebook, world)
    assert.deepEqual(qualified, [])
    assert.deepEqual(
      unfit.map(({ person }) => person),
      ['one-thing', 'two-things'],
    )
    assert.ok(unfit[0]!.refusals.some(({ code }) => code === 'person-not-employed'))
  })

  test('what is wrong with others in the job does not speak against a colleague', () => {
    const world = without(guardian, (known) => ({ ...known, employment: 'left' }), worldWith({ colleague: {} }))
    assert.deepEqual(orderOf(search(['colleague']), world), ['colleague'])
  })
})

describe('nobody is offered', () => {
  test('of whom nothing is known', () => {
    assert.deepEqual(findSubstitutes(search(['stranger']), rulebook, facts()), { qualified: [], unfit: [] })
  })

  test('whose engagements or whose matrix cannot be told', () => {
    const { engagements: _, ...unanswered } = worldWith({ colleague: {} })
    const { matrix: __, ...withoutMatrix } = worldWith({ colleague: {} })
    assert.deepEqual(orderOf(search(['colleague'], { part: 'guardian', replaced: guardian }), unanswered), [])
    assert.deepEqual(orderOf(search(['colleague']), withoutMatrix), [])
  })

  test('whose medical is not known', () => {
    const world = worldWith({ colleague: {} })
    const { medical: _, ...unexamined } = world.people['colleague']!
    const found = findSubstitutes(search(['colleague']), rulebook, {
      ...world,
      people: { ...world.people, colleague: unexamined },
    })
    assert.deepEqual(
      found.unfit.map(({ refusals }) => refusals.map(({ code }) => code)),
      [['medical-missing']],
    )
  })

  test('of another employer', () => {
    const world = worldWith({ 'of-a-contractor': { employer: id('contractor') } })
    assert.deepEqual(findSubstitutes(search(['of-a-contractor']), rulebook, world), { qualified: [], unfit: [] })
  })

  test('who already has a part in the job, and whoever is replaced', () => {
    assert.deepEqual(findSubstitutes(search([guardian, analyst, welder]), rulebook, facts()), {
      qualified: [],
      unfit: [],
    })
  })

  test('while the permits cannot be worked out, since nothing says what would be asked', () => {
    const { place: _, ...nowhere } = worldWith({ colleague: {} })
    assert.deepEqual(orderOf(search(['colleague']), nowhere), [])
  })
})
