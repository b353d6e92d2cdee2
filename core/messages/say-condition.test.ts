import assert from 'node:assert/strict'
import { test } from 'node:test'
import { application, facts, guardian, rulebook, without } from '../job/examples.ts'
import { conditionViewOf } from '../job/condition-view.ts'
import type { Facts } from '../job/facts.ts'
import { assess } from '../job/assess.ts'
import { holds, type Condition } from '../rulebook/condition.ts'
import type { Operation, RiskLevel } from '../rulebook/rulebook.ts'
import { addHours, epochMs, type TimeOfDay } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import { createSay } from './create-say.ts'
import { messagesEn } from './en.ts'
import { reading } from './examples.ts'
import { sayCondition } from './say-condition.ts'
import { messagesZhCn } from './zh-cn.ts'

/** “L4 and above, or 22:00–02:00, or mean age of guardians ≥ 50: two guardians”. */
const twoGuardians: Condition = {
  any: [
    { fact: 'risk', atLeast: 'L4' },
    { fact: 'window', overlaps: { from: '22:00' as TimeOfDay, to: '02:00' as TimeOfDay } },
    { fact: 'guardians.meanAge', atLeast: 50 },
  ],
}

test('is said as a sentence in both languages', () => {
  assert.equal(
    sayCondition(twoGuardians, 'zh-CN', createSay(messagesZhCn.writing, reading)),
    '「风险等级」达到 L4 及以上，或作业时间涉及 22:00–02:00，或「监护人平均年龄」达到 50 及以上',
  )
  assert.equal(
    sayCondition(twoGuardians, 'en', createSay(messagesEn.writing, reading)),
    'the risk level is L4 or above, or the work touches 22:00–02:00, or the mean age of the guardians is 50 or above',
  )
})

test('an “or” within an “and” is bracketed, so that it is read as it is meant', () => {
  const say = createSay(messagesEn.writing, reading)
  assert.equal(
    sayCondition({ all: [{ fact: 'window.isNight', is: false }, twoGuardians] }, 'en', say).startsWith(
      'whether the work is done at night: no, and (the risk level',
    ),
    true,
  )
})

const aged = (years: number | undefined): Facts =>
  years === undefined ? facts() : without(guardian, (person) => ({ ...person, birthYear: 2026 - years }))

const truth = (risk: RiskLevel, years: number | undefined, startHour = 10) => {
  const from = epochMs(Date.UTC(2026, 10, 24, startHour - 8))
  return holds(
    twoGuardians,
    conditionViewOf({
      operation: application.operations[0]!,
      operations: application.operations,
      application: { ...application, window: { from, to: addHours(from, 4) } },
      place: facts().place,
      level: undefined,
      risk,
      people: aged(years).people,
      clock: plantClockOf('Asia/Shanghai'),
      calendar: {},
      appliedAt: from,
      rulebook,
    }),
  )
}

test('each of its parts alone is enough, at the very limit', () => {
  assert.deepEqual(
    [truth('L3', 49), truth('L4', 49), truth('L3', 50), truth('L3', 49, 18), truth('L3', 49, 19)],
    ['no', 'yes', 'yes', 'no', 'yes'],
  )
})

test('a guardian of unknown age leaves it unknown, and unknown asks for two', () => {
  assert.equal(truth('L3', undefined), 'unknown')
  const fire = rulebook.operations['fire'] as Operation
  const strict = {
    ...rulebook,
    operations: {
      ...rulebook.operations,
      fire: {
        ...fire,
        guardian: {
          ...fire.guardian,
          countMin: [{ atLeast: 2, when: twoGuardians, source: 'enterprise' as const }, ...fire.guardian.countMin],
        },
      },
    },
  }
  const codes = (world: Facts) =>
    assess(
      'submit',
      { application, permits: [{ operation: fire.id, level: fire.levels[0]!.id, risk: 'L3' }], record: null },
      strict,
      world,
    ).refusals.map(({ code }) => code)
  assert.deepEqual([codes(aged(undefined)), codes(aged(49))], [['people-too-few'], []])
})
