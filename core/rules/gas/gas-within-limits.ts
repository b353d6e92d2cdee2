import { bandOf, judgeReading } from '../../gas/judge-reading.ts'
import { sampledGases } from '../../gas/sampled-gases.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** The latest reading of every gas at every point lies within its limit; the limit itself still passes (“≤”). */
export const gasWithinLimits = defineRequirement({
  id: 'gas-within-limits@1',
  parameters: {
    kinds: 'texts',
    oxygenPercentMin: 'number',
    oxygenPercentMax: 'number',
    oxygenPercentEnrichedMax: 'number',
    lelPercentDividing: 'number',
    combustiblePercentMax: 'number',
    combustibleLowLelPercentMax: 'number',
  },
  check: (parameters, { rulebook, facts, record, application }) => {
    const sampled = sampledGases(parameters.kinds, rulebook, facts.place, record?.gasTests ?? [])
    if (sampled === null) return unmet({ code: 'gases-of-place-unknown', params: { place: application.place } })
    const isEnriched = facts.place?.atmosphere === 'oxygen-enriched'
    return unmet(
      ...sampled.flatMap(({ gas, point, reading }) =>
        // A missing reading is said by `gas-sample-is-fresh`; here there is nothing to judge.
        reading ? judgeReading({ gas, point }, reading, bandOf(gas, parameters, isEnriched)) : [],
      ),
    )
  },
})
