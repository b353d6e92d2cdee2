import { toLimitUnit } from '../gas/concentration.ts'
import type { GasTest } from '../job/site-records.ts'
import type { Gas, Rulebook } from '../rulebook/rulebook.ts'
import type { EpochMs } from '../time/epoch.ts'

export type TellingReading = { readonly name: string; readonly takenAt: EpochMs; readonly value: number }

/**
 * The one reading that a record has room for: of the last test the one nearest to danger, a combustible measured by its explosion
 * limit and a toxic gas by its exposure limit. Oxygen is told where nothing else was measured.
 */
export const tellingReading = (test: GasTest | undefined, { gases }: Rulebook): TellingReading | null => {
  const readings = (test?.samples ?? []).flatMap(({ takenAt, readings: measured }) =>
    measured.flatMap((reading) => {
      const gas = gases.find(({ id }) => id === reading.gas)
      const told = gas && inLimitUnit(gas, reading)
      return gas && told !== undefined ? [{ name: gas.name.zh, takenAt, value: told, danger: dangerOf(gas, told) }] : []
    }),
  )
  const worst = readings.toSorted((a, b) => b.danger - a.danger)[0]
  return worst ? { name: worst.name, takenAt: worst.takenAt, value: worst.value } : null
}

const inLimitUnit = (gas: Gas, reading: GasTest['samples'][number]['readings'][number]): number | undefined => {
  const told = toLimitUnit(gas, reading)
  if (typeof told === 'string') return undefined
  return 'percentVol' in told ? told.percentVol : told.mgPerM3
}

const dangerOf = (gas: Gas, value: number): number => {
  switch (gas.kind) {
    case 'combustible':
      return value / gas.lelPercentVol
    case 'toxic':
      return value / gas.limitMgPerM3Max
    case 'oxygen':
      return -1
  }
}
