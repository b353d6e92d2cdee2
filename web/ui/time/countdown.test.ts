import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { countdownAt, spanOf } from './countdown.ts'

const minute = 60_000
const soon = 5 * minute

describe('a countdown', () => {
  test('is calm while more than the warning time is left', () => {
    assert.deepEqual(countdownAt(12 * minute, 0, soon), { phase: 'ahead', span: { unit: 'minutes', minutes: 12 } })
  })

  test('turns exactly at the warning time', () => {
    assert.equal(countdownAt(5 * minute + 1, 0, soon).phase, 'ahead')
    assert.equal(countdownAt(5 * minute, 0, soon).phase, 'soon')
  })

  test('is over at the very instant it is due, not a minute later', () => {
    assert.equal(countdownAt(1, 0, soon).phase, 'soon')
    assert.equal(countdownAt(0, 0, soon).phase, 'over')
  })

  test('says how long it is over', () => {
    assert.deepEqual(countdownAt(0, 7 * minute, soon), { phase: 'over', span: { unit: 'minutes', minutes: 7 } })
  })

  test('never rounds time up', () => {
    assert.deepEqual(spanOf(12 * minute - 1), { unit: 'minutes', minutes: 11 })
    assert.deepEqual(spanOf(minute - 1), { unit: 'seconds', seconds: 59 })
  })

  test('names the two largest units of a long time', () => {
    assert.deepEqual(spanOf(125 * minute), { unit: 'hours', hours: 2, minutes: 5 })
    assert.deepEqual(spanOf(50 * 60 * minute), { unit: 'days', days: 2, hours: 2 })
  })
})
