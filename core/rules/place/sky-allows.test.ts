import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts, noon } from '../../job/examples.ts'
import type { Weather } from '../../place/weather.ts'
import { addMinutes } from '../../time/epoch.ts'
import { codesOf, context } from '../examples.ts'
import { skyAllows } from './sky-allows.ts'

const codes = (sky: readonly Weather[] | undefined, ageMinutes = 0, isOutdoor?: boolean) => {
  const { isOutdoor: _, ...somewhere } = facts().place!
  const weather = { observedAt: addMinutes(noon, -ageMinutes), revision: 'w@1', ...(sky ? { sky } : {}) }
  return codesOf(
    skyAllows,
    { weatherForbidden: ['thick-fog', 'thunderstorm'], ageMinutesMax: 60 },
    context({ facts: facts({ place: isOutdoor === undefined ? somewhere : { ...somewhere, isOutdoor }, weather }) }),
  )
}

test('a fair sky passes, a forbidden one does not, and rain only where it is forbidden', () => {
  assert.deepEqual([codes([]), codes(['rain']), codes(['thick-fog'])], [[], [], ['weather-forbids']])
})

test('a sky that nobody looked at, or not lately, refuses', () => {
  assert.deepEqual(
    [codes(undefined), codes([], 60), codes([], 61), codes([], -1)],
    [['weather-unknown'], [], ['weather-stale'], ['weather-stale']],
  )
})

test('under a roof the sky does not matter; where nobody said that there is one, it does', () => {
  assert.deepEqual([codes(['thick-fog'], 0, false), codes(['thick-fog'], 0, true)], [[], ['weather-forbids']])
  assert.deepEqual(codes(['thick-fog']), ['weather-forbids'])
})
