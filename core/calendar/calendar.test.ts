import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate } from '../time/epoch.ts'
import type { EnteredKind } from './calendar-day.ts'
import { calendarOf, kindsOfDay } from './calendar-of.ts'
import { isYearEntered, statutoryDaysPerYear, yearsOwed } from './year-entered.ts'

const entry = (day: string, kind: EnteredKind = 'holiday') => ({ day: isoDate(day), kind })
const holidays = (year: number, count: number) =>
  Array.from({ length: count }, (_, at) => entry(`${year}-10-${String(at + 1).padStart(2, '0')}`))
const monday = isoDate('2026-11-23')

describe('a year of the calendar', () => {
  test('is entered with as many holidays as the law gives, and not with one fewer', () => {
    assert.equal(isYearEntered(2026, holidays(2026, statutoryDaysPerYear)), true)
    assert.equal(isYearEntered(2026, holidays(2026, statutoryDaysPerYear - 1)), false)
  })

  test('is not entered by holidays of another year, nor by swapped days', () => {
    assert.equal(isYearEntered(2026, holidays(2027, 20)), false)
    assert.equal(
      isYearEntered(
        2026,
        holidays(2026, 20).map(({ day }) => entry(day, 'workday')),
      ),
      false,
    )
  })

  test('is owed while it runs, and from December on before it begins', () => {
    const thisYear = holidays(2026, 13)
    assert.deepEqual(yearsOwed(isoDate('2026-11-30'), thisYear), [])
    assert.deepEqual(yearsOwed(isoDate('2026-12-01'), thisYear), [2027])
    assert.deepEqual(yearsOwed(isoDate('2026-12-01'), [...thisYear, ...holidays(2027, 13)]), [])
    assert.deepEqual(yearsOwed(isoDate('2026-03-01'), []), [2026])
  })
})

describe('a day', () => {
  test('is what was entered; else, in a year that was entered, what its weekday says', () => {
    const entries = [...holidays(2026, 13), entry('2026-11-21', 'workday')]
    const calendar = calendarOf([isoDate('2026-11-21'), monday], entries)
    assert.deepEqual(Object.keys(calendar), ['2026-11-21'])
    assert.deepEqual(kindsOfDay(calendar['2026-11-21'], true), ['workday'])
    assert.deepEqual(kindsOfDay(calendar[monday], false), ['workday'])
    assert.deepEqual(kindsOfDay(undefined, true), ['rest-day'])
  })

  test('of a year that was not entered may be a holiday, and says so; a weekend is a rest day either way', () => {
    const calendar = calendarOf([monday], [entry('2026-11-24')])
    assert.deepEqual(calendar, { [monday]: 'not-entered' })
    assert.deepEqual(kindsOfDay(calendar[monday], false), ['workday', 'not-entered'])
    assert.deepEqual(kindsOfDay('not-entered', true), ['rest-day'])
  })

  test('is judged by its own year where the work passes New Year', () => {
    const days = [isoDate('2026-12-31'), isoDate('2027-01-01')]
    assert.deepEqual(calendarOf(days, holidays(2026, 13)), { '2027-01-01': 'not-entered' })
  })
})
