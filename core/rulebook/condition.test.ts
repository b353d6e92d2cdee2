import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TimeOfDay } from '../time/epoch.ts'
import { holds, type Condition, type ConditionValue, type ConditionView, type Truth } from './condition.ts'

const viewOf = (values: { readonly [fact: string]: ConditionValue }): ConditionView => ({
  value: (fact) => values[fact],
  windowOverlaps: (from) => from === '18:00',
})
const known = viewOf({ zone: 'explosive', isOutdoor: true, hours: 8, days: ['holiday'], broken: Number.NaN })
const nothing = viewOf({})

const yes: Condition = { fact: 'isOutdoor', is: true }
const no: Condition = { fact: 'isOutdoor', is: false }
const unknown: Condition = { fact: 'nobody-knows', is: true }

/** Conditions over facts that are known, unknown or of another type than asked for. */
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'condition' },
    fc.constantFrom<Condition>(
      yes,
      no,
      unknown,
      { fact: 'hours', atLeast: 8 },
      { fact: 'hours', above: 8 },
      { fact: 'zone', in: ['explosive'] },
      { fact: 'zone', atMost: 1 },
      { fact: 'days', includes: 'workday' },
    ),
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 4 }) }),
  ),
}))
const conditions = fc.array(condition, { maxLength: 4 })

test('comparisons hold at their limit or beyond it, as their words say', () => {
  const truths = (['atLeast', 'above', 'atMost', 'below'] as const).map((word) =>
    [7, 8, 9].map((limit) => holds({ fact: 'hours', [word]: limit } as Condition, known)),
  )
  assert.deepEqual(truths, [
    ['yes', 'yes', 'no'],
    ['yes', 'no', 'no'],
    ['no', 'yes', 'yes'],
    ['no', 'no', 'yes'],
  ])
})

test('texts, lists and spans of the day are compared each in its own way', () => {
  assert.equal(holds({ fact: 'zone', in: ['ordinary', 'explosive'] }, known), 'yes')
  assert.equal(holds({ fact: 'zone', in: ['ordinary'] }, known), 'no')
  assert.equal(holds({ fact: 'days', includes: 'holiday' }, known), 'yes')
  assert.equal(holds({ fact: 'days', includes: 'workday' }, known), 'no')
  const span = (from: string): Condition => ({
    fact: 'window',
    overlaps: { from: from as TimeOfDay, to: '06:00' as TimeOfDay },
  })
  assert.deepEqual([holds(span('18:00'), known), holds(span('22:00'), known)], ['yes', 'no'])
})

test('a value that is missing, of another type or not a number is unknown, never false', () => {
  const asked: readonly Condition[] = [
    unknown,
    { fact: 'zone', is: true },
    { fact: 'zone', atLeast: 1 },
    { fact: 'hours', is: '8' },
    { fact: 'hours', in: ['8'] },
    { fact: 'zone', includes: 'explosive' },
    { fact: 'broken', below: 5 },
  ]
  for (const one of asked) {
    assert.equal(holds(one, known), 'unknown', JSON.stringify(one))
    assert.equal(holds({ not: one }, known), 'unknown', JSON.stringify(one))
  }
})

test('one unknown spoils an “all” unless something in it is surely false, and an “any” unless something is surely true', () => {
  const table: readonly (readonly [Condition, Truth])[] = [
    [{ all: [yes, unknown] }, 'unknown'],
    [{ all: [unknown, no] }, 'no'],
    [{ all: [no, unknown] }, 'no'],
    [{ any: [no, unknown] }, 'unknown'],
    [{ any: [unknown, yes] }, 'yes'],
    [{ any: [yes, unknown] }, 'yes'],
    [{ all: [] }, 'yes'],
    [{ any: [] }, 'no'],
  ]
  for (const [one, truth] of table) assert.equal(holds(one, known), truth, JSON.stringify(one))
})

test('adding an unknown never makes an “all” true nor an “any” false', () => {
  fc.assert(
    fc.property(conditions, (parts) => {
      assert.notEqual(holds({ all: [...parts, unknown] }, known), 'yes')
      assert.notEqual(holds({ any: [...parts, unknown] }, known), 'no')
    }),
  )
})

test('what was answered without a fact stays answered when the fact becomes known', () => {
  const fact = fc.constantFrom('zone', 'isOutdoor', 'hours', 'days', 'nobody-knows')
  fc.assert(
    fc.property(condition, fc.uniqueArray(fact), (one, hidden) => {
      const partly: ConditionView = {
        ...known,
        value: (name) => (hidden.some((one) => one === name) ? undefined : known.value(name)),
      }
      const before = holds(one, partly)
      if (before !== 'unknown') assert.equal(holds(one, known), before)
    }),
  )
})

test('De Morgan’s laws hold with unknowns, and the order of the parts does not matter', () => {
  fc.assert(
    fc.property(conditions, (parts) => {
      const negated = parts.map((part) => ({ not: part }))
      assert.equal(holds({ not: { all: parts } }, known), holds({ any: negated }, known))
      assert.equal(holds({ not: { any: parts } }, known), holds({ all: negated }, known))
      assert.equal(holds({ all: parts }, known), holds({ all: parts.toReversed() }, known))
      assert.equal(holds({ any: parts }, known), holds({ any: parts.toReversed() }, known))
    }),
  )
})

test('where nothing is known, nothing that asks for a fact is answered', () => {
  for (const one of [yes, no, unknown]) assert.equal(holds(one, nothing), 'unknown')
})

test('risk levels are compared by their order, and an unknown one stays unknown', () => {
  const from = (risk: string | undefined) =>
    holds({ fact: 'risk', atLeast: 'L4' }, { value: () => risk, windowOverlaps: () => false })
  assert.deepEqual(
    [from('L3'), from('L4'), from('L5'), from(undefined), from('high')],
    ['no', 'yes', 'yes', 'unknown', 'unknown'],
  )
})
