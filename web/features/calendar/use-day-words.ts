import type { EnteredKind } from '#core/calendar/calendar-day.ts'
import { useWords } from '../../session/language.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import type { DayLook } from './day-look.tsx'

const isEntered = (look: DayLook): look is EnteredKind => look !== 'plain-rest' && look !== 'plain-work'

/** A day of the calendar is the same day wherever the browser stands. */
const instantOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

export const useDayWords = () => {
  const { calendar } = useWords()
  const { locale } = useUi()
  const write = (day: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(instantOf(day))
  return {
    nameOf: (look: DayLook): string =>
      isEntered(look) ? calendar.kinds[look] : look === 'plain-rest' ? calendar.plainRest : calendar.plainWork,
    markOf: (look: DayLook): string => (isEntered(look) ? calendar.kindMarks[look] : ''),
    short: (day: string): string => write(day, { month: 'short', day: 'numeric' }),
    full: (day: string): string => write(day, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
  }
}
