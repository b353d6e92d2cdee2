import { toLimitUnit } from '../gas/concentration.ts'
import type { Problem } from '../job/refusal.ts'
import type { DebtTerms } from '../rulebook/contingency-mode.ts'
import type { Gas, Rulebook } from '../rulebook/rulebook.ts'
import type { Difference, PointReading } from './debt.ts'

export type Comparison =
  | { readonly kind: 'compared'; readonly differences: readonly Difference[] }
  | { readonly kind: 'incomplete'; readonly problems: readonly Problem[] }

/** Every reading of the fallback beside the source's own of that time. One without its pair is no comparison. */
export const compareReadings = (
  recorded: readonly PointReading[],
  compared: readonly PointReading[],
  { gases }: Rulebook,
  terms: DebtTerms,
): Comparison => {
  const problems: Problem[] = []
  const differences: Difference[] = []
  for (const mine of recorded) {
    const { gas: id, point } = mine
    const gas = gases.find((one) => one.id === id)
    const theirs = compared.find((one) => one.gas === id && one.point === point)
    const [a, b] = gas && theirs ? [amountOf(gas, mine), amountOf(gas, theirs)] : [null, null]
    if (!gas || a === null || b === null) {
      problems.push({ code: 'comparison-missing', params: { gas: id, point } })
      continue
    }
    const tolerance = toleranceOf(gas, terms)
    // A little more than nothing, because 20.9 − 20.4 is not quite a half in binary.
    if (Math.abs(a - b) > tolerance + 1e-9) differences.push({ gas: id, point, recorded: a, compared: b, tolerance })
  }
  return problems.length > 0 ? { kind: 'incomplete', problems } : { kind: 'compared', differences }
}

const amountOf = (gas: Gas, reading: PointReading): number | null => {
  const amount = toLimitUnit(gas, reading)
  if (typeof amount === 'string') return null
  return 'percentVol' in amount ? amount.percentVol : amount.mgPerM3
}

const toleranceOf = (gas: Gas, { oxygenPercent, lelPercent, toxicPercentOfLimit }: DebtTerms): number => {
  switch (gas.kind) {
    case 'oxygen':
      return oxygenPercent.value
    case 'combustible':
      return (lelPercent.value / 100) * gas.lelPercentVol
    case 'toxic':
      return (toxicPercentOfLimit.value / 100) * gas.limitMgPerM3Max
  }
}
