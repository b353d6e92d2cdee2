import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { id, type PersonId } from '../ids.ts'
import { facts, noon, unitHead } from '../job/examples.ts'
import type { PersonFacts } from '../job/facts.ts'
import { addHours, type EpochMs } from '../time/epoch.ts'
import { delegationRefusals, standsInFor, type Delegation } from './delegation.ts'

const rulebook = {
  signing: {
    addedSigner: { authorities: ['head'], source: 'enterprise' },
    delegationDaysMax: { value: 30, source: 'enterprise' },
  },
} as const
const template = facts().people[unitHead]
assert.ok(template)
const holding = (authorities: readonly string[], change: Partial<PersonFacts> = {}): PersonFacts => ({
  ...template,
  authorities,
  ...change,
})
const [ann, bob, eve] = (['ann', 'bob', 'eve'] as const).map((name) => id<PersonId>(name))
assert.ok(ann && bob && eve)
const people = { ann: holding(['head']), bob: holding(['head']), eve: holding(['head']) }
const day = (days: number): EpochMs => addHours(noon, days * 24)
const asked = { from: ann, to: bob, authority: 'head', window: { from: noon, to: day(2) } }
const codes = (change: Partial<typeof asked> = {}, known: object = {}): readonly string[] =>
  delegationRefusals({ ...asked, ...change }, rulebook, { now: noon, people, delegations: [], ...known }).map(
    ({ code }) => code,
  )
const made = (from: PersonId, to: PersonId, change: Partial<Delegation> = {}): Delegation => ({
  id: `${from}-${to}`,
  from,
  to,
  authority: 'head',
  window: asked.window,
  endedAt: null,
  ...change,
})

describe('delegating a right', () => {
  test('is possible between two who hold it, for no longer than the rulebook says', () => {
    assert.deepEqual(codes(), [])
    assert.deepEqual(codes({ window: { from: noon, to: day(30) } }), [])
    assert.deepEqual(codes({ window: { from: noon, to: addHours(day(30), 1) } }), ['delegation-too-long'])
    assert.deepEqual(codes({ window: { from: day(2), to: noon } }), ['delegation-backwards'])
    assert.deepEqual(codes({ window: { from: day(-2), to: noon } }), ['delegation-backwards'])
  })
  test('is refused to whoever does not hold it, and by whoever has none to give', () => {
    assert.deepEqual(codes({}, { people: { ...people, bob: holding(['other']) } }), ['delegate-lacks-authority'])
    assert.deepEqual(codes({}, { people: { ann: people.ann } }), ['delegate-lacks-authority'])
    assert.deepEqual(codes({}, { people: { ...people, ann: holding(['head'], { employment: 'left' }) } }), [
      'delegator-lacks-authority',
    ])
  })
  test('never leads back to its author in the same time, directly or over others', () => {
    assert.deepEqual(codes({ to: ann }), ['delegation-cycle'])
    assert.deepEqual(codes({}, { delegations: [made(bob, ann)] }), ['delegation-cycle'])
    assert.deepEqual(codes({}, { delegations: [made(bob, eve), made(eve, ann)] }), ['delegation-cycle'])
    assert.deepEqual(codes({}, { delegations: [made(bob, ann, { window: { from: day(2), to: day(3) } })] }), [])
    assert.deepEqual(codes({}, { delegations: [made(bob, ann, { endedAt: noon })] }), [])
    assert.deepEqual(codes({}, { delegations: [made(bob, ann, { authority: 'other' })] }), [])
  })
  test('is refused where it cannot be known who stands in already, or what the rulebook allows', () => {
    assert.deepEqual(codes({}, { delegations: undefined }), ['delegations-unknown'])
    const silent = delegationRefusals(asked, {}, { now: noon, people, delegations: [] })
    assert.deepEqual(
      silent.map(({ code }) => code),
      ['delegation-too-long'],
    )
  })
})

describe('however people delegate', () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => id<PersonId>(name))
  const world = fc.record({
    rights: fc.array(fc.subarray(['head', 'safety']), { minLength: names.length, maxLength: names.length }),
    wishes: fc.array(
      fc.record({
        from: fc.constantFrom(...names),
        to: fc.constantFrom(...names),
        authority: fc.constantFrom('head', 'safety'),
        start: fc.integer({ min: 0, max: 6 }),
        days: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 14 },
    ),
  })
  const live = ({ rights, wishes }: typeof world extends fc.Arbitrary<infer W> ? W : never) => {
    const known = Object.fromEntries(names.map((name, at) => [name, holding(rights[at] ?? [])]))
    const delegations = wishes.reduce<readonly Delegation[]>((made, { from, to, authority, start, days }, at) => {
      const wish = { from, to, authority, window: { from: day(start), to: day(start + days) } }
      const refusals = delegationRefusals(wish, rulebook, { now: noon, people: known, delegations: made })
      return refusals.length > 0 ? made : [...made, { ...wish, id: String(at), endedAt: null }]
    }, [])
    return { known, delegations }
  }

  test('no chain gives a right to somebody who does not hold it', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 12 }), (drawn, days) => {
        const { known, delegations } = live(drawn)
        for (const from of names)
          for (const to of names)
            for (const authority of ['head', 'safety'])
              if (standsInFor({ from, to, authority }, delegations, day(days))) {
                assert.ok(known[to]?.authorities.includes(authority) && known[from]?.authorities.includes(authority))
                assert.ok(
                  delegations.some((one) => one.from === from && one.to === to),
                  'only a direct one counts',
                )
              }
      }),
    )
  })
  test('nobody is reached again by what they handed over, at any moment', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 12 }), (drawn, days) => {
        const { delegations } = live(drawn)
        for (const author of names)
          for (const authority of ['head', 'safety']) {
            const reached = new Set<PersonId>()
            let edge = [author]
            while (edge.length > 0) {
              edge = names.filter(
                (to) =>
                  !reached.has(to) && edge.some((from) => standsInFor({ from, to, authority }, delegations, day(days))),
              )
              for (const person of edge) reached.add(person)
            }
            assert.ok(!reached.has(author), `${author} is reached again`)
          }
      }),
    )
  })
  test('what has a cycle already, by whatever mistake, is still read to its end', () => {
    const knot = [made(ann, bob), made(bob, eve), made(eve, bob)]
    assert.deepEqual(codes({ from: ann, to: bob }, { delegations: knot }), [])
    assert.deepEqual(codes({ from: eve, to: bob }, { delegations: knot }), ['delegation-cycle'])
  })
})
