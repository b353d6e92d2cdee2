import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts, noon } from '../../job/examples.ts'
import type { GasUnit } from '../../job/site-records.ts'
import { addMinutes, isoDate } from '../../time/epoch.ts'
import { codesOf, context, startedRecord } from '../examples.ts'
import { gasSampleIsFresh } from './gas-sample-is-fresh.ts'
import { gasTestedAfterBreak } from './gas-tested-after-break.ts'
import { gasTestedToday } from './gas-tested-today.ts'
import { gasWithinLimits } from './gas-within-limits.ts'
import { instrumentIsCalibrated } from './instrument-is-calibrated.ts'

const kinds = ['oxygen', 'combustible']
const limits = {
  kinds,
  oxygenPercentMin: 19.5,
  oxygenPercentMax: 21,
  oxygenPercentEnrichedMax: 23.5,
  lelPercentDividing: 4,
  combustiblePercentMax: 0.5,
  combustibleLowLelPercentMax: 0.2,
}
const at = (minutes: number) =>
  context({ facts: facts({ now: addMinutes(noon, minutes) }), record: { ...startedRecord, work: [] } })

const reading = (gas: string, value: number, unit: GasUnit, world = facts()) =>
  context({
    facts: world,
    record: {
      ...startedRecord,
      gasTests: startedRecord.gasTests.map((one) => ({
        ...one,
        samples: one.samples.map((sample) => ({
          ...sample,
          readings: sample.readings.map((old) => (old.gas === gas ? { ...old, value, unit } : old)),
        })),
      })),
    },
  })
const isRefused = (about: ReturnType<typeof context>): boolean =>
  codesOf(gasWithinLimits, limits, about).includes('gas-out-of-limits')

test('a sample of 30 minutes is fresh, one of 31 is stale, one from the future is neither', () => {
  const parameters = { kinds, ageMinutesMax: 30 }
  assert.deepEqual(codesOf(gasSampleIsFresh, parameters, at(30)), [])
  assert.ok(codesOf(gasSampleIsFresh, parameters, at(31)).every((code) => code === 'gas-sample-stale'))
  assert.ok(codesOf(gasSampleIsFresh, parameters, at(31)).length > 0)
  assert.ok(codesOf(gasSampleIsFresh, parameters, at(-1)).includes('gas-sample-future'))
  assert.ok(codesOf(gasSampleIsFresh, parameters, context({ record: null })).includes('gas-sample-missing'))
  const { place: _, ...unknown } = facts()
  assert.deepEqual(codesOf(gasSampleIsFresh, parameters, context({ facts: unknown })), ['gases-of-place-unknown'])
})

test('a sample that let the work begin stands while it goes on, but not one from the future', () => {
  const later = (minutes: number) => context({ facts: facts({ now: addMinutes(noon, minutes) }) })
  assert.deepEqual(codesOf(gasSampleIsFresh, { kinds, ageMinutesMax: 30 }, later(200)), [])
  assert.ok(codesOf(gasSampleIsFresh, { kinds, ageMinutesMax: 30 }, later(-1)).includes('gas-sample-future'))
})

test('oxygen passes from 19.5 to 21 %, and to 23.5 % only where it is enriched', () => {
  const enriched = facts({ place: { ...facts().place!, atmosphere: 'oxygen-enriched' } })
  const outcomes = [19.4, 19.5, 21, 21.1].map((value) => isRefused(reading('oxygen', value, 'percent-vol')))
  assert.deepEqual(outcomes, [true, false, false, true])
  assert.deepEqual(
    [21.1, 23.5, 23.6].map((value) => isRefused(reading('oxygen', value, 'percent-vol', enriched))),
    [false, false, true],
  )
})

test('methane passes to 0.5 % by volume, which is 10 %LEL', () => {
  assert.deepEqual(
    [0.5, 0.51].map((value) => isRefused(reading('methane', value, 'percent-vol'))),
    [false, true],
  )
  assert.deepEqual(
    [10, 10.1].map((value) => isRefused(reading('methane', value, 'percent-lel'))),
    [false, true],
  )
})

test('an instrument measures through its last day of calibration, and only the gases it is made for', () => {
  const meter = (change: object) =>
    context({ facts: facts({ instruments: { meter: { ...facts().instruments['meter']!, ...change } } }) })
  assert.deepEqual(codesOf(instrumentIsCalibrated, {}, meter({ calibratedThrough: isoDate('2026-11-24') })), [])
  assert.deepEqual(codesOf(instrumentIsCalibrated, {}, meter({ calibratedThrough: isoDate('2026-11-23') })), [
    'instrument-out-of-calibration',
  ])
  assert.ok(codesOf(instrumentIsCalibrated, {}, meter({ gases: [] })).includes('instrument-cannot-measure'))
  assert.deepEqual(codesOf(instrumentIsCalibrated, {}, context({ facts: facts({ instruments: {} }) })), [
    'instrument-unknown',
  ])
})

test('a break of exactly the limit needs no new test, a longer one does', () => {
  const stopped = { ...startedRecord, work: [{ ...startedRecord.work[0]!, to: noon }] }
  const after = (minutes: number) =>
    codesOf(gasTestedAfterBreak, {}, context({ record: stopped, facts: facts({ now: addMinutes(noon, minutes) }) }))
  const { value } = context().level.reTestAfterBreakMinutes
  assert.deepEqual(after(value), [])
  assert.deepEqual(after(value + 1), ['gas-test-after-break'])
})

test("yesterday's test is none for today, nor is one that will be taken later", () => {
  assert.deepEqual(codesOf(gasTestedToday, {}, at(0)), [])
  assert.deepEqual(codesOf(gasTestedToday, {}, at(24 * 60)), ['gas-test-of-day-missing'])
  assert.deepEqual(codesOf(gasTestedToday, {}, at(-1)), ['gas-test-of-day-missing'])
})
