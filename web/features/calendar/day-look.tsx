import type { CalendarVersion } from '#contract/calendar.ts'
import type { EnteredKind } from '#core/calendar/calendar-day.ts'
import css from './calendar.module.css'

/** How a day looks and what it is called: of what was entered, and else of its weekday. */
export type DayLook = EnteredKind | 'plain-rest' | 'plain-work'

export const lookOf = (entered: CalendarVersion | undefined, isRestWeekday: boolean): DayLook =>
  entered?.kind ?? (isRestWeekday ? 'plain-rest' : 'plain-work')

/** Colour and letter together, so that a print in grey still tells what a day is. */
export const DaySwatch = ({ look, mark }: { look: DayLook; mark: string }) => (
  <span className={css.swatch} data-look={look} aria-hidden>
    {mark}
  </span>
)
