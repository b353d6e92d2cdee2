import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../../ids.ts'
import type { Gas } from '../../rulebook/rulebook.ts'
import { matchGases } from './match-gases.ts'

const name = { zh: '例', en: 'example' }
const oxygen: Gas = { id: id('oxygen'), name, kind: 'oxygen', formula: 'O2' }
const methane: Gas = { id: id('methane'), name, kind: 'combustible', lelPercentVol: 5, formula: 'CH4' }
const benzene: Gas = { id: id('benzene'), name, kind: 'combustible', lelPercentVol: 1.2, formula: 'C6H6' }
const toxicBenzene: Gas = {
  id: id('benzene-toxic'),
  name,
  kind: 'toxic',
  molarMassGramsPerMole: 78.11,
  limitMgPerM3Max: 6,
  basis: 'PC-STEL',
  clause: 'GBZ 2.1-2019',
  formula: 'C6H6',
}
const reading = (
  gas: 'oxygen' | 'combustible' | 'methane' | 'benzene' | 'co',
  unit: 'ppm' | 'percent-lel' | 'mg-per-m3' | null = null,
) => ({
  gas,
  value: 1,
  unit,
})

describe('spoken gases', () => {
  test('are those that the test asks for, combustible whichever one it is', () => {
    const found = matchGases([reading('oxygen'), reading('combustible')], [oxygen, methane])
    assert.equal(found.kind, 'matched')
    assert.deepEqual(found.kind === 'matched' && found.readings.map(({ gas }) => gas.id), ['oxygen', 'methane'])
  })

  test('are refused when nobody asks for them, or when they may be two', () => {
    assert.deepEqual(matchGases([reading('co')], [oxygen]), {
      kind: 'unmatched',
      gases: [{ gas: 'co', why: 'not-asked' }],
    })
    assert.deepEqual(matchGases([reading('combustible')], [methane, benzene]), {
      kind: 'unmatched',
      gases: [{ gas: 'combustible', why: 'several' }],
    })
    assert.deepEqual(matchGases([reading('combustible'), reading('methane')], [methane]), {
      kind: 'unmatched',
      gases: [{ gas: 'methane', why: 'several' }],
    })
  })

  test('of a liquid limited as an explosive and as a poison are told apart by their unit, or not at all', () => {
    const gasOf = (unit: 'percent-lel' | 'mg-per-m3') => {
      const found = matchGases([reading('benzene', unit)], [benzene, toxicBenzene])
      return found.kind === 'matched' ? found.readings.map(({ gas }) => gas.id) : found.gases
    }
    assert.deepEqual(gasOf('percent-lel'), ['benzene'])
    assert.deepEqual(gasOf('mg-per-m3'), ['benzene-toxic'])
    assert.equal(matchGases([reading('benzene')], [benzene, toxicBenzene]).kind, 'unmatched')
    assert.equal(matchGases([reading('benzene', 'ppm')], [benzene, toxicBenzene]).kind, 'unmatched')
  })
})
