import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { facts, noon, rulebook } from '../../job/examples.ts'
import type { GasUnit } from '../../job/site-records.ts'
import type { Gas } from '../../rulebook/rulebook.ts'
import { addMinutes } from '../../time/epoch.ts'
import { codesOf, context, startedRecord } from '../examples.ts'
import { gasWithinLimits } from './gas-within-limits.ts'

const limits = {
  kinds: ['oxygen', 'combustible', 'toxic'],
  oxygenPercentMin: 19.5,
  oxygenPercentMax: 21,
  oxygenPercentEnrichedMax: 23.5,
  lelPercentDividing: 4,
  combustiblePercentMax: 0.5,
  combustibleLowLelPercentMax: 0.2,
}
const words = { zh: '例', en: 'example' }
const propane: Gas = { id: id('propane'), name: words, kind: 'combustible', lelPercentVol: 2.1 }
const dividing: Gas = { id: id('dividing'), name: words, kind: 'combustible', lelPercentVol: 4 }
const carbonMonoxide: Gas = {
  id: id('co'),
  name: words,
  kind: 'toxic',
  molarMassGramsPerMole: 28.01,
  limitMgPerM3Max: 20,
  basis: 'PC-STEL',
  clause: 'GBZ 2.1-2019',
}
type Reading = readonly [gas: string, value: number, unit: GasUnit]

/** Samples of one point, a minute apart. */
const codes = (...samples: readonly (readonly Reading[])[]) => {
  const [test] = startedRecord.gasTests
  if (!test) throw new Error('the example job has no gas test')
  return codesOf(
    gasWithinLimits,
    limits,
    context({
      rulebook: { ...rulebook, gases: [...rulebook.gases, propane, dividing, carbonMonoxide] },
      facts: facts({
        now: addMinutes(noon, 10),
        place: {
          ...facts().place!,
          samplingPoints: ['middle'],
          gases: [id('methane'), propane.id, dividing.id, carbonMonoxide.id],
        },
      }),
      record: {
        ...startedRecord,
        gasTests: samples.map((readings, minute) => ({
          ...test,
          samples: [
            {
              point: 'middle',
              takenAt: addMinutes(noon, minute),
              readings: readings.map(([gas, value, unit]) => ({ gas: id<never>(gas), value, unit })),
            },
          ],
        })),
      },
    }),
  )
}
const refused = ['gas-out-of-limits']

test('10 %LEL passes for methane and is refused for propane, whose limit is 0.2 %', () => {
  assert.deepEqual(codes([['methane', 10, 'percent-lel']]), [])
  assert.deepEqual(codes([['propane', 10, 'percent-lel']]), refused)
  assert.deepEqual(codes([['propane', 0.2, 'percent-vol']]), [])
  assert.deepEqual(codes([['propane', 0.21, 'percent-vol']]), refused)
})

test('a gas whose lower explosion limit is the dividing one has the wider limit', () => {
  assert.deepEqual(codes([['dividing', 0.5, 'percent-vol']]), [])
  assert.deepEqual(codes([['dividing', 0.51, 'percent-vol']]), refused)
})

test('a toxic gas passes up to its limit, in mg/m³ and in ppm', () => {
  assert.deepEqual(codes([['co', 20, 'mg-per-m3']]), [])
  assert.deepEqual(codes([['co', 20.1, 'mg-per-m3']]), refused)
  assert.deepEqual(codes([['co', 17.4, 'ppm']]), [])
  assert.deepEqual(codes([['co', 17.5, 'ppm']]), refused)
})

test('a reading that says nothing is no good reading', () => {
  assert.deepEqual(codes([['co', 1, 'percent-lel']]), ['gas-unit-unfit'])
  assert.deepEqual(codes([['methane', Number.NaN, 'percent-lel']]), ['gas-value-impossible'])
  assert.deepEqual(codes([['methane', -1, 'percent-lel']]), ['gas-value-impossible'])
})

test('the latest reading counts, for the better and for the worse', () => {
  assert.deepEqual(codes([['methane', 20, 'percent-lel']], [['methane', 5, 'percent-lel']]), [])
  assert.deepEqual(codes([['methane', 5, 'percent-lel']], [['methane', 20, 'percent-lel']]), refused)
  assert.deepEqual(codes([['methane', 20, 'percent-lel']], [['co', 1, 'ppm']]), refused)
})

test('a place that does not say what may be in its air has no limits that could be met', () => {
  const { gases: _, ...silent } = facts().place!
  for (const place of [silent, { ...facts().place!, gases: [id<never>('nobody-knows')] }, { ...silent, gases: [] }])
    assert.deepEqual(codesOf(gasWithinLimits, limits, context({ facts: facts({ place }) })), ['gases-of-place-unknown'])
})
