import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import type { HoldPoint } from '#core/rulebook/hold-point.ts'
import type { Operation } from '#core/rulebook/rulebook.ts'
import { readRulebook, rulebooksFolder } from './read-rulebook.ts'

const parsed = await readRulebook('chemical')
assert.ok(parsed.ok, JSON.stringify(parsed))
const { rulebook } = parsed
const operation = (id: string): Operation => {
  const one = rulebook.operations[id]
  assert.ok(one)
  return one
}
const hot = operation('hot-work')
const space = operation('confined-space')
const level = (id: string) => hot.levels.find((one) => one.id === id) ?? assert.fail()

const point = <K extends HoldPoint['kind']>(one: Operation, kind: K) => {
  const found = one.holdPoints.find((candidate) => candidate.kind === kind && candidate.applies)
  assert.ok(found && found.applies)
  return found as Extract<HoldPoint, { kind: K; applies: true }>
}
const demandOf = (one: Operation, rule: string) =>
  point(one, 'gas-test').requires.find((demand) => demand.rule === rule) ?? assert.fail()

/** One number of the standard: what it says, what it is and where it is written. */
type Row = readonly [
  what: string,
  found: { readonly value: unknown; readonly clause?: string | undefined },
  value: number,
  clause: string,
]
const parameter = (one: Operation, rule: string, name: string): Row[1] => {
  const demand = demandOf(one, rule)
  return { value: demand.parameters[name], clause: demand.clause }
}

const limits: readonly Row[] = [
  ['hot work of the special level is valid for 8 h', level('special').validHoursMax, 8, '5.1.5'],
  ['hot work of the first level is valid for 8 h', level('first').validHoursMax, 8, '5.1.5'],
  ['hot work of the second level is valid for 72 h', level('second').validHoursMax, 72, '5.1.5'],
  ['a confined-space permit is valid for 24 h', space.levels[0]!.validHoursMax, 24, '6.10'],
  ['special-level hot work is tested again after 30 min', level('special').reTestAfterBreakMinutes, 30, '5.3.1 c'],
  ['first-level hot work is tested again after 30 min', level('first').reTestAfterBreakMinutes, 30, '5.3.1 c'],
  ['second-level hot work is tested again after 60 min', level('second').reTestAfterBreakMinutes, 60, '5.3.1 c'],
  ['a confined space is tested again after 60 min', space.levels[0]!.reTestAfterBreakMinutes, 60, '6.3 f'],
  [
    'a sample for hot work is 30 min old at most',
    parameter(hot, 'gas-sample-is-fresh@1', 'ageMinutesMax'),
    30,
    '5.3.1 c',
  ],
  [
    'a sample for a confined space is 30 min old at most',
    parameter(space, 'gas-sample-is-fresh@1', 'ageMinutesMax'),
    30,
    '6.3 a',
  ],
  [
    'combustibles are divided at an explosion limit of 4 %',
    parameter(hot, 'gas-within-limits@1', 'lelPercentDividing'),
    4,
    '5.3.2',
  ],
  [
    'combustibles of 4 % and more may reach 0.5 % vol',
    parameter(hot, 'gas-within-limits@1', 'combustiblePercentMax'),
    0.5,
    '5.3.2',
  ],
  [
    'combustibles below 4 % may reach 0.2 % vol',
    parameter(hot, 'gas-within-limits@1', 'combustibleLowLelPercentMax'),
    0.2,
    '5.3.2',
  ],
  ['in a space the same 0.5 % holds', parameter(space, 'gas-within-limits@1', 'combustiblePercentMax'), 0.5, '6.4'],
  [
    'in a space the same 0.2 % holds',
    parameter(space, 'gas-within-limits@1', 'combustibleLowLelPercentMax'),
    0.2,
    '6.4',
  ],
  ['oxygen is 19.5 % at least', parameter(space, 'gas-within-limits@1', 'oxygenPercentMin'), 19.5, '6.4'],
  ['oxygen is 21 % at most', parameter(space, 'gas-within-limits@1', 'oxygenPercentMax'), 21, '6.4'],
  [
    'oxygen is 23.5 % at most where it is enriched',
    parameter(space, 'gas-within-limits@1', 'oxygenPercentEnrichedMax'),
    23.5,
    '6.4',
  ],
  [
    'in a space readings are recorded every 120 min',
    point(space, 'gas-test').recordEveryMinutes ?? assert.fail(),
    120,
    '6.5',
  ],
  [
    'hot work is guarded by one at least',
    { ...hot.guardian.countMin.at(-1)!, value: hot.guardian.countMin.at(-1)!.atLeast },
    1,
    '4.10',
  ],
]

describe('the chemical rulebook keeps the numbers of the standard', () => {
  for (const [what, found, value, clause] of limits)
    it(`${what} (${clause})`, () => assert.deepEqual([found.value, found.clause], [value, clause]))

  it('forbids outdoor hot work from wind force 5 on, at the start and when going on (5.2.15)', () => {
    for (const demands of [hot.atStart, hot.atResume])
      assert.equal(demands.find(({ rule }) => rule === 'wind-allows@1')?.parameters['windForceForbidden'], 5)
  })

  it('keeps blinding 30 m away from hot work (7.6) and painting out of its space (6.7)', () => {
    const within = Object.fromEntries(hot.conflicts.map((one) => [one.id, [one.within, one.clause]]))
    assert.deepEqual(within['blinding-near-hot-work'], [{ metresMax: 30 }, '7.6'])
    assert.deepEqual(within['painting-in-same-space'], [{ same: 'place' }, '6.7'])
  })

  it('marks as floor every limit that the standard sets', () => {
    const all = [...hot.levels, ...space.levels].flatMap((one) => [one.validHoursMax, one.reTestAfterBreakMinutes])
    assert.ok(all.every(({ floor }) => floor === true))
    for (const one of [hot, space])
      for (const rule of ['gas-sample-is-fresh@1', 'gas-within-limits@1']) assert.equal(demandOf(one, rule).floor, true)
  })
})

describe("what is not the standard's is never called so", () => {
  it('the 30-minute snapshot, the 200 m fence and the scanned fan are the product’s', () => {
    for (const one of [hot, space]) {
      assert.deepEqual(point(one, 'snapshot').everyMinutes, { value: 30, source: 'product' })
      assert.deepEqual(point(one, 'guardian-sign-in').fenceMetresMax, { value: 200, source: 'product' })
    }
    assert.equal(point(space, 'ventilation').source, 'product')
  })

  it('risk levels and the hours of the night are the enterprise’s', () => {
    assert.equal(rulebook.calendar.night.source, 'enterprise')
    for (const one of [hot, space]) assert.ok(one.riskRows.every(({ source }) => source === 'enterprise'))
  })
})

describe('the chemical rulebook cites', () => {
  it('only clauses that exist, or another standard that it is based on', async () => {
    const { clauses } = parse(await readFile(`${rulebooksFolder}clauses.yaml`, 'utf8')) as {
      clauses: Record<string, string>
    }
    const unknown = citationsIn(rulebook).filter(
      (clause) =>
        !Object.hasOwn(clauses, clause) &&
        !rulebook.basis.some((standard) => clause === standard || clause.startsWith(`${standard} `)),
    )
    assert.deepEqual(unknown, [])
    assert.ok(citationsIn(rulebook).length > 100)
  })

  it('the measures of forms A.1 to A.8 in full', () => {
    const counts = Object.values(rulebook.operations).map(({ measures }) => measures.length)
    assert.deepEqual(counts, [16, 15, 11, 15, 20, 14, 11, 4])
  })
})

const citationsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'clause' ? [String(one)] : citationsIn(one)))
}

describe('table B.1: who signs at which level, the approver last', () => {
  const disciplines = ['water', 'electricity', 'steam', 'process', 'equipment', 'fire'].map(
    (one) => `${one}-discipline`,
  )
  const table: readonly (readonly [operation: string, level: string, ...by: readonly string[]])[] = [
    ['hot-work', 'special', 'responsible-leader'],
    ['hot-work', 'first', 'safety-department'],
    ['hot-work', 'second', 'unit-head'],
    ['confined-space', 'ungraded', 'unit-head'],
    ['blinding', 'ungraded', 'unit-head'],
    ['work-at-height', 'i', 'unit-head'],
    ['work-at-height', 'ii', 'professional-department'],
    ['work-at-height', 'iii', 'professional-department'],
    ['work-at-height', 'iv', 'chief-engineer'],
    ['lifting', 'first', 'chief-engineer'],
    ['lifting', 'second', 'professional-department'],
    ['lifting', 'third', 'professional-department'],
    ['temporary-power', 'ungraded', 'power-supply', 'power-supply-head'],
    ['excavation', 'ungraded', ...disciplines, 'safety-department', 'professional-department'],
    ['road-closing', 'ungraded', 'fire-discipline', 'safety-department', 'professional-department'],
  ]
  for (const [name, at, ...by] of table)
    it(`${name} ${at}: ${by.join(', ')}`, () =>
      assert.deepEqual(
        operation(name)
          .approvals.filter(({ clause, levels }) => clause === 'B.1' && levels.some((one) => one === at))
          .map((step) => step.by.authority),
        by,
      ))

  it('leaves no level out', () => {
    const all = Object.values(rulebook.operations).flatMap(({ id, levels }) => levels.map((one) => `${id} ${one.id}`))
    assert.deepEqual(table.map(([name, at]) => `${name} ${at}`).toSorted(), all.toSorted())
  })
})
