import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, epochMs } from './epoch.ts'
import { secondsBehind } from './clock-drift.ts'

describe('a clock', () => {
  const noon = epochMs(Date.UTC(2026, 10, 24, 4))

  test('is right while nothing recorded lies ahead of it, or nothing was recorded', () => {
    assert.equal(secondsBehind(noon, addMinutes(noon, -5)), null)
    assert.equal(secondsBehind(noon, null), null)
  })

  test('may differ by a minute, and by no more', () => {
    assert.equal(secondsBehind(noon, addMinutes(noon, 1)), null)
    assert.equal(secondsBehind(noon, epochMs(noon + 61_000)), 61)
  })
})
