import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { PresenceState } from '../job/site-records.ts'
import type { Position, Ring } from '../place/position.ts'
import { addMinutes, epochMs } from '../time/epoch.ts'
import { presenceAt } from './presence-at.ts'
import { placeGuardian, transition } from './transition.ts'

const metresMax = 200
const metresPerDegree = 111_195
const fence: Ring = [
  [121, 31],
  [121.0005, 31],
  [121.0005, 30.9995],
  [121, 30.9995],
]
/** So many metres north of the fence. */
const north = (metres: number, accuracyMetres = 5): Position => ({
  latitude: 31 + metres / metresPerDegree,
  longitude: 121.0002,
  accuracyMetres,
})
const walk = (from: PresenceState, positions: readonly (Position | null)[]): readonly PresenceState[] => {
  const states: PresenceState[] = [from]
  for (const position of positions) {
    const previous = states.at(-1) ?? from
    const next = transition(previous, placeGuardian(previous, position, fence, metresMax))
    if (next !== null) states.push(next)
  }
  return states
}

describe('leaving and coming back', () => {
  test('whoever is clearly beyond the limit has left', () => {
    assert.deepEqual(walk('inside', [north(100), north(300)]), ['inside', 'outside'])
    assert.deepEqual(walk('inside', [north(194.9)]), ['inside'])
    assert.deepEqual(walk('inside', [north(205.1)]), ['inside', 'outside'])
  })

  test('a position in doubt changes nothing, and neither does none, nor a fence that nobody knows', () => {
    assert.deepEqual(walk('inside', [north(300, 150), null]), ['inside'])
    assert.deepEqual(walk('outside', [north(50, 160), null]), ['outside'])
    assert.deepEqual(walk('silent', [north(190, 50), null]), ['silent'])
    assert.equal(placeGuardian('inside', north(0), undefined, metresMax), 'unclear')
  })

  test('whoever left is back only well inside', () => {
    assert.deepEqual(walk('outside', [north(190)]), ['outside'])
    assert.deepEqual(walk('outside', [north(174)]), ['outside', 'inside'])
  })

  test('however a phone jitters around the border, the guardian leaves at most once', () => {
    const jitter = fc.array(
      fc.record({
        metres: fc.double({ min: 181, max: 219, noNaN: true }),
        accuracy: fc.double({ min: 0, max: 80, noNaN: true }),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(jitter, (fixes) => {
        assert.ok(
          walk(
            'inside',
            fixes.map(({ metres, accuracy }) => north(metres, accuracy)),
          ).length <= 2,
        )
      }),
    )
  })
})

describe('silence', () => {
  const noon = epochMs(Date.UTC(2026, 10, 24, 4))
  const signedIn = { presence: [{ state: 'inside' as const, since: noon }] }

  test('is counted from when the guardian was last heard, up to and with the limit', () => {
    const heard = addMinutes(noon, 20)
    assert.equal(presenceAt(signedIn, heard, 5, addMinutes(heard, 5))?.state, 'inside')
    assert.deepEqual(presenceAt(signedIn, heard, 5, epochMs(addMinutes(heard, 5) + 1)), {
      state: 'silent',
      since: heard,
    })
  })

  test('begins with the sign-in for somebody who was never heard of after it', () => {
    assert.equal(presenceAt(signedIn, undefined, 5, addMinutes(noon, 5))?.state, 'inside')
    assert.deepEqual(presenceAt(signedIn, undefined, 5, addMinutes(noon, 6)), { state: 'silent', since: noon })
  })

  test('is not broken by a sign of life from the future', () => {
    assert.equal(presenceAt(signedIn, addMinutes(noon, 60), 5, addMinutes(noon, 30))?.state, 'silent')
  })

  test('a guardian who is silent is never inside', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.option(fc.nat(600), { nil: undefined }), fc.nat(60), (passed, heard, limit) => {
        const heardAt = heard === undefined ? undefined : addMinutes(noon, heard)
        const state = presenceAt(signedIn, heardAt, limit, addMinutes(noon, passed))?.state
        const lastHeard = heard !== undefined && heard <= passed ? heard : 0
        assert.equal(state, passed - lastHeard > limit ? 'silent' : 'inside')
      }),
    )
  })
})
