import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs, epochMs, hourMs, isoDate, type EpochMs, type TimeOfDay } from './epoch.ts'
import { minutesOf, plantClockOf } from './plant-clock.ts'

const shanghai = plantClockOf('Asia/Shanghai')
const berlin = plantClockOf('Europe/Berlin')
const at = (text: string): EpochMs => epochMs(Date.parse(text))
const time = (text: string): TimeOfDay => text as TimeOfDay
const window = (from: string, to: string) => ({ from: at(from), to: at(to) })

test('a day belongs to the plant’s zone, not to UTC and not to the server', () => {
  assert.equal(shanghai.dateOf(at('2026-11-24T15:59:59.999Z')), '2026-11-24')
  assert.equal(shanghai.dateOf(at('2026-11-24T16:00:00Z')), '2026-11-25')
  assert.equal(shanghai.startOf(isoDate('2026-11-25')), at('2026-11-24T16:00:00Z'))
  assert.equal(shanghai.endOf(isoDate('2026-11-25')), at('2026-11-25T16:00:00Z'))
  assert.equal(shanghai.minuteOfDay(at('2026-11-24T15:59:00Z')), 23 * 60 + 59)
})

test('a month and a year end like any day, in leap years too', () => {
  assert.equal(shanghai.endOf(isoDate('2026-11-30')), shanghai.startOf(isoDate('2026-12-01')))
  assert.equal(shanghai.endOf(isoDate('2026-12-31')), shanghai.startOf(isoDate('2027-01-01')))
  assert.equal(shanghai.endOf(isoDate('2028-02-28')), shanghai.startOf(isoDate('2028-02-29')))
  assert.deepEqual(shanghai.daysOf(window('2026-11-30T10:00+08:00', '2026-12-01T10:00+08:00')), [
    '2026-11-30',
    '2026-12-01',
  ])
})

test('a day on which the clocks change has 23 or 25 hours', () => {
  const hoursOf = (date: string): number => (berlin.endOf(isoDate(date)) - berlin.startOf(isoDate(date))) / hourMs
  assert.deepEqual([hoursOf('2026-03-28'), hoursOf('2026-03-29'), hoursOf('2026-10-25')], [24, 23, 25])
  assert.equal(berlin.minuteOfDay(at('2026-03-29T00:59:00Z')), 119)
  assert.equal(berlin.minuteOfDay(at('2026-03-29T01:00:00Z')), 180)
})

test('a window that ends at midnight does not touch the next day', () => {
  assert.deepEqual(shanghai.daysOf(window('2026-11-24T20:00+08:00', '2026-11-25T00:00+08:00')), ['2026-11-24'])
  assert.deepEqual(shanghai.daysOf(window('2026-11-24T20:00+08:00', '2026-11-25T00:01+08:00')), [
    '2026-11-24',
    '2026-11-25',
  ])
})

test('weekdays run from Monday, 1, to Sunday, 7', () => {
  assert.deepEqual(
    ['2026-11-23', '2026-11-28', '2026-11-29'].map((date) => shanghai.weekdayOf(isoDate(date))),
    [1, 6, 7],
  )
})

test('the night passes midnight: it is touched from both sides, and not at its very ends', () => {
  const isNight = (from: string, to: string): boolean =>
    shanghai.overlapsDaily(window(`2026-11-${from}+08:00`, `2026-11-${to}+08:00`), time('18:00'), time('06:00'))
  assert.equal(isNight('24T06:00', '24T18:00'), false)
  assert.equal(isNight('24T06:00', '24T18:01'), true)
  assert.equal(isNight('24T05:59', '24T17:00'), true)
  assert.equal(isNight('24T01:00', '24T02:00'), true)
  assert.equal(isNight('24T23:00', '25T01:00'), true)
  assert.equal(isNight('24T08:00', '25T08:00'), true)
})

test('on a day when the clocks change, the night still ends when the clock on the wall says so', () => {
  const night = { from: time('22:00'), to: time('06:00') }
  const isNight = (from: string, to: string): boolean => berlin.overlapsDaily(window(from, to), night.from, night.to)
  assert.equal(isNight('2026-03-29T06:00+02:00', '2026-03-29T08:00+02:00'), false)
  assert.equal(isNight('2026-03-29T05:59+02:00', '2026-03-29T08:00+02:00'), true)
  assert.equal(isNight('2026-10-25T06:00+01:00', '2026-10-25T08:00+01:00'), false)
  assert.equal(isNight('2026-10-25T05:59+01:00', '2026-10-25T08:00+01:00'), true)
})

test('every instant lies in its own day, wherever the plant is', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'UTC')
  // Until 2011 Newfoundland put its clocks back at one minute past midnight, into the day before; no zone does so now.
  const instants = fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2060, 0) })
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const clock = plantClockOf(zone)
      const now = epochMs(instant)
      const date = clock.dateOf(now)
      assert.ok(clock.startOf(date) <= now && now < clock.endOf(date))
      const length = clock.endOf(date) - clock.startOf(date)
      assert.ok(length >= dayMs - 2 * hourMs && length <= dayMs + 2 * hourMs)
    }),
    { numRuns: 300 },
  )
})

test('what is no zone, no day or no time of day is not guessed at', () => {
  assert.throws(() => plantClockOf('Mars/Olympus'), RangeError)
  assert.throws(() => shanghai.startOf(isoDate('2026-13-01')), RangeError)
  for (const text of ['24:00', '6:00', '12:60', '']) assert.throws(() => minutesOf(time(text)), RangeError)
  assert.equal(minutesOf(time('18:30')), 1110)
})
