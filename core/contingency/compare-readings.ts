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
  rulebook: Rulebook,
  terms: DebtTerms,
): Comparison => {
  const pairs = recorded.map((mine) => compareReading(mine, compared.find(isPairOf(mine)), rulebook, terms))
  const problems = pairs.flatMap((pair): readonly Problem[] =>
    pair.kind === 'missing' ? [{ code: 'comparison-missing', params: { gas: pair.gas, point: pair.point } }] : [],
  )
  if (problems.length > 0) return { kind: 'incomplete', problems }
  return {
    kind: 'compared',
    differences: pairs.flatMap((pair) => (pair.kind === 'compared' && !pair.isWithin ? [pair.difference] : [])),
  }
}

export type ComparedReading =
  | { readonly kind: 'missing'; readonly gas: PointReading['gas']; readonly point: string }
  | { readonly kind: 'compared'; readonly difference: Difference; readonly isWithin: boolean }

/** One reading beside the other, in the unit of the gas's limit. What cannot be read is missing, never the same. */
export const compareReading = (
  recorded: PointReading,
  compared: PointReading | undefined,
  { gases }: Rulebook,
  terms: DebtTerms,
): ComparedReading => {
  const { gas: id, point } = recorded
  const gas = gases.find((one) => one.id === id)
  const [a, b] = gas && compared ? [amountOf(gas, recorded), amountOf(gas, compared)] : [null, null]
  if (!gas || a === null || b === null) return { kind: 'missing', gas: id, point }
  const tolerance = toleranceOf(gas, terms)
  return {
    kind: 'compared',
    difference: { gas: id, point, recorded: a, compared: b, tolerance },
    // A little more than nothing, because 20.9 − 20.4 is not quite a half in binary.
    isWithin: Math.abs(a - b) <= tolerance + 1e-9,
  }
}

const isPairOf =
  (mine: PointReading) =>
  ({ gas, point }: PointReading): boolean =>
    gas === mine.gas && point === mine.point

const amountOf = (gas: Gas, reading: PointReading): number | null => {
  const amount = toLimitUnit(gas, reading)
  if (typeof amount === 'string') return null
  return 'percentVol' in amount ? amount.percentVol : amount.mgPerM3
}

/** How far two readings of a gas may lie apart, in the unit of its limit. */
export const toleranceOf = (gas: Gas, { oxygenPercent, lelPercent, toxicPercentOfLimit }: DebtTerms): number => {
  switch (gas.kind) {
    case 'oxygen':
      return oxygenPercent.value
    case 'combustible':
      return (lelPercent.value / 100) * gas.lelPercentVol
    case 'toxic':
      return (toxicPercentOfLimit.value / 100) * gas.limitMgPerM3Max
  }
}
