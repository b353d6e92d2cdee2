import { useState } from 'react'
import type { DayPlan } from '#contract/day-plan.ts'
import { epochMs, isoDate, type EpochMs, type IsoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './day-plan.module.css'
import { PlannedUnit } from './planned-unit.tsx'

const days = ['today', 'tomorrow', 'after'] as const
type Day = (typeof days)[number]

/** 明日计划: what is booked for a day, by workshop, and what somebody still lacks for it while there is time to mend it. */
export const DayPlanPage = () => {
  const { dayPlan: words } = useWords()
  const { timeZone, now, locale } = useUi()
  const [chosen, setChosen] = useState<Day>('tomorrow')
  const day = dayOf(chosen, epochMs(now()), timeZone)
  const { data, error, refetch } = useRead<DayPlan>(['jobs', 'plan', day], `/api/plan/${day}`)
  const jobs = data?.units.flatMap((unit) => unit.jobs) ?? []
  const problems = jobs.flatMap(({ people }) => people).filter(({ refusals }) => refusals.length > 0).length
  const shown = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' })
  return (
    <>
      <PageHead
        title={words.title}
        note={data ? words.note(shown.format(new Date(day)), jobs.length, problems) : undefined}
        actions={
          <div className={css.days} role="radiogroup" aria-label={words.day}>
            {days.map((id) => (
              <button
                key={id}
                type="button"
                role="radio"
                className={css.day}
                aria-checked={id === chosen}
                onClick={() => setChosen(id)}
              >
                {words.days[id]}
              </button>
            ))}
          </div>
        }
      />
      {error && !data && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data && data.cutOff !== null && <p className={css.cutOff}>{words.cutOff(data.cutOff)}</p>}
      {data && data.units.length === 0 && <EmptyState title={words.none} how={words.noneHow} />}
      {data?.units.map((unit) => (
        <PlannedUnit key={unit.unit} unit={unit} names={data.names} />
      ))}
    </>
  )
}

const dayOf = (chosen: Day, now: EpochMs, timeZone: string): IsoDate => {
  const clock = plantClockOf(timeZone)
  let day = clock.dateOf(now)
  for (let left = days.indexOf(chosen); left > 0; left--) day = clock.dateOf(clock.endOf(day))
  return isoDate(day)
}
