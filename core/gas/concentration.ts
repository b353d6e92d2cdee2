import type { GasReading } from '../job/site-records.ts'
import type { Gas } from '../rulebook/rulebook.ts'

/** Litres that a mole of gas fills at 25 °C and 101.325 kPa: mg/m³ = ppm × M / 24.45. */
export const molarVolumeLitres = 24.45
export const ppmPerPercent = 10_000

export type Concentration =
  | { readonly percentVol: number }
  | { readonly mgPerM3: number }
  | 'unit-unfit'
  | 'value-impossible'

/**
 * Converts a reading into the unit of its limit: volume % for oxygen and combustible gases, mg/m³ for toxic ones.
 *
 * GB 30871 limits combustibles in volume % while detectors show %LEL; 10 %LEL is 0.5 % of methane but 0.21 % of propane,
 * whose limit is 0.2 %. So %LEL always goes through the gas's own explosion limit, never through a rule of thumb.
 */
export const toLimitUnit = (gas: Gas, { value, unit }: Pick<GasReading, 'value' | 'unit'>): Concentration => {
  if (!Number.isFinite(value) || value < 0) return 'value-impossible'
  switch (gas.kind) {
    case 'oxygen':
      return unit === 'percent-vol' ? percentVol(value) : 'unit-unfit'
    case 'combustible':
      if (unit === 'percent-vol') return percentVol(value)
      if (unit === 'percent-lel') return percentVol((value / 100) * gas.lelPercentVol)
      return unit === 'ppm' ? percentVol(value / ppmPerPercent) : 'unit-unfit'
    case 'toxic':
      if (unit === 'mg-per-m3') return { mgPerM3: value }
      return unit === 'ppm' ? { mgPerM3: (value * gas.molarMassGramsPerMole) / molarVolumeLitres } : 'unit-unfit'
  }
}

const percentVol = (value: number): Concentration => (value <= 100 ? { percentVol: value } : 'value-impossible')
