import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../ids.ts'
import type { GasUnit } from '../job/site-records.ts'
import type { Gas } from '../rulebook/rulebook.ts'
import { inUnit, likelierUnit, unitsOf } from './typed-unit.ts'

const name = { zh: '例', en: 'example' }
const oxygen: Gas = { id: id('oxygen'), name, kind: 'oxygen' }
const methane: Gas = { id: id('methane'), name, kind: 'combustible', lelPercentVol: 5 }
const carbonMonoxide: Gas = {
  id: id('co'),
  name,
  kind: 'toxic',
  molarMassGramsPerMole: 28.01,
  limitMgPerM3Max: 30,
  basis: 'PC-STEL',
  clause: 'GBZ 2.1-2019',
}

describe('a gas', () => {
  test('is read in the units that fit it, the usual one first', () => {
    assert.deepEqual([oxygen, methane, carbonMonoxide].map(unitsOf), [
      ['percent-vol'],
      ['percent-lel', 'percent-vol', 'ppm'],
      ['ppm', 'mg-per-m3'],
    ])
  })

  test('shows its limit in the unit that is typed', () => {
    assert.equal(inUnit(methane, 0.5, 'percent-lel'), 10)
    assert.equal(inUnit(methane, 0.5, 'ppm'), 5000)
    assert.ok(Math.abs((inUnit(carbonMonoxide, 30, 'ppm') ?? 0) - 26.19) < 0.01)
    assert.equal(inUnit(oxygen, 19.5, 'ppm'), null)
  })
})

describe('a unit that was mixed up', () => {
  const likelier = (gas: Gas, value: number, unit: GasUnit) => likelierUnit(gas, { value, unit })

  test('is asked about when nobody could stand in such air', () => {
    assert.equal(likelier(methane, 10, 'percent-vol'), 'percent-lel')
    assert.equal(likelier(methane, 5, 'percent-vol'), 'percent-lel')
    assert.equal(likelier(methane, 4.9, 'percent-vol'), null)
  })

  test('is asked about when it is finer than a detector shows, because it would pass too easily', () => {
    assert.equal(likelier(methane, 0.5, 'percent-lel'), 'percent-vol')
    assert.equal(likelier(methane, 1, 'percent-lel'), null)
    assert.equal(likelier(methane, 0, 'percent-lel'), null)
  })

  test('is not guessed of a gas with one kind of reading', () => {
    assert.equal(likelier(oxygen, 90, 'percent-vol'), null)
    assert.equal(likelier(carbonMonoxide, 0.5, 'ppm'), null)
  })
})
