import type { Demand } from '../rulebook/rulebook.ts'
import type { GasLimits } from './judge-reading.ts'

/** The numbers of a demand `gas-within-limits`; one that lacks any of them cannot be read. */
export const readGasLimits = (parameters: Demand['parameters']): GasLimits | null => {
  const number = (name: keyof GasLimits): number => {
    const value = parameters[name]
    return typeof value === 'number' ? value : Number.NaN
  }
  const limits: GasLimits = {
    oxygenPercentMin: number('oxygenPercentMin'),
    oxygenPercentMax: number('oxygenPercentMax'),
    oxygenPercentEnrichedMax: number('oxygenPercentEnrichedMax'),
    lelPercentDividing: number('lelPercentDividing'),
    combustiblePercentMax: number('combustiblePercentMax'),
    combustibleLowLelPercentMax: number('combustibleLowLelPercentMax'),
  }
  return Object.values(limits).some(Number.isNaN) ? null : limits
}
