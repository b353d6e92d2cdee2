import type { GasTest } from '../../job/site-records.ts'
import type { Problem } from '../../job/refusal.ts'
import { defineRequirement, met, unmet, type Context } from '../requirement.ts'

/** The latest gas test was made with a registered instrument, in calibration on that day, able to measure those gases. */
export const instrumentIsCalibrated = defineRequirement({
  id: 'instrument-is-calibrated@1',
  parameters: {},
  check: (_, context) => {
    const test = context.record?.gasTests.at(-1)
    // No test at all is said by `gas-sample-is-fresh`.
    return test ? unmet(...judgeInstrument(test, context)) : met
  },
})

const judgeInstrument = ({ instrument: id, samples }: GasTest, { facts, clock }: Context): readonly Problem[] => {
  const instrument = facts.instruments[id]
  if (!instrument) return [{ code: 'instrument-unknown', params: { instrument: id } }]
  const problems: Problem[] = []
  const { calibratedThrough } = instrument
  const testedOn = clock.dateOf(
    samples.reduce((last, { takenAt }) => (takenAt > last ? takenAt : last), samples[0]?.takenAt ?? facts.now),
  )
  if (calibratedThrough === undefined || calibratedThrough < testedOn)
    problems.push({
      code: 'instrument-out-of-calibration',
      params: { instrument: id, calibratedThrough: calibratedThrough ?? null },
    })
  const measured = new Set(samples.flatMap(({ readings }) => readings.map(({ gas }) => gas)))
  for (const gas of measured)
    if (!instrument.gases.includes(gas))
      problems.push({ code: 'instrument-cannot-measure', params: { instrument: id, gas } })
  return problems
}
