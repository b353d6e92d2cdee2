import { toLimitUnit } from '../../gas/concentration.ts'
import { sampledGases, type Sampled } from '../../gas/sampled-gases.ts'
import type { Problem } from '../../job/refusal.ts'
import type { Gas } from '../../rulebook/rulebook.ts'
import { defineRequirement, unmet } from '../requirement.ts'

type Limits = {
  readonly oxygenPercentMin: number
  readonly oxygenPercentMax: number
  readonly oxygenPercentEnrichedMax: number
  readonly lelPercentDividing: number
  readonly combustiblePercentMax: number
  readonly combustibleLowLelPercentMax: number
}

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
    return unmet(...sampled.flatMap((one) => judgeReading(one, parameters, isEnriched)))
  },
})

/** A missing reading is said by `gas-sample-is-fresh`; here there is nothing to judge. */
const judgeReading = ({ gas, point, reading }: Sampled, limits: Limits, isEnriched: boolean): readonly Problem[] => {
  if (!reading) return []
  const { value, unit } = reading
  const concentration = toLimitUnit(gas, reading)
  if (concentration === 'unit-unfit') return [{ code: 'gas-unit-unfit', params: { gas: gas.id, unit } }]
  if (concentration === 'value-impossible')
    return [{ code: 'gas-value-impossible', params: { gas: gas.id, value, unit } }]
  const amount = 'percentVol' in concentration ? concentration.percentVol : concentration.mgPerM3
  const { min, max } = bandOf(gas, limits, isEnriched)
  if ((min === null || amount >= min) && amount <= max) return []
  return [
    {
      code: 'gas-out-of-limits',
      params: {
        gas: gas.id,
        point,
        value: amount,
        min,
        max,
        unit: 'percentVol' in concentration ? 'percent-vol' : 'mg-per-m3',
      },
    },
  ]
}

const bandOf = (
  gas: Gas,
  limits: Limits,
  isEnriched: boolean,
): { readonly min: number | null; readonly max: number } => {
  switch (gas.kind) {
    case 'oxygen':
      return {
        min: limits.oxygenPercentMin,
        max: isEnriched ? limits.oxygenPercentEnrichedMax : limits.oxygenPercentMax,
      }
    case 'combustible':
      return {
        min: null,
        max:
          gas.lelPercentVol >= limits.lelPercentDividing
            ? limits.combustiblePercentMax
            : limits.combustibleLowLelPercentMax,
      }
    case 'toxic':
      return { min: null, max: gas.limitMgPerM3Max }
  }
}
