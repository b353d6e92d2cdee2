import type { CalendarDayPage } from '#contract/calendar.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './calendar.module.css'
import { DayForm } from './day-form.tsx'
import { JobsOfDay } from './jobs-of-day.tsx'
import { useDayWords } from './use-day-words.ts'

/** One day: what it is, which work hangs on that, and who said what before. */
export const DayDrawer = ({ day, mayKeep, onClose }: { day: string; mayKeep: boolean; onClose: () => void }) => {
  const { calendar } = useWords()
  const words = calendar.day
  const clock = useClockText()
  const { nameOf, full } = useDayWords()
  const { data, error, refetch } = useRead<CalendarDayPage>(
    ['jobs', 'calendar', 'day', day],
    `/api/calendar/days/${day}`,
  )
  return (
    <SideDrawer open width={560} title={full(day)} onClose={onClose}>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={css.drawer}>
          {mayKeep && <DayForm key={data.versions[0]?.version ?? 0} day={data.day} standing={data.versions[0]} />}
          <section aria-label={words.jobs}>
            <h3 className={css.part}>{words.jobs}</h3>
            <JobsOfDay jobs={data.jobs} />
          </section>
          <section aria-label={words.history}>
            <h3 className={css.part}>{words.history}</h3>
            {data.versions.length === 0 && <p className={css.quiet}>{words.noHistory}</p>}
            <ol className={css.history}>
              {data.versions.map(({ version, kind, name, isProvisional, changedBy, changedAt }) => (
                <li key={version}>
                  {kind === null ? words.takenBack : [nameOf(kind), name].filter((part) => part !== '').join(' · ')}
                  {kind !== null && isProvisional && ` · ${calendar.provisional}`}
                  <span className={css.quiet}>
                    {changedAt === 0
                      ? words.unrecorded
                      : words.changed(changedBy ?? words.byDemo, clock.full(changedAt))}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </SideDrawer>
  )
}
