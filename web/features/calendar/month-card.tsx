import type { CalendarVersion, CalendarYear } from '#contract/calendar.ts'
import { useWords } from '../../session/language.tsx'
import css from './calendar.module.css'
import { DaySwatch, lookOf } from './day-look.tsx'
import { runsOf } from './runs-of-days.ts'
import { useDayWords } from './use-day-words.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/** 1 = Monday … 7 = Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const daysOfMonth = (year: number, month: number): readonly string[] =>
  Array.from(
    { length: new Date(Date.UTC(year, month, 0)).getUTCDate() },
    (_, at) => `${year}-${pad(month)}-${pad(at + 1)}`,
  )

/** One month: every day can be opened; what is special is named in words beneath. */
export const MonthCard = ({
  year,
  month,
  entries,
  onOpen,
}: {
  year: CalendarYear
  month: number
  entries: ReadonlyMap<string, CalendarVersion>
  onOpen: (day: string) => void
}) => {
  const { calendar: words } = useWords()
  const { nameOf, markOf, full, short } = useDayWords()
  const days = daysOfMonth(year.year, month)
  const entered = days.flatMap((day) => {
    const entry = entries.get(day)
    return entry?.kind ? [{ ...entry, kind: entry.kind }] : []
  })
  return (
    <section className={css.month} aria-label={words.month(month)}>
      <h2 className={css.monthName}>{words.month(month)}</h2>
      <div className={css.grid}>
        {words.weekdays.map((weekday) => (
          <span key={weekday} className={css.weekday} aria-hidden>
            {weekday}
          </span>
        ))}
        {days.map((day, at) => {
          const entry = entries.get(day)
          const look = lookOf(entry, year.restWeekdays.includes(weekdayOf(day)))
          const isProvisional = entry !== undefined && entry.kind !== null && entry.isProvisional
          const said = [full(day), nameOf(look), entry?.kind ? entry.name : '', isProvisional ? words.provisional : '']
          return (
            <button
              key={day}
              type="button"
              className={css.day}
              data-look={look}
              data-provisional={isProvisional}
              style={at === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
              aria-label={said.filter((part) => part !== '').join(' ')}
              aria-current={day === year.today ? 'date' : undefined}
              onClick={() => onOpen(day)}
            >
              {at + 1}
              <span className={css.mark} aria-hidden>
                {markOf(look)}
              </span>
            </button>
          )
        })}
      </div>
      <ul className={css.runs}>
        {runsOf(entered).map(({ from, through, kind, name, isProvisional }) => (
          <li key={from}>
            <DaySwatch look={kind} mark={markOf(kind)} />{' '}
            {from === through ? short(from) : `${short(from)}–${short(through)}`} {name === '' ? nameOf(kind) : name}
            {isProvisional && <span className={css.quiet}> · {words.provisional}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
