import { Alert, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { CalendarYear } from '#contract/calendar.ts'
import { enteredKinds } from '#core/calendar/calendar-day.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { calendarKeepers } from '../../session/registers/keepers.ts'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import css from './calendar.module.css'
import { DayDrawer } from './day-drawer.tsx'
import { DaySwatch, type DayLook } from './day-look.tsx'
import { ListDrawer } from './list-drawer.tsx'
import { MonthCard } from './month-card.tsx'
import { useDayWords } from './use-day-words.ts'

const looks: readonly DayLook[] = [...enteredKinds, 'plain-rest', 'plain-work']
const months = Array.from({ length: 12 }, (_, at) => at + 1)
const yearMin = 2000
const yearMax = 2100

/** A year of the plant: what every day counts as, who said so, and whether its holidays are in at all. */
export const CalendarPage = () => {
  const { calendar: words } = useWords()
  const { nameOf, markOf } = useDayWords()
  const [asked, setAsked] = useState(useYearInAddress())
  const [opened, setOpened] = useState<string>()
  const [isListing, setListing] = useState(false)
  const mayKeep = isFor(calendarKeepers, useSession().roles)
  const query = asked === undefined ? '' : `?year=${asked}`
  const { data, error, refetch } = useRead<CalendarYear>(['jobs', 'calendar', asked ?? null], `/api/calendar${query}`)
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  const year = asked ?? data?.year
  const entries = new Map((data?.days ?? []).map((entry) => [entry.day as string, entry]))
  const provisional = (data?.days ?? []).filter(({ kind, isProvisional }) => kind !== null && isProvisional).length
  const workdays = (data?.days ?? []).filter(({ kind }) => kind === 'workday').length
  const isDemo = (data?.days ?? []).some(({ changedBy, changedAt }) => changedBy === null && changedAt !== 0)
  const go = (to: number | null): void => {
    if (to !== null && to >= yearMin && to <= yearMax) setAsked(Math.trunc(to))
  }
  return (
    <>
      <RegisterHead
        here="calendar"
        title={words.title}
        actions={
          <>
            <Button aria-label={words.before} disabled={year === undefined} onClick={() => go((year ?? 0) - 1)}>
              ‹
            </Button>
            <InputNumber
              aria-label={words.year}
              className={css.year ?? ''}
              controls={false}
              min={yearMin}
              max={yearMax}
              value={year ?? null}
              onChange={go}
            />
            <Button aria-label={words.after} disabled={year === undefined} onClick={() => go((year ?? 0) + 1)}>
              ›
            </Button>
            {mayKeep && (
              <Button type="primary" onClick={() => setListing(true)}>
                {words.list.open}
              </Button>
            )}
          </>
        }
      />
      <p className={css.lead}>{words.lead}</p>
      {data && !data.isEntered && (
        <Alert
          type="warning"
          showIcon
          className={css.notice ?? ''}
          title={words.notEntered(data.year)}
          description={`${words.notEnteredHow(data.holidays, data.holidaysMin)}${mayKeep ? '' : words.notEnteredOwner}`}
        />
      )}
      {provisional > 0 && (
        <Alert type="info" showIcon className={css.notice ?? ''} title={words.provisionalLeft(provisional)} />
      )}
      {data && (
        <>
          <div className={css.legend}>
            {looks.map((look) => (
              <span key={look} className={css.legendItem}>
                <DaySwatch look={look} mark={markOf(look)} />
                {nameOf(look)}
              </span>
            ))}
            <span className={css.quiet}>
              {words.summary(data.holidays, workdays)}
              {isDemo && ` · ${words.demo}`}
            </span>
          </div>
          <div className={css.months}>
            {months.map((month) => (
              <MonthCard key={month} year={data} month={month} entries={entries} onOpen={setOpened} />
            ))}
          </div>
        </>
      )}
      {opened !== undefined && (
        <DayDrawer key={opened} day={opened} mayKeep={mayKeep} onClose={() => setOpened(undefined)} />
      )}
      {isListing && <ListDrawer onClose={() => setListing(false)} />}
    </>
  )
}

/** The workbench leads to the year that is owed. */
const useYearInAddress = (): number | undefined => {
  const year = Number(new URLSearchParams(useSearch()).get('year'))
  return Number.isInteger(year) && year >= yearMin && year <= yearMax ? year : undefined
}
