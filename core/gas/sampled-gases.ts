import type { GasId } from '../ids.ts'
import type { PlaceFacts } from '../job/facts.ts'
import type { GasTest } from '../job/site-records.ts'
import type { Gas, Rulebook } from '../rulebook/rulebook.ts'
import type { EpochMs } from '../time/epoch.ts'

/** One gas at one point, as last sampled. */
export type Sampled = {
  readonly gas: Gas
  readonly point: string
  readonly reading: {
    readonly takenAt: EpochMs
    readonly value: number
    readonly unit: GasTest['samples'][number]['readings'][number]['unit']
  } | null
}

/**
 * Which gases have to be tested at which points of the place, each with its latest reading or none. A place that does
 * not say what may be in its air, or where to sample it, is `null`: unknown.
 */
export const sampledGases = (
  kinds: readonly string[],
  rulebook: Rulebook,
  place: PlaceFacts | undefined,
  tests: readonly GasTest[],
): readonly Sampled[] | null => {
  if (!place?.gases || !place.samplingPoints || place.samplingPoints.length === 0) return null
  const needed = neededGases(kinds, rulebook, place.gases)
  if (needed === null) return null
  return place.samplingPoints.flatMap((point) =>
    needed.map((gas) => ({ gas, point, reading: latestReading(tests, point, gas.id) })),
  )
}

/** Oxygen belongs to every air; combustible and toxic gases are those of the place. A gas without a row is unknown. */
const neededGases = (
  kinds: readonly string[],
  rulebook: Rulebook,
  ofPlace: readonly GasId[],
): readonly Gas[] | null => {
  const gases: Gas[] = kinds.includes('oxygen') ? rulebook.gases.filter(({ kind }) => kind === 'oxygen') : []
  for (const id of ofPlace) {
    const gas = rulebook.gases.find((one) => one.id === id)
    if (!gas) return null
    if (gas.kind !== 'oxygen' && kinds.includes(gas.kind)) gases.push(gas)
  }
  // "No combustible gas here" must have been said of the place by a gas list, not by silence: hot work needs one named.
  return kinds.includes('combustible') && !gases.some(({ kind }) => kind === 'combustible') ? null : gases
}

const latestReading = (tests: readonly GasTest[], point: string, gas: GasId): Sampled['reading'] => {
  let latest: Sampled['reading'] = null
  for (const test of tests)
    for (const sample of test.samples)
      if (sample.point === point && (latest === null || sample.takenAt >= latest.takenAt))
        for (const { gas: id, value, unit } of sample.readings)
          if (id === gas) latest = { takenAt: sample.takenAt, value, unit }
  return latest
}
