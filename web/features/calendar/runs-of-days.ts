import type { CalendarDay } from '#core/calendar/calendar-day.ts'
import { daysBetween } from '#core/time/days-between.ts'
import type { IsoDate } from '#core/time/epoch.ts'

export type Run = Omit<CalendarDay, 'day'> & { readonly from: IsoDate; readonly through: IsoDate }

/** Days in a row that are the same holiday are told as one; the days come sorted. */
export const runsOf = (days: readonly CalendarDay[]): readonly Run[] => {
  const runs: Run[] = []
  for (const { day, kind, name, isProvisional } of days) {
    const last = runs.at(-1)
    const goesOn =
      last !== undefined &&
      last.kind === kind &&
      last.name === name &&
      last.isProvisional === isProvisional &&
      daysBetween(last.through, day) === 1
    if (goesOn) runs[runs.length - 1] = { ...last, through: day }
    else runs.push({ from: day, through: day, kind, name, isProvisional })
  }
  return runs
}
