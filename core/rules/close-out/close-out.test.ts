import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guardian, jobId, noon, welder } from '../../job/examples.ts'
import { evolve } from '../../job/evolve.ts'
import { facts } from '../../job/examples.ts'
import type { JobRecord } from '../../job/job.ts'
import type { Passage } from '../../job/site-records.ts'
import { addMinutes } from '../../time/epoch.ts'
import { codesOf, context, startedRecord } from '../examples.ts'
import { everythingCountedOut } from './everything-counted-out.ts'
import { fireWatchKept } from './fire-watch-kept.ts'

const counted = (...passages: readonly (readonly [number, Passage])[]) =>
  codesOf(
    everythingCountedOut,
    {},
    context({
      record: {
        ...startedRecord,
        passages: passages.map(([minute, passage]) => ({
          ...passage,
          by: guardian,
          occurredAt: addMinutes(noon, minute),
        })),
      },
    }),
  )
const person = (direction: 'in' | 'out'): Passage => ({ what: { person: welder }, direction })
const spanners = (direction: 'in' | 'out', count: number): Passage => ({ what: { tool: 'spanner', count }, direction })

test('everybody who went in came out, whatever the order in which the records arrived', () => {
  assert.deepEqual(counted([0, person('in')], [30, person('out')]), [])
  assert.deepEqual(counted([30, person('out')], [0, person('in')]), [])
  assert.deepEqual(counted([0, person('in')], [30, person('out')], [40, person('in')]), ['people-still-inside'])
})

test('as many tools come out as went in, not one fewer and not one more', () => {
  assert.deepEqual(counted([0, spanners('in', 5)], [30, spanners('out', 3)], [31, spanners('out', 2)]), [])
  assert.deepEqual(counted([0, spanners('in', 5)], [30, spanners('out', 4)]), ['tools-unaccounted'])
  assert.deepEqual(counted([0, spanners('in', 5)], [30, spanners('out', 6)]), ['tools-unaccounted'])
})

test('a job without a record has counted nothing', () => {
  assert.deepEqual(codesOf(everythingCountedOut, {}, context({ record: null })), ['people-not-counted'])
})

const ended: JobRecord = { ...startedRecord, work: [{ from: addMinutes(noon, -60), to: noon }] }
const watched = (...rounds: readonly (readonly [number, boolean])[]) => {
  const job = rounds.reduce(
    (before, [minute, isCalm]) =>
      evolve(before, { type: 'FireWatchRecorded', by: guardian, occurredAt: addMinutes(noon, minute), isCalm }, jobId),
    { status: 'finished', record: ended, finishedAt: noon } as Parameters<typeof evolve>[0],
  )
  const record = 'record' in job ? job.record : null
  return codesOf(fireWatchKept, { minutesMin: 30 }, context({ record, facts: facts({ now: addMinutes(noon, 60) }) }))
}

test('a calm look at the last minute of the watch or later keeps it, an earlier one does not', () => {
  assert.deepEqual(watched([30, true]), [])
  assert.deepEqual(watched([29, true]), ['fire-watch-missing'])
})

test('embers found after a calm look ask for another calm look', () => {
  assert.deepEqual(watched([31, true], [35, false]), ['fire-watch-missing'])
  assert.deepEqual(watched([31, true], [35, false], [50, true]), [])
  assert.deepEqual(watched([10, false], [31, true]), [])
})

test('while work goes on there is no watch yet, and where nothing burns none is asked', () => {
  assert.deepEqual(codesOf(fireWatchKept, { minutesMin: 30 }, context()), ['fire-watch-missing'])
  assert.deepEqual(codesOf(fireWatchKept, { minutesMin: 0 }, context()), [])
})
