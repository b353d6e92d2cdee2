import { Alert } from 'antd'
import { Link } from 'wouter'
import type { CalendarYear } from '#contract/calendar.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import css from './workbench.module.css'

/** Told to those who keep the calendar, for as long as a year's holidays are owed: it is nobody's duty of a job, so no lane has it. */
export const CalendarOwed = () => {
  const { calendar: words } = useWords()
  const { data } = useRead<CalendarYear>(['jobs', 'calendar', null], '/api/calendar')
  const [first] = data?.owed ?? []
  if (!data || first === undefined) return null
  return (
    <Alert
      type="warning"
      showIcon
      className={css.notice ?? ''}
      title={words.owed(data.owed)}
      description={words.owedHow}
      action={<Link href={`/registers/calendar?year=${first}`}>{words.open}</Link>}
    />
  )
}
