import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { atRest, holdMs, nextHold, type HoldEvent } from './hold.ts'

const after = (...events: HoldEvent[]) => events.reduce(nextHold, atRest)

describe('holding to confirm', () => {
  test('is done after a whole second, and not a millisecond before', () => {
    assert.equal(after({ type: 'press', at: 5 }, { type: 'elapse', at: 5 + holdMs - 1 }).at, 'holding')
    assert.equal(after({ type: 'press', at: 5 }, { type: 'elapse', at: 5 + holdMs }).at, 'done')
  })

  test('does nothing when let go early', () => {
    assert.equal(after({ type: 'press', at: 0 }, { type: 'release' }, { type: 'elapse', at: 5000 }).at, 'rest')
  })

  test('counts from the first press: a key that repeats does not start again', () => {
    assert.equal(after({ type: 'press', at: 0 }, { type: 'press', at: 900 }, { type: 'elapse', at: holdMs }).at, 'done')
  })

  test('two short presses do not add up', () => {
    const twice = after(
      { type: 'press', at: 0 },
      { type: 'release' },
      { type: 'press', at: 600 },
      { type: 'elapse', at: 1200 },
    )
    assert.equal(twice.at, 'holding')
  })

  test('confirms once for one hold', () => {
    assert.equal(
      after({ type: 'press', at: 0 }, { type: 'elapse', at: holdMs }, { type: 'press', at: 2000 }).at,
      'done',
    )
  })
})
