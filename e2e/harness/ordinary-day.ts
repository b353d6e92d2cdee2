import { dayMs, hourMs } from '#core/time/epoch.ts'
import { demoCalendar } from '#demo/calendar.ts'

/**
 * The day at the plant, as 2026-11-26, of this moment or of the nearest before or after it that is no weekend and of which the demo's
 * calendar says nothing: on such a day nothing but the hour and what a test enters raises a level.
 */
export const ordinaryDay = (at: number, towards: 'before' | 'after'): string => {
  for (let moment = at + 8 * hourMs; ; moment += towards === 'after' ? dayMs : -dayMs) {
    const local = new Date(moment)
    const day = local.toISOString().slice(0, 10)
    const isWeekend = local.getUTCDay() === 0 || local.getUTCDay() === 6
    if (!isWeekend && !demoCalendar.some((one) => one.day === day)) return day
  }
}
