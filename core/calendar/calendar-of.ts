import type { IsoDate } from '../time/epoch.ts'
import type { CalendarDay, DayKind } from './calendar-day.ts'
import { isYearEntered, yearOf } from './year-entered.ts'

/**
 * The calendar as a decision sees it: what was entered for these days, and of the others whether their year was entered at all. An
 * empty calendar must not read as a year without holidays.
 */
export const calendarOf = (
  days: readonly IsoDate[],
  entries: readonly Pick<CalendarDay, 'day' | 'kind'>[],
): { readonly [date: string]: DayKind } => {
  const kinds = new Map(entries.map(({ day, kind }) => [day, kind]))
  const entered = new Map<number, boolean>()
  const isEntered = (year: number): boolean => {
    const known = entered.get(year) ?? isYearEntered(year, entries)
    entered.set(year, known)
    return known
  }
  return Object.fromEntries(
    days.flatMap((day): readonly (readonly [string, DayKind])[] => {
      const kind = kinds.get(day)
      if (kind !== undefined) return [[day, kind]]
      return isEntered(yearOf(day)) ? [] : [[day, 'not-entered']]
    }),
  )
}

/**
 * What one day counts as. Of which the calendar says nothing, the weekday decides; where its year was not entered either, a working
 * day may be a holiday for all that is known, and says so beside.
 */
export const kindsOfDay = (known: DayKind | undefined, isRestWeekday: boolean): readonly DayKind[] => {
  if (known !== undefined && known !== 'not-entered') return [known]
  if (isRestWeekday) return ['rest-day']
  return known === undefined ? ['workday'] : ['workday', known]
}
