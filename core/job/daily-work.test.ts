import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TimeOfDay } from '../time/epoch.ts'
import { addHours, epochMs } from '../time/epoch.ts'
import { nowIsWithinWindow } from '../rules/time/now-is-within-window.ts'
import { codesOf, context } from '../rules/examples.ts'
import { application, facts, rulebook } from './examples.ts'
import { planPermits } from './plan-permits.ts'

const eight = epochMs(Date.UTC(2026, 10, 24, 0))
const daily = { from: '08:00' as TimeOfDay, to: '17:00' as TimeOfDay }
const overDays = { ...application, window: { from: eight, to: addHours(eight, 57) } }
const ordinary = facts({ place: { ...facts().place!, zone: 'ordinary' } })

test('work of several days by daylight is not raised for the night; the same window without hours is', () => {
  const upgrades = (plan: ReturnType<typeof planPermits>) => plan.permits[0]?.upgradedBy
  assert.deepEqual(upgrades(planPermits({ ...overDays, dailyHours: daily }, {}, rulebook, ordinary)), [])
  assert.deepEqual(upgrades(planPermits(overDays, {}, rulebook, ordinary)), ['night'])
})

test('and so it may not go on at night: hours kept on paper only would evade the upgrade', () => {
  const at = (hours: number) =>
    codesOf(
      nowIsWithinWindow,
      {},
      context({ application: { ...overDays, dailyHours: daily }, facts: facts({ now: addHours(eight, hours) }) }),
    )
  assert.deepEqual(
    [at(0), at(8.99), at(9), at(14), at(24), at(57)],
    [[], [], ['outside-daily-hours'], ['outside-daily-hours'], [], ['outside-window']],
  )
})
