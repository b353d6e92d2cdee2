import { judgeInstrument } from '../../gas/judge-instrument.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** The latest gas test was made with a registered instrument, in calibration on that day, able to measure those gases. */
export const instrumentIsCalibrated = defineRequirement({
  id: 'instrument-is-calibrated@1',
  parameters: {},
  check: (_, { record, facts, clock }) => {
    const test = record?.gasTests.at(-1)
    // No test at all is said by `gas-sample-is-fresh`.
    if (!test) return met
    const { instrument, samples } = test
    const lastTakenAt = samples.reduce(
      (last, { takenAt }) => (takenAt > last ? takenAt : last),
      samples[0]?.takenAt ?? facts.now,
    )
    return unmet(
      ...judgeInstrument(instrument, facts.instruments[instrument], {
        testedOn: clock.dateOf(lastTakenAt),
        gases: samples.flatMap(({ readings }) => readings.map(({ gas }) => gas)),
      }),
    )
  },
})
