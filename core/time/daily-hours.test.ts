import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addHours, epochMs, type TimeOfDay } from './epoch.ts'
import { workingSpans } from './daily-hours.ts'
import { plantClockOf } from './plant-clock.ts'

const clock = plantClockOf('Asia/Shanghai')
/** Tuesday, eight in the morning in Shanghai. */
const eight = epochMs(Date.UTC(2026, 10, 24, 0))
const threeDays = { from: eight, to: addHours(eight, 57) }
const hours = (from: string, to: string) => ({ from: from as TimeOfDay, to: to as TimeOfDay })
const isNight = (daily?: ReturnType<typeof hours>): boolean =>
  workingSpans(threeDays, daily, clock).some((span) =>
    clock.overlapsDaily(span, '18:00' as TimeOfDay, '06:00' as TimeOfDay),
  )

test('three days of work by daylight are no night work, although their window passes two nights', () => {
  assert.equal(isNight(hours('08:00', '17:00')), false)
  assert.equal(isNight(hours('08:00', '18:00')), false)
  assert.equal(isNight(hours('08:00', '18:01')), true)
  assert.equal(isNight(), true)
})

test('hours that pass midnight end on the next day, and may have begun yesterday', () => {
  const morning = { from: eight, to: addHours(eight, 2) }
  assert.deepEqual(workingSpans(morning, hours('22:00', '09:00'), clock), [{ from: eight, to: addHours(eight, 1) }])
})

test('the spans always lie within the window, in order and apart', () => {
  const time = fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
  fc.assert(
    fc.property(time, time, fc.integer({ min: 1, max: 200 }), (from, to, length) => {
      const window = { from: eight, to: addHours(eight, length) }
      let end = window.from
      for (const span of workingSpans(window, hours(from, to), clock)) {
        assert.ok(end <= span.from && span.from < span.to && span.to <= window.to)
        end = span.to
      }
    }),
  )
})
