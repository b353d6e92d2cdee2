import type { Problem } from '../job/refusal.ts'
import type { GasReading } from '../job/site-records.ts'
import type { Gas } from '../rulebook/rulebook.ts'
import { toLimitUnit } from './concentration.ts'

/** The numbers of a rulebook's demand `gas-within-limits`. */
export type GasLimits = {
  readonly oxygenPercentMin: number
  readonly oxygenPercentMax: number
  readonly oxygenPercentEnrichedMax: number
  readonly lelPercentDividing: number
  readonly combustiblePercentMax: number
  readonly combustibleLowLelPercentMax: number
}

/** From where to where a gas may lie, in the unit of its limit; both ends still pass. */
export type Band = { readonly min: number | null; readonly max: number }

export const bandOf = (gas: Gas, limits: GasLimits, isEnriched: boolean): Band => {
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

/** What is wrong with one reading, or nothing. The server and the phone of whoever types it ask this same question. */
export const judgeReading = (
  { gas, point }: { readonly gas: Gas; readonly point: string },
  reading: Pick<GasReading, 'value' | 'unit'>,
  { min, max }: Band,
): readonly Problem[] => {
  const { value, unit } = reading
  const concentration = toLimitUnit(gas, reading)
  if (concentration === 'unit-unfit') return [{ code: 'gas-unit-unfit', params: { gas: gas.id, unit } }]
  if (concentration === 'value-impossible')
    return [{ code: 'gas-value-impossible', params: { gas: gas.id, value, unit } }]
  const amount = 'percentVol' in concentration ? concentration.percentVol : concentration.mgPerM3
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
