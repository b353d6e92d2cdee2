import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isYearEntered, statutoryDaysPerYear } from '#core/calendar/year-entered.ts'
import { demoCalendar } from './calendar.ts'

const of = (year: number) => demoCalendar.filter(({ day }) => day.startsWith(String(year)))

test('the demo has both years, and marks the one whose arrangement it does not know', () => {
  assert.deepEqual(
    [2026, 2027].map((year) => isYearEntered(year, demoCalendar)),
    [true, true],
  )
  assert.equal(of(2026).filter(({ kind }) => kind === 'holiday').length, 33)
  assert.deepEqual(
    of(2026).flatMap(({ day, kind }) => (kind === 'workday' ? [day] : [])),
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  )
  assert.equal(of(2027).length, statutoryDaysPerYear)
  assert.ok(of(2027).every(({ isProvisional }) => isProvisional))
  assert.ok(of(2026).every(({ isProvisional }) => !isProvisional))
})

test('every swapped working day is one of a weekend, and the feasts by the moon fall on their days', () => {
  for (const { day, kind } of demoCalendar)
    if (kind === 'workday') assert.ok([0, 6].includes(new Date(day).getUTCDay()), day)
  const moon = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const byMoon = (day: string) => moon.format(new Date(day)).replace(/^.*?(\d+)\D+(\d+).*$/, '$1/$2')
  // Not the New Year of 2027: its moon is new minutes before midnight in Beijing, closer than this arithmetic can tell.
  assert.deepEqual(['2026-02-17', '2026-06-19', '2026-09-25', '2027-06-09', '2027-09-15'].map(byMoon), [
    '1/1',
    '5/5',
    '8/15',
    '5/5',
    '8/15',
  ])
})
