import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysBetween } from './days-between.ts'
import { dayMs, isoDate } from './epoch.ts'

const dayOf = (number: number) => isoDate(new Date(number * dayMs).toISOString().slice(0, 10))
const dayNumber = fc.integer({ min: -200_000, max: 2_000_000 })

test('days are counted over leap days, ends of years and of centuries', () => {
  const counted = [
    ['2024-02-28', '2024-03-01'],
    ['2100-02-28', '2100-03-01'],
    ['2026-12-31', '2027-01-01'],
    ['2026-11-24', '2026-11-24'],
    ['2026-11-24', '2026-11-23'],
  ].map(([from, to]) => daysBetween(isoDate(from!), isoDate(to!)))
  assert.deepEqual(counted, [2, 1, 1, 0, -1])
})

test('the count agrees with the calendar over five thousand years', () => {
  fc.assert(fc.property(dayNumber, dayNumber, (from, to) => daysBetween(dayOf(from), dayOf(to)) === to - from))
})

test('from or to what is no day there is no number of days', () => {
  for (const text of [
    '',
    '长期',
    'unlimited',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '2026-1-1',
    '20260101',
    '2026-11-2x',
  ])
    assert.ok(Number.isNaN(daysBetween(isoDate(text), isoDate('2026-11-24'))), text)
})
