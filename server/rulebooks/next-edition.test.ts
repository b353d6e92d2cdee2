import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assess } from '#core/job/assess.ts'
import { analyst, guardian, welder } from '#core/job/examples.ts'
import type { Facts } from '#core/job/facts.ts'
import { planPermits } from '#core/job/plan-permits.ts'
import { createSay } from '#core/messages/create-say.ts'
import { messagesEn } from '#core/messages/en.ts'
import { reading } from '#core/messages/examples.ts'
import { sayCondition } from '#core/messages/say-condition.ts'
import { messagesZhCn } from '#core/messages/zh-cn.ts'
import { compareEditions } from '#core/rulebook/compare-editions.ts'
import { floorBreaches } from '#core/rulebook/floors.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { addHours, epochMs } from '#core/time/epoch.ts'
import { readNextEdition } from './next-edition.ts'
import { readRulebook } from './read-rulebook.ts'
import { applicationFor, worldOf } from './testing/rulebook-world.ts'

const parsed = await readRulebook('chemical')
assert.ok(parsed.ok)
const current = parsed.rulebook
const next = await readNextEdition(current)
assert.ok(next)

/** In Shanghai, before a day on which nothing else is the matter. */
const midnight = epochMs(Date.UTC(2026, 10, 23, 16))

type Case = {
  readonly bookOf?: Rulebook
  readonly guardians?: readonly (typeof guardian)[]
  /** Of the guardian and the analyst, who guards as well where two are named. */
  readonly born?: readonly (number | undefined)[]
  readonly startsAt?: number
  readonly operation?: string
  readonly place?: Partial<NonNullable<Facts['place']>>
}

const dated = (world: Facts, born: readonly (number | undefined)[]): Facts => ({
  ...world,
  people: Object.fromEntries(
    Object.entries(world.people).map(([name, { birthYear: _unknown, ...person }]) => {
      const year = born[[guardian, analyst].findIndex((one) => one === name)]
      return [name, year === undefined ? person : { ...person, birthYear: year }]
    }),
  ),
})

/** How many guardians an application lacks, as the gate says it; null where it lacks none. */
const asked = ({ bookOf = next, guardians = [guardian], born = [1980, 1980], startsAt = 10, ...rest }: Case) => {
  const operation = bookOf.operations[rest.operation ?? 'hot-work']
  assert.ok(operation)
  const from = addHours(midnight, startsAt)
  const application = {
    ...applicationFor(bookOf, operation, {}),
    guardians,
    gasAnalyst: welder,
    window: { from, to: addHours(from, 2) },
  }
  const world = dated(worldOf(bookOf, {}, rest.place ?? {}), born)
  const { permits } = planPermits(application, {}, bookOf, world)
  const { refusals } = assess('submit', { application, permits, record: null }, bookOf, world)
  const few = refusals.find(({ code }) => code === 'people-too-few')
  return few && 'countMin' in few.params ? few.params.countMin : null
}

describe('the next chemical edition asks for two guardians', () => {
  test('from risk level L4 on, and not at L3', () => {
    assert.equal(asked({ operation: 'temporary-power', place: { zone: 'fire-risk' } }), null, 'L3')
    assert.equal(asked({ operation: 'temporary-power', place: { zone: 'explosive' } }), 2, 'L4')
  })

  test('when the work touches 22:00 to 02:00, and not up to 22:00 or from 02:00 on', () => {
    const quiet = { operation: 'temporary-power', place: { zone: 'ordinary' } } as const
    assert.equal(asked({ ...quiet, startsAt: 20 }), null)
    assert.equal(asked({ ...quiet, startsAt: 20.5 }), 2)
    assert.equal(asked({ ...quiet, startsAt: 25.5 }), 2)
    assert.equal(asked({ ...quiet, startsAt: 26 }), null)
  })

  test('when the guardians are fifty on average, and not at forty-nine and a half', () => {
    assert.equal(asked({ born: [1977] }), null)
    assert.equal(asked({ born: [1976] }), 2)
    assert.equal(asked({ guardians: [guardian, analyst], born: [1976, 1977] }), null, 'two are named already')
  })

  test('when nobody knows how old a guardian is, and two suffice although it stays unknown', () => {
    assert.equal(asked({ born: [] }), 2)
    assert.equal(asked({ guardians: [guardian, analyst], born: [1980] }), null)
  })

  test('for every kind of work, and the edition in force asks for one', () => {
    for (const operation of Object.keys(next.operations)) {
      assert.equal(next.operations[operation]?.guardian.countMin[0]?.atLeast, 2, operation)
      assert.equal(asked({ operation, born: [1970] }), 2, operation)
    }
    assert.equal(asked({ bookOf: current, born: [1970] }), null)
  })
})

test('the next edition says it as a sentence in both languages', () => {
  const when = next.operations['hot-work']?.guardian.countMin[0]?.when
  assert.ok(when)
  assert.equal(
    sayCondition(when, 'zh-CN', createSay(messagesZhCn.writing, reading)),
    '「风险等级」达到 L4 及以上，或作业时间涉及 22:00–02:00，或「监护人平均年龄」达到 50 及以上',
  )
  assert.equal(
    sayCondition(when, 'en', createSay(messagesEn.writing, reading)),
    'the risk level is L4 or above, or the work touches 22:00–02:00, or the mean age of the guardians is 50 or above',
  )
})

test('the next edition breaks no floor, changes nothing else, and is offered to no industry that has none', async () => {
  assert.deepEqual(floorBreaches(next, current), [])
  assert.ok(compareEditions(current, next).every(({ path }) => path.endsWith('.guardian.countMin')))
  const power = await readRulebook('power')
  assert.ok(power.ok)
  assert.equal(await readNextEdition(power.rulebook), null)
})
