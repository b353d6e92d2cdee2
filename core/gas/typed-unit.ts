import type { GasUnit } from '../job/site-records.ts'
import type { Gas } from '../rulebook/rulebook.ts'
import { molarVolumeLitres, ppmPerPercent, toLimitUnit } from './concentration.ts'

const units: readonly GasUnit[] = ['percent-lel', 'percent-vol', 'ppm', 'mg-per-m3']

/** The units in which this gas can be read, the one that detectors usually show first. */
export const unitsOf = (gas: Gas): readonly GasUnit[] => {
  const fit = units.filter((unit) => toLimitUnit(gas, { value: 0, unit }) !== 'unit-unfit')
  return gas.kind === 'toxic' ? fit.toSorted((a) => (a === 'ppm' ? -1 : 1)) : fit
}

/** An amount in the unit of the limit, as a detector set to `unit` shows it; `null` where it never would. */
export const inUnit = (gas: Gas, amount: number, unit: GasUnit): number | null => {
  if (toLimitUnit(gas, { value: 0, unit }) === 'unit-unfit') return null
  if (gas.kind === 'combustible' && unit === 'percent-lel') return (amount / gas.lelPercentVol) * 100
  if (gas.kind === 'combustible' && unit === 'ppm') return amount * ppmPerPercent
  if (gas.kind === 'toxic' && unit === 'ppm') return (amount * molarVolumeLitres) / gas.molarMassGramsPerMole
  return amount
}

/** A detector that shows %LEL steps by whole numbers; half of one is a reading in volume %. */
const lelPercentStep = 1

/**
 * The other unit that a combustible reading was more likely read in. Above its own explosion limit nobody stands and types,
 * so a great volume % is a %LEL; below one step of %LEL the display shows volume %, and taken for %LEL it would pass
 * although it may be at the limit.
 */
export const likelierUnit = (gas: Gas, { value, unit }: { value: number; unit: GasUnit }): GasUnit | null => {
  if (gas.kind !== 'combustible') return null
  if (unit === 'percent-vol' && value >= gas.lelPercentVol && value <= 100) return 'percent-lel'
  return unit === 'percent-lel' && value > 0 && value < lelPercentStep ? 'percent-vol' : null
}
