import type { Gas } from '../../rulebook/rulebook.ts'
import type { GasUnit } from '../../job/site-records.ts'
import { toLimitUnit } from '../concentration.ts'
import type { SpokenReading } from './parse-spoken-reading.ts'
import { formulaOfSpoken, type SpokenGas } from './spoken-gas.ts'

export type MatchedReadings =
  | {
      readonly kind: 'matched'
      readonly readings: readonly { readonly gas: Gas; readonly value: number; readonly unit: GasUnit | null }[]
    }
  | { readonly kind: 'unmatched'; readonly gases: readonly Unmatched[] }

type Unmatched = { readonly gas: SpokenGas; readonly why: 'not-asked' | 'several' }

/** Finds the gases of this test that were meant. "Combustible" is clear only where one is asked for. */
export const matchGases = (readings: readonly SpokenReading[], asked: readonly Gas[]): MatchedReadings => {
  const found = readings.map((reading) => ({ reading, gases: asked.filter((gas) => isMeant(gas, reading)) }))
  const taken = found.map(({ gases }) => gases[0]?.id)
  const unmatched = found.flatMap(({ reading: { gas }, gases }, i): readonly Unmatched[] => {
    if (gases.length === 0) return [{ gas, why: 'not-asked' }]
    // Two words for the one gas are two values for it.
    return gases.length > 1 || taken.indexOf(gases[0]?.id) < i ? [{ gas, why: 'several' }] : []
  })
  if (unmatched.length > 0) return { kind: 'unmatched', gases: unmatched }
  return {
    kind: 'matched',
    readings: found.flatMap(({ reading: { value, unit }, gases }) => gases.map((gas) => ({ gas, value, unit }))),
  }
}

const isMeant = (gas: Gas, { gas: spoken, value, unit }: SpokenReading): boolean => {
  if (unit !== null && toLimitUnit(gas, { value, unit }) === 'unit-unfit') return false
  if (spoken === 'combustible') return gas.kind === 'combustible'
  if (spoken === 'oxygen') return gas.kind === 'oxygen'
  const formula = formulaOfSpoken(spoken)
  return formula === undefined ? gas.id === (spoken as string) : gas.formula === formula
}
