import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { GasLine } from '#core/gas/gas-checklist.ts'
import { id } from '#core/ids.ts'
import type { GasUnit } from '#core/job/site-records.ts'
import {
  emptyDraft,
  findingOf,
  isWithinLimits,
  lineKey,
  missingCount,
  samplesOf,
  valueOf,
  type Draft,
} from './draft.ts'

const name = { zh: '例', en: 'example' }
const oxygen: GasLine = {
  point: 'upper',
  gas: { id: id('oxygen'), name, kind: 'oxygen' },
  reading: null,
  band: { min: 19.5, max: 21 },
}
const methane: GasLine = {
  point: 'upper',
  gas: { id: id('methane'), name, kind: 'combustible', lelPercentVol: 5 },
  reading: null,
  band: { min: null, max: 0.5 },
}
const typed = (line: GasLine, text: string, unit?: GasUnit, draft: Draft = emptyDraft): Draft => ({
  typed: { ...draft.typed, [lineKey(line)]: { text, at: 1000 } },
  units: unit ? { ...draft.units, [line.gas.id]: unit } : draft.units,
})
const kindOf = (line: GasLine, text: string, unit?: GasUnit) => findingOf(typed(line, text, unit), line).kind

describe('a typed reading', () => {
  test('is judged from the limit inward, and said to be low or over', () => {
    assert.deepEqual(
      ['19.4', '19.5', '21', '21.1'].map((text) => kindOf(oxygen, text)),
      ['low', 'good', 'good', 'over'],
    )
  })

  test('is not judged before it is a number', () => {
    assert.deepEqual(
      ['', '19.', '.', 'abc', '-1'].map((text) => kindOf(oxygen, text)),
      ['none', 'none', 'none', 'none', 'none'],
    )
    assert.equal(valueOf(typed(oxygen, ' 20.8 '), oxygen), 20.8)
  })

  test('in volume % that was read as %LEL is asked about, with what it would be', () => {
    assert.deepEqual(findingOf(typed(methane, '10', 'percent-vol'), methane), {
      kind: 'asked',
      unit: 'percent-lel',
      amount: 0.5,
      isGood: false,
    })
    assert.equal(kindOf(methane, '10', 'percent-lel'), 'good')
    assert.equal(kindOf(methane, '11', 'percent-lel'), 'over')
  })

  test('beyond all air is impossible', () => {
    assert.equal(kindOf(oxygen, '101'), 'impossible')
  })
})

test('a test is within limits only when every reading is there and good', () => {
  const lines = [oxygen, methane]
  const half = typed(oxygen, '20.8')
  assert.equal(missingCount(half, lines), 1)
  assert.equal(isWithinLimits(half, lines), false)
  const whole = typed(methane, '2', undefined, half)
  assert.equal(isWithinLimits(whole, lines), true)
  assert.deepEqual(samplesOf(whole, lines), [
    {
      point: 'upper',
      takenAt: 1000,
      readings: [
        { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
        { gas: 'methane', value: 2, unit: 'percent-lel' },
      ],
    },
  ])
})
