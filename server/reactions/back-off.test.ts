import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { epochMs } from '#core/time/epoch.ts'
import { nextAttemptAt } from './back-off.ts'

const now = epochMs(1_000_000)
const secondsAfter = (failedTries: number, waitSecondsMin?: number) =>
  (nextAttemptAt(now, failedTries, waitSecondsMin) - now) / 1000

describe('the next attempt', () => {
  test('waits twice as long after each failure, at most a quarter of an hour', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 8, 9, 1000].map((tries) => secondsAfter(tries)),
      [5, 10, 20, 40, 640, 900, 900],
    )
  })

  test('waits as long as the counterpart asks, and never less than by itself', () => {
    assert.equal(secondsAfter(1, 3600), 3600)
    assert.equal(secondsAfter(9, 10), 900)
  })

  test('is always in the future and never out of sight', () => {
    fc.assert(fc.property(fc.nat(), (tries) => secondsAfter(tries) >= 5 && secondsAfter(tries) <= 900))
  })
})
