import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { facts, noon } from '../../job/examples.ts'
import { addMinutes } from '../../time/epoch.ts'
import type { Camera } from '../../video/camera.ts'
import { camera } from '../../video/examples.ts'
import { codesOf, context, startedRecord, verdictOf } from '../examples.ts'
import { recordingCoversWork } from './recording-covers-work.ts'

const asked = { protectionLevels: ['Ga', 'Gb'], silentMinutesMax: 10, gapSecondsMax: 60, handInHoursMax: 24 }
const codes = (cameras: readonly Camera[], record: typeof startedRecord | null = startedRecord) =>
  codesOf(recordingCoversWork, asked, context({ record, facts: facts({ cameras }) }))
const heard = (minutesAgo: number | null) =>
  camera({ recorder: { lastHeardAt: minutesAgo === null ? null : addMinutes(noon, -minutesAgo) } })

describe('work that has to be filmed', () => {
  test('has a camera that covers its place; without one, or where nobody can tell, it is refused', () => {
    assert.deepEqual(codes([camera()]), [])
    assert.deepEqual(codes([]), ['camera-missing'])
    const { cameras: _, ...unanswered } = facts()
    assert.deepEqual(codesOf(recordingCoversWork, asked, context({ facts: unanswered })), ['cameras-unknown'])
  })

  test('is not filmed by a camera that is faulty or not fit for the zone, and everything is said at once', () => {
    assert.deepEqual(codes([camera({ state: 'faulty' })]), ['camera-faulty'])
    assert.deepEqual(codes([camera({ explosionRating: 'Ex ec IIC T4 Gc' })]), ['camera-unfit'])
    assert.deepEqual(codes([camera({ explosionRating: null })]), ['camera-unfit'])
    assert.deepEqual(codes([camera({ explosionRating: '防爆' })]), ['camera-unfit'])
    assert.deepEqual(codes([camera({ state: 'faulty', explosionRating: null }), heard(null)]), [
      'camera-faulty',
      'camera-unfit',
      'camera-silent',
    ])
  })

  test('needs the recorder heard within ten minutes and not in the future', () => {
    assert.deepEqual(codes([heard(10)]), [])
    assert.deepEqual(codes([heard(0)]), [])
    assert.deepEqual(codes([heard(11)]), ['camera-silent'])
    assert.deepEqual(codes([heard(null)]), ['camera-silent'])
    assert.deepEqual(codes([heard(-1)]), ['camera-silent'])
  })

  test('need not have it heard while it is only applied for', () => {
    assert.deepEqual(codes([heard(600)], null), [])
    assert.deepEqual(codes([{ ...heard(600), state: 'faulty' }], null), ['camera-faulty'])
  })

  test('is filmed by one fit camera among unfit ones, for as long as that one is heard', () => {
    assert.deepEqual(codes([camera({ state: 'faulty' }), heard(2)]), [])
    const { until } = verdictOf(
      recordingCoversWork,
      asked,
      context({ facts: facts({ cameras: [heard(4), heard(2)] }) }),
    )
    assert.equal(until, addMinutes(noon, 8))
  })
})
