import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { MyDuties, MyDuty, MyJobs } from '#contract/me.ts'
import { alarmOfDuty, alarmOfStop, type DutyAlarm, type StopAlarm } from '#core/job/duty-alarm.ts'
import { epochMs, minuteMs } from '#core/time/epoch.ts'
import { dutyPath } from '../session/job/duty-path.ts'
import { useWords } from '../session/language.tsx'
import { useServices } from '../session/services.tsx'
import { useSession } from '../session/session.tsx'
import { useRead } from '../session/use-read.ts'
import type { AlarmKind } from '../ui/alarm/alarm-kinds.ts'
import { AlarmPage } from '../ui/alarm/alarm-page.tsx'
import { Countdown } from '../ui/time/countdown.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { useWakeLock } from '../ui/wake/use-wake-lock.ts'

/** An older stop is no news: whoever opens the phone after lunch finds it on the home page. */
const stopIsNewsMinutes = 30
const soonMs = 5 * minuteMs
/** What is open turns due and late with time alone, and time sends no event. */
const rereadMs = 30_000
const gravest: readonly AlarmKind[] = ['evacuate', 'guardian-left', 'work-stopped', 'overdue', 'due-now', 'due-soon']

type Call = { readonly call: string } & (
  | { readonly about: 'duty'; readonly alarm: DutyAlarm; readonly owed: MyDuty }
  | { readonly about: 'stop'; readonly alarm: StopAlarm; readonly place: string; readonly content: string }
)

/**
 * Watches over whoever carries the phone, on every page: what is due and what has stopped takes the whole screen with its own sound until
 * it is answered. While somebody guards, the screen stays on.
 */
export const DutyWatch = () => {
  const { personId } = useSession()
  return personId === null ? null : <Watch person={personId} />
}

const Watch = ({ person }: { person: string }) => {
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const [location, navigate] = useLocation()
  const duties = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties').data?.duties ?? []
  const stops = useStopCalls(person)
  useReread()
  const now = epochMs(useNow())
  useWakeLock(duties.some(({ action }) => action === 'snapshot'))

  const ofDuties = duties.flatMap((owed): readonly Call[] => {
    const alarm = alarmOfDuty(owed.duty, now)
    if (!alarm || location === dutyPath(owed.job.id, owed.action)) return []
    return [{ ...alarm, call: `${owed.job.id} ${alarm.call}`, about: 'duty', owed }]
  })
  const [call] = [...stops, ...ofDuties]
    .filter((one) => !answered.has(one.call))
    .toSorted((a, b) => gravest.indexOf(a.alarm) - gravest.indexOf(b.alarm))
  if (!call) return null
  return (
    <Alarm
      key={call.call}
      call={call}
      onAnswer={() => {
        setAnswered(new Set([...answered, call.call]))
        if (call.about === 'duty') navigate(dutyPath(call.owed.job.id, call.owed.action))
      }}
    />
  )
}

const Alarm = ({ call, onAnswer }: { call: Call; onAnswer: () => void }) => {
  const { dutyWatch: words, home } = useWords()
  if (call.about === 'stop') {
    const { title, action } = words.stop[call.alarm]
    return (
      <AlarmPage
        kind={call.alarm}
        title={title}
        detail={words.at(call.place, call.content)}
        action={action}
        onAct={onAnswer}
      />
    )
  }
  const { duty, job, action } = call.owed
  return (
    <AlarmPage
      kind={call.alarm}
      title={words.duty[call.alarm](home.duty[action].title)}
      detail={
        <>
          <p>{words.at(job.place.name, job.content)}</p>
          <Countdown dueAt={duty.dueAt} soonMs={soonMs} size="large" />
        </>
      }
      action={home.duty[action].act}
      onAct={onAnswer}
    />
  )
}

const useReread = (): void => {
  const queries = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ['jobs'] }), rereadMs)
    return () => clearInterval(timer)
  }, [queries])
}

/** Stops of own jobs that somebody else, or the system, has just called. */
const useStopCalls = (person: string): readonly Call[] => {
  const { api } = useServices()
  const now = useNow()
  const jobs = useRead<MyJobs>(['jobs', 'my-jobs'], '/api/me/jobs').data
  const suspended = [...(jobs?.mine ?? []), ...(jobs?.copied ?? [])].filter(({ status }) => status === 'suspended')
  const pages = useQueries({
    queries: suspended.map(({ id }) => ({
      queryKey: ['jobs', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.read<JobPage>(`/api/jobs/${id}`, signal),
    })),
  })
  return suspended.flatMap(({ id, place, content }, at): readonly Call[] => {
    const job = pages[at]?.data?.job
    if (job?.status !== 'suspended' || job.stop.by === person) return []
    const alarm = alarmOfStop(job.stop.reason)
    if (!alarm || now - job.stop.occurredAt > stopIsNewsMinutes * minuteMs) return []
    return [{ alarm, call: `${id} ${job.stop.occurredAt}`, about: 'stop', place: place.name, content }]
  })
}
