import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holds, type Condition } from './condition.ts'
import { conditionImplies } from './condition-implies.ts'

const load = (comparison: object): Condition => ({ fact: 'load', ...comparison }) as Condition

test('a narrower condition implies a wider one, and not the other way round', () => {
  const pairs: readonly (readonly [Condition, Condition])[] = [
    [load({ atLeast: 50 }), load({ atLeast: 40 })],
    [load({ above: 40 }), load({ atLeast: 40 })],
    [load({ below: 2 }), load({ atMost: 2 })],
    [
      { fact: 'risk', is: 'L5' },
      { fact: 'risk', atLeast: 'L4' },
    ],
    [
      { fact: 'zone', is: 'explosive' },
      { fact: 'zone', in: ['explosive', 'fire-risk'] },
    ],
    [{ all: [load({ atLeast: 40 }), { fact: 'night', is: true }] }, load({ atLeast: 40 })],
    [load({ atLeast: 40 }), { any: [load({ atLeast: 40 }), { fact: 'night', is: true }] }],
  ]
  for (const [narrow, wide] of pairs)
    assert.deepEqual(
      [conditionImplies(narrow, wide), conditionImplies(wide, narrow)],
      [true, false],
      JSON.stringify(narrow),
    )
})

test('no condition is implied by every one, and implies none', () => {
  assert.deepEqual(
    [conditionImplies(load({ above: 1 }), undefined), conditionImplies(undefined, load({ above: 1 }))],
    [true, false],
  )
})

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('atLeast', 'above', 'atMost', 'below'), at: fc.integer({ min: 0, max: 4 }) })
    .map(({ kind, at }) => load({ [kind]: at })),
  fc.constantFrom<Condition>({ fact: 'zone', is: 'a' }, { fact: 'zone', in: ['a', 'b'] }, { fact: 'zone', is: 'c' }),
)
const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree

test('what is said to be implied always holds', () => {
  fc.assert(
    fc.property(
      condition,
      condition,
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom('a', 'b', 'c'),
      (from, to, value, zone) => {
        fc.pre(conditionImplies(from, to))
        const view = { value: (fact: string) => (fact === 'load' ? value : zone), windowOverlaps: () => false }
        assert.ok(holds(from, view) !== 'yes' || holds(to, view) === 'yes')
      },
    ),
    { numRuns: 2000, maxSkipsPerRun: 1000 },
  )
})
