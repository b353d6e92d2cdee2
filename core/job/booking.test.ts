import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { epochMs, type TimeOfDay } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import { bookingOf } from './booking.ts'

const clock = plantClockOf('Asia/Shanghai')
const cutOff = '16:00' as TimeOfDay
/** A time of day in Shanghai, in November 2026. */
const on = (day: number, hour: number, minute = 0) => epochMs(Date.UTC(2026, 10, day, hour - 8, minute))

describe('a booking', () => {
  test('is in time before the cut-off of the day before, and urgent from then on', () => {
    assert.equal(bookingOf(on(25, 8), on(24, 15, 59), cutOff, clock), 'ahead')
    assert.equal(bookingOf(on(25, 8), on(24, 16), cutOff, clock), 'urgent')
    assert.equal(bookingOf(on(25, 8), on(25, 7), cutOff, clock), 'urgent')
  })
  test('counts the plant’s days: work of one minute past midnight belongs to the new one', () => {
    assert.equal(bookingOf(on(25, 0, 1), on(24, 15), cutOff, clock), 'ahead')
    assert.equal(bookingOf(on(24, 23, 59), on(24, 15), cutOff, clock), 'urgent')
    assert.equal(bookingOf(on(30, 8), on(24, 23), cutOff, clock), 'ahead')
  })
})
