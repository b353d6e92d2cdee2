import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { id } from '../../ids.ts'
import { addMinutes, type EpochMs } from '../../time/epoch.ts'
import type { GuardedCommand } from '../commands.ts'
import { decide } from '../decide.ts'
import { replay } from '../evolve.ts'
import {
  facts,
  guardian,
  historyOf,
  jobAfter,
  jobId,
  leader,
  noon,
  picture,
  rulebook,
  untilActive,
} from '../examples.ts'
import type { EvidenceFacts, Facts } from '../facts.ts'
import { wayOut } from '../remedies.ts'

const atWork = jobAfter(untilActive)
const now = addMinutes(noon, 30)
const face = picture('snapshot', 0)
const front = picture('snapshot', 1)
const { position: _, ...unplaced } = face

type Pictures = { readonly face?: Partial<EvidenceFacts>; readonly front?: Partial<EvidenceFacts> }
const world = ({ face: ofFace = {}, front: ofFront = {} }: Pictures, change: Partial<Facts> = {}): Facts =>
  facts({
    now,
    evidence: {
      [face.id]: { ...face, capturedAt: now, receivedAt: now, ...ofFace },
      [front.id]: { ...front, capturedAt: now, receivedAt: now, ...ofFront },
    },
    ...change,
  })
const snapshot = (capturedAt: EpochMs = now, by = guardian): GuardedCommand => ({
  type: 'RecordSnapshot',
  by,
  occurredAt: now,
  snapshot: { workFace: face.id, guardian: front.id, capturedAt },
})
const decided = (command: GuardedCommand, pictures: Pictures, change: Partial<Facts> = {}) =>
  decide(command, atWork, rulebook, world(pictures, change))
const codes = (pictures: Pictures, command = snapshot(), change: Partial<Facts> = {}) => {
  const decision = decided(command, pictures, change)
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}
const seconds = (count: number): EpochMs => (now + count * 1000) as EpochMs
/** `metres` north of the fence's upper edge, which lies on 31.001°. */
const northOfFence = (metres: number, accuracyMetres = 0) => ({
  latitude: 31.001 + metres / 111_195,
  longitude: 121.0005,
  accuracyMetres,
})

describe('the time of a snapshot', () => {
  test('is that of its pictures, to as little as clocks differ', () => {
    const pictures = { face: { capturedAt: seconds(-40) }, front: { capturedAt: seconds(-20) } }
    assert.deepEqual(codes(pictures, snapshot(seconds(-20))), [])
    assert.deepEqual(codes(pictures, snapshot(seconds(-40))), [])
    assert.deepEqual(codes(pictures, snapshot(seconds(40))), [])
    assert.deepEqual(codes(pictures, snapshot(seconds(41))), ['snapshot-time-differs'])
    assert.deepEqual(codes(pictures, snapshot(seconds(-100))), [])
    assert.deepEqual(codes(pictures, snapshot(seconds(-101))), ['snapshot-time-differs'])
  })

  test('cannot be said to be that of a duty which was missed, and the refusal says both times', () => {
    const decision = decided(snapshot(addMinutes(now, -25)), {})
    assert.deepEqual(decision.accepted ? [] : decision.refusals, [
      {
        code: 'snapshot-time-differs',
        params: { capturedAt: addMinutes(now, -25), takenAt: now },
        clause: null,
        source: 'product',
      },
    ])
    assert.deepEqual(wayOut['snapshot-time-differs'], { owner: 'guardian', remedies: ['capture-anew'] })
  })

  test('is one: its pictures lie no further apart than one may be late', () => {
    const apart = (minutes: number) => codes({ face: { capturedAt: addMinutes(now, -minutes) } })
    assert.deepEqual(apart(5), [])
    assert.deepEqual(apart(5.01), ['snapshot-pictures-apart'])
  })

  test('is never accepted outside its pictures, whatever is said and whenever they were taken', () => {
    const offset = fc.integer({ min: -1800, max: 0 })
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: -3600, max: 600 }), (ofFace, ofFront, said) => {
        const decision = decided(snapshot(seconds(said)), {
          face: { capturedAt: seconds(ofFace) },
          front: { capturedAt: seconds(ofFront) },
        })
        const [first, last] = [Math.min(ofFace, ofFront), Math.max(ofFace, ofFront)]
        assert.equal(decision.accepted, first - 60 <= said && said <= last + 60 && last - first <= 300)
      }),
    )
  })
})

describe('the pictures of a snapshot', () => {
  test('are of the guardian who hands it in', () => {
    assert.deepEqual(codes({ front: { person: leader } }), ['evidence-of-another-person'])
    assert.deepEqual(codes({ face: { person: leader }, front: { person: leader } }), [
      'evidence-of-another-person',
      'evidence-of-another-person',
    ])
    assert.ok(codes({}, snapshot(now, leader)).includes('not-this-role'))
  })

  test('show no work where they were surely taken elsewhere', () => {
    assert.deepEqual(codes({ front: { position: northOfFence(199.9) } }), [])
    assert.deepEqual(codes({ front: { position: northOfFence(200.2) } }), ['evidence-taken-elsewhere'])
    assert.deepEqual(codes({ face: { position: northOfFence(210, 9) } }), ['evidence-taken-elsewhere'])
  })

  test('are kept where it is not certain where they were taken, and the history says so', () => {
    const placing = (pictures: Pictures, change: Partial<Facts> = {}) => {
      const decision = decided(snapshot(), pictures, change)
      assert.ok(decision.accepted)
      const [taken] = decision.events
      return taken?.type === 'SnapshotTaken' ? (taken.placing ?? 'inside') : null
    }
    assert.equal(placing({}), 'inside')
    assert.equal(placing({ face: { position: northOfFence(190, 9.9) } }), 'inside')
    assert.equal(placing({ face: { position: northOfFence(190, 10.2) } }), 'unclear')
    const evidence = { ...world({}).evidence, [face.id]: { ...unplaced, capturedAt: now } }
    assert.equal(placing({}, { evidence }), 'unclear')
    const { place: _place, ...nowhere } = world({})
    const decision = decide(snapshot(), atWork, rulebook, nowhere)
    assert.ok(decision.accepted && decision.events.some((event) => 'placing' in event && event.placing === 'unclear'))
  })
})

test('a snapshot of an earlier history stands as it was, whatever its pictures were', () => {
  const history = [
    ...historyOf(untilActive),
    {
      type: 'SnapshotTaken' as const,
      by: guardian,
      occurredAt: now,
      snapshot: { workFace: id<never>('old'), guardian: id<never>('old'), capturedAt: noon },
    },
  ]
  const job = replay(history, jobId)
  assert.ok('record' in job)
  assert.deepEqual(
    job.record.snapshots.map(({ capturedAt }) => capturedAt),
    [noon],
  )
})
