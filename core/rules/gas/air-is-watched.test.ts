import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { heardBefore, opened, rulebook, spokenTest } from '../../contingency/examples.ts'
import { facts, noon } from '../../job/examples.ts'
import { id, type SourceId } from '../../ids.ts'
import type { Facts } from '../../job/facts.ts'
import { addMinutes } from '../../time/epoch.ts'
import { codesOf, context, startedRecord } from '../examples.ts'
import { airIsWatched } from './air-is-watched.ts'

const gatewayId = id<SourceId>('gateway-1')
const spoken = { ...startedRecord, gasTests: [{ ...spokenTest(noon).test, by: spokenTest(noon).by, occurredAt: noon }] }
const codes = (change: Partial<Facts>, record = startedRecord): readonly string[] =>
  codesOf(airIsWatched, { silentMinutesMax: 10 }, context({ rulebook, record, facts: facts(change) }))

describe('the air', () => {
  test('is watched while the fixed detectors are heard, and where there are none', () => {
    assert.deepEqual(codes({ sources: [heardBefore(9)] }), [])
    assert.deepEqual(codes({ sources: [] }), [])
    assert.deepEqual(codes({ sources: [{ ...heardBefore(null), kind: 'positioning' }] }), [])
  })

  test('is not watched when they are silent, were never heard, or nobody could look', () => {
    assert.deepEqual(codes({ sources: [heardBefore(10)] }), ['source-silent'])
    assert.deepEqual(codes({ sources: [heardBefore(null)] }), ['source-silent'])
    const { sources: _, ...unknown } = facts()
    assert.deepEqual(codesOf(airIsWatched, { silentMinutesMax: 10 }, context({ rulebook, facts: unknown })), [
      'sources-unknown',
    ])
  })

  test('is watched by hand and voice under a contingency that is open, for as long as it is', () => {
    const silent = { sources: [heardBefore(30)], contingencies: [opened()] }
    assert.deepEqual(codes(silent), ['spoken-reading-missing'])
    assert.deepEqual(codes(silent, spoken), [])
    assert.deepEqual(codes({ ...silent, contingencies: [opened({ until: noon })] }, spoken), ['source-silent'])
    assert.deepEqual(codes({ ...silent, contingencies: [opened({ openedAt: addMinutes(noon, 1) })] }, spoken), [
      'source-silent',
    ])
  })

  test('is watched under the fallback of a gateway that is silent as well, and no longer once it is heard again', () => {
    const gateway = (minutes: number | null) => ({ ...heardBefore(minutes), id: gatewayId, kind: 'gateway' as const })
    const contingencies = [opened({ source: gatewayId, mode: 'gateway-silent' })]
    const both = { sources: [heardBefore(30), gateway(30)], contingencies }
    assert.deepEqual(codes(both), ['spoken-reading-missing'])
    assert.deepEqual(codes(both, spoken), [])
    assert.deepEqual(codes({ ...both, contingencies: [] }, spoken), ['source-silent'])
    assert.deepEqual(codes({ ...both, sources: [heardBefore(30), gateway(9)] }, spoken), ['source-silent'])
    assert.deepEqual(
      codes({ ...both, sources: [heardBefore(30)] }, spoken),
      ['source-silent'],
      'another area’s gateway',
    )
  })

  test('is not watched by a contingency for another source, or by a reading from before it', () => {
    const other = opened({ source: 'detectors-2' as never })
    assert.deepEqual(codes({ sources: [heardBefore(30)], contingencies: [other] }, spoken), ['source-silent'])
    const early = { ...spoken, gasTests: spoken.gasTests.map((one) => ({ ...one, occurredAt: addMinutes(noon, -6) })) }
    assert.deepEqual(codes({ sources: [heardBefore(30)], contingencies: [opened()] }, early), [
      'spoken-reading-missing',
    ])
  })
})
