import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addHours, epochMs, type EpochMs, type TimeOfDay } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import { measureFatigue, type LabourSpan } from './fatigue.ts'

/** 24 November 2026, 20:00 in Shanghai. */
const evening = epochMs(Date.UTC(2026, 10, 24, 12))
const scale = {
  restHoursMin: 8,
  nightHoursMin: 3,
  night: { from: '18:00' as TimeOfDay, to: '06:00' as TimeOfDay },
  clock: plantClockOf('Asia/Shanghai'),
}
const ago = (hours: number): EpochMs => addHours(evening, -hours)
const duty = (from: number, to: number | null, change: Partial<LabourSpan> = {}): LabourSpan => ({
  from: ago(from),
  to: to === null ? null : ago(to),
  kind: 'attendance',
  ...change,
})
const at = (spans: readonly LabourSpan[]) => measureFatigue(spans, evening, scale)

test('nobody without labour is tired', () => {
  assert.deepEqual(at([]), { dutyHours: 0, restHours: 24, nights: 0, heavyHours: 0 })
})

test('duty goes on through a short break and begins anew after a full rest', () => {
  assert.equal(at([duty(12, 7), duty(5, null)]).dutyHours, 10)
  assert.equal(at([duty(20, 13), duty(5, null)]).dutyHours, 5)
  assert.equal(at([duty(20, 12.9), duty(5, null)]).dutyHours, 12.1)
})

test('an hour on a job while clocked in is one hour', () => {
  assert.equal(at([duty(6, null), duty(5, 3, { kind: 'work', risk: 'L2' })]).dutyHours, 6)
})

test('the rest that counts is the longest stretch within a day', () => {
  assert.equal(at([duty(30, 22), duty(14, 8), duty(2, null)]).restHours, 8)
})

test('a night counts from three hours on, and only those of the last three days', () => {
  const nightShift = (daysAgo: number) => duty(24 * daysAgo, 24 * daysAgo - 8)
  assert.equal(at([nightShift(1)]).nights, 1)
  assert.equal(at([nightShift(1), nightShift(2), nightShift(3)]).nights, 3)
  assert.equal(at([nightShift(4)]).nights, 0)
  assert.equal(at([duty(26, 23.1)]).nights, 0, 'from 18:00 to 20:54')
  assert.equal(at([duty(26, 23)]).nights, 1, 'from 18:00 to 21:00')
})

test('only work of risk L4 and above is heavy, and work of unknown risk counts as such', () => {
  const work = (risk: LabourSpan['risk']) =>
    at([duty(10, 4, { kind: 'work', ...(risk === undefined ? {} : { risk }) })]).heavyHours
  assert.deepEqual([work('L3'), work('L4'), work('L5'), work(undefined)], [0, 6, 6, 6])
  assert.equal(at([duty(10, 4)]).heavyHours, 0, 'attendance says nothing about risk')
})

test('heavy hours are those of the last 72, to the hour', () => {
  const heavy = (from: number, to: number) => at([duty(from, to, { kind: 'work', risk: 'L4' })]).heavyHours
  assert.deepEqual([heavy(72, 71), heavy(73, 71), heavy(73, 72)], [1, 1, 0])
})

test('more labour makes nobody less tired, in whatever order it is told', () => {
  const span = fc
    .tuple(fc.double({ min: 0, max: 90, noNaN: true }), fc.double({ min: 0.1, max: 14, noNaN: true }))
    .map(([end, hours]) => duty(end + hours, end, { kind: 'work', risk: 'L4' }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), span, (spans, more) => {
      const before = at(spans)
      const after = at([more, ...spans])
      assert.ok(after.dutyHours >= before.dutyHours - 1e-9)
      assert.ok(after.restHours <= before.restHours + 1e-9)
      assert.ok(after.nights >= before.nights)
      assert.ok(after.heavyHours >= before.heavyHours - 1e-9)
      assert.deepEqual(at([...spans].toReversed()), before)
    }),
  )
})
