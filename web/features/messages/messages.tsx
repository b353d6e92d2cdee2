import { useLocation } from 'wouter'
import type { MyAlarm, MyAlarms } from '#contract/presence.ts'
import { dutyPath } from '../../session/job/duty-path.ts'
import { useReading } from '../../session/job/use-reading.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { useListed } from '../../ui/listed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { spanOf } from '../../ui/time/countdown.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './messages.module.css'

const signs = {
  'guardian-outside': 'stopped',
  'guardian-silent': 'due',
  'work-stopped': 'stopped',
  'duty-late': 'due',
} as const satisfies { readonly [K in MyAlarm['kind']]: string }

const drawEveryMs = 30_000

/** What is wrong now and concerns me: what, where, since when, and who acts. One tap leads to where it is put right. */
export const MessagesPage = () => {
  const { alarms: words } = useWords().guarding
  const { data } = useRead<MyAlarms>(['jobs', 'alarms'], '/api/me/alarms')
  if (!data) return null
  if (data.alarms.length === 0) return <EmptyState title={words.none} how={words.noneHow} />
  return (
    <div className={css.page}>
      <h1 className={css.title}>{words.title}</h1>
      <RowList>
        {data.alarms.map((alarm) => (
          <AlarmRow
            key={`${alarm.job.id} ${alarm.kind} ${alarm.person} ${alarm.duty} ${alarm.since}`}
            alarm={alarm}
            people={data.people}
          />
        ))}
      </RowList>
    </div>
  )
}

const AlarmRow = ({ alarm, people }: { alarm: MyAlarm; people: MyAlarms['people'] }) => {
  const { guarding, board } = useWords()
  const { alarms: words } = guarding
  const { words: ui } = useUi()
  const [, navigate] = useLocation()
  const clock = useClockText()
  const now = useNow(drawEveryMs)
  const say = useReading()
  const listed = useListed()
  const nameOf = (person: string): string => people[person] ?? person
  const what =
    alarm.duty === undefined
      ? alarm.reason === undefined || !say
        ? words.kind[alarm.kind]
        : `${words.kind[alarm.kind]} · ${say.messages.stopReasons[alarm.reason]}`
      : `${words.kind[alarm.kind]} · ${board.duty[alarm.duty]}`
  const acts =
    'people' in alarm.acts
      ? listed(alarm.acts.people.map(nameOf))
      : (words.authority[alarm.acts.authority as keyof typeof words.authority] ?? words.otherAuthority)
  const path = alarm.duty === undefined ? `/jobs/${alarm.job.id}` : dutyPath(alarm.job.id, alarm.duty)
  return (
    <ListRow
      lead={<SafetyShape state={signs[alarm.kind]} size={34} titled />}
      title={what}
      detail={
        <>
          <span className={css.place}>{alarm.job.place.name}</span>
          {alarm.person !== null && <span className={css.line}>{words.about(nameOf(alarm.person))}</span>}
          <span className={css.line}>{words.acts(acts)}</span>
          <span className={css.line}>
            {words.since(clock.short(alarm.since), ui.time.span(spanOf(Math.max(0, now - alarm.since))))}
          </span>
        </>
      }
      onOpen={() => navigate(path)}
    />
  )
}
