import type { IsoDate } from '../time/epoch.ts'
import type { CalendarDay } from './calendar-day.ts'

/** Public holidays of a year by law (全国年节及纪念日放假办法, from 2025 on). A calendar with fewer is not a whole year's. */
export const statutoryDaysPerYear = 13

/** From this day on the arrangement of the next year has long been published: the State Council does so in November at the latest. */
const nextYearIsDueFrom = '12-01'

export const yearOf = (day: string): number => Number(day.slice(0, 4))

export const holidaysIn = (year: number, days: readonly Pick<CalendarDay, 'day' | 'kind'>[]): number =>
  days.filter(({ day, kind }) => kind === 'holiday' && yearOf(day) === year).length

/** One holiday that somebody put in by hand makes no calendar: the others would pass for working days. */
export const isYearEntered = (year: number, days: readonly Pick<CalendarDay, 'day' | 'kind'>[]): boolean =>
  holidaysIn(year, days) >= statutoryDaysPerYear

/** The years whose holidays are owed: this one always, the next one as soon as it can be known. */
export const yearsOwed = (today: IsoDate, days: readonly Pick<CalendarDay, 'day' | 'kind'>[]): readonly number[] => {
  const year = yearOf(today)
  const owed = today.slice(5) >= nextYearIsDueFrom ? [year, year + 1] : [year]
  return owed.filter((one) => !isYearEntered(one, days))
}
