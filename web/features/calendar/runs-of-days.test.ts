import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/time/epoch.ts'
import { runsOf } from './runs-of-days.ts'

const day = (date: string, name: string, change: object = {}) =>
  ({ day: isoDate(date), kind: 'holiday', name, isProvisional: false, ...change }) as const
const told = (...days: readonly ReturnType<typeof day>[]) =>
  runsOf(days).map(({ from, through, name }) => `${from} ${through} ${name}`)

test('days in a row of one holiday are one run; a gap, another name and what is provisional begin a new one', () => {
  assert.deepEqual(told(day('2026-09-30', '国庆节'), day('2026-10-01', '国庆节')), ['2026-09-30 2026-10-01 国庆节'])
  assert.equal(told(day('2026-10-01', '国庆节'), day('2026-10-03', '国庆节')).length, 2)
  assert.equal(told(day('2026-10-01', '国庆节'), day('2026-10-02', '中秋节')).length, 2)
  assert.equal(told(day('2026-10-01', '国庆节'), day('2026-10-02', '国庆节', { isProvisional: true })).length, 2)
})
