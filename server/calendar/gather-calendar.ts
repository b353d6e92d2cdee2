import { calendarOf } from '#core/calendar/calendar-of.ts'
import { yearOf } from '#core/calendar/year-entered.ts'
import type { Facts } from '#core/job/facts.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import type { Window } from '#core/time/window.ts'
import type { Tx } from '../store/database.ts'
import { readEntries, wholeYears } from './calendar-rows.ts'

/** The days of the work, and whether their years were entered at all. Without work there is no day to ask about. */
export const gatherCalendar = async (
  tx: Tx,
  window: Window | undefined,
  timeZone: string,
): Promise<NonNullable<Facts['calendar']>> => {
  const days = window ? plantClockOf(timeZone).daysOf(window) : []
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return {}
  return calendarOf(days, await readEntries(tx, wholeYears(yearOf(first), yearOf(last))))
}
