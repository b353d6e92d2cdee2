import type { Fatigue } from './fatigue.ts'

export type FatigueMeasure = 'duty-hours' | 'rest-hours' | 'nights' | 'heavy-hours'
/** What an enterprise lets nobody go beyond. */
export type FatigueLimits = { readonly [L in 'dutyHoursMax' | 'restHoursMin' | 'nightsMax' | 'heavyHoursMax']: number }

export type OverLimit = { readonly measure: FatigueMeasure; readonly value: number; readonly limit: number }

/** Every limit that is reached, each with what it is and what was measured. */
export const measuresOver = (
  { dutyHours, restHours, nights, heavyHours }: Fatigue,
  { dutyHoursMax, restHoursMin, nightsMax, heavyHoursMax }: FatigueLimits,
): readonly OverLimit[] => {
  const measures: readonly (OverLimit & { readonly isOver: boolean })[] = [
    { measure: 'duty-hours', value: dutyHours, limit: dutyHoursMax, isOver: dutyHours >= dutyHoursMax },
    { measure: 'rest-hours', value: restHours, limit: restHoursMin, isOver: restHours < restHoursMin },
    { measure: 'nights', value: nights, limit: nightsMax, isOver: nights > nightsMax },
    { measure: 'heavy-hours', value: heavyHours, limit: heavyHoursMax, isOver: heavyHours >= heavyHoursMax },
  ]
  return measures.filter(({ isOver }) => isOver).map(({ measure, value, limit }) => ({ measure, value, limit }))
}
