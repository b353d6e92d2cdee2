import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { id } from '../ids.ts'
import type { Gas } from '../rulebook/rulebook.ts'
import { toLimitUnit } from './concentration.ts'

const words = { zh: '例', en: 'example' }
const oxygen: Gas = { id: id('oxygen'), name: words, kind: 'oxygen' }
const combustible = (lelPercentVol: number): Gas => ({ id: id('gas'), name: words, kind: 'combustible', lelPercentVol })
const methane = combustible(5)
const propane = combustible(2.1)
const carbonMonoxide: Gas = {
  id: id('co'),
  name: words,
  kind: 'toxic',
  molarMassGramsPerMole: 28.01,
  limitMgPerM3Max: 30,
  basis: 'PC-STEL',
  clause: 'GBZ 2.1-2019',
}

const percentOf = (gas: Gas, value: number, unit: 'percent-lel' | 'ppm' | 'percent-vol'): number => {
  const concentration = toLimitUnit(gas, { value, unit })
  if (typeof concentration === 'string' || !('percentVol' in concentration)) throw new Error('no volume percentage')
  return concentration.percentVol
}
const milligramsOf = (ppm: number): number => {
  const concentration = toLimitUnit(carbonMonoxide, { value: ppm, unit: 'ppm' })
  if (typeof concentration === 'string' || !('mgPerM3' in concentration)) throw new Error('no mass concentration')
  return concentration.mgPerM3
}
const isNear = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not near ${expected}`)

test('10 %LEL is 0.5 % of methane, but 0.21 % of propane, whose limit is 0.2 %', () => {
  isNear(percentOf(methane, 10, 'percent-lel'), 0.5, 1e-9)
  isNear(percentOf(propane, 10, 'percent-lel'), 0.21, 1e-9)
  assert.ok(percentOf(propane, 10, 'percent-lel') > 0.2)
})

test('20 mg/m³ of carbon monoxide are about 17.5 ppm', () => {
  isNear(milligramsOf(17.46), 20, 0.01)
  isNear(milligramsOf(17.5), 20, 0.1)
})

test('10 000 ppm are one per cent', () => assert.equal(percentOf(methane, 10_000, 'ppm'), 1))

test('a reading that no air can have is impossible, not merely high', () => {
  const gases: readonly Gas[] = [oxygen, methane, carbonMonoxide]
  for (const value of [-0.1, Number.NaN, Number.POSITIVE_INFINITY])
    for (const gas of gases) assert.equal(toLimitUnit(gas, { value, unit: 'ppm' }), 'value-impossible')
  assert.equal(toLimitUnit(oxygen, { value: 100.1, unit: 'percent-vol' }), 'value-impossible')
  assert.equal(toLimitUnit(methane, { value: 1_000_001, unit: 'ppm' }), 'value-impossible')
  assert.deepEqual(toLimitUnit(oxygen, { value: 100, unit: 'percent-vol' }), { percentVol: 100 })
  assert.deepEqual(toLimitUnit(methane, { value: 0, unit: 'percent-lel' }), { percentVol: 0 })
})

test('a unit that says nothing about the gas is unfit', () => {
  assert.equal(toLimitUnit(oxygen, { value: 20, unit: 'percent-lel' }), 'unit-unfit')
  assert.equal(toLimitUnit(oxygen, { value: 20, unit: 'ppm' }), 'unit-unfit')
  assert.equal(toLimitUnit(methane, { value: 20, unit: 'mg-per-m3' }), 'unit-unfit')
  assert.equal(toLimitUnit(carbonMonoxide, { value: 20, unit: 'percent-lel' }), 'unit-unfit')
})

test('more on the display is never less in the unit of the limit, and the way back leads to the same reading', () => {
  const lel = fc.double({ min: 0, max: 100, noNaN: true })
  const limit = fc.double({ min: 0.5, max: 20, noNaN: true })
  fc.assert(
    fc.property(lel, lel, limit, (a, b, lelPercentVol) => {
      const gas: Gas = combustible(lelPercentVol)
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      assert.ok(percentOf(gas, low, 'percent-lel') <= percentOf(gas, high, 'percent-lel'))
      isNear((percentOf(gas, a, 'percent-lel') / lelPercentVol) * 100, a, 1e-9)
    }),
  )
  fc.assert(
    fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (ppm) => {
      isNear((milligramsOf(ppm) * 24.45) / 28.01, ppm, 1e-6)
      assert.ok(milligramsOf(ppm) <= milligramsOf(ppm + 1))
    }),
  )
})
