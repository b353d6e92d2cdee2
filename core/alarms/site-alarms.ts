import type { JobEvent } from '../job/events.ts'
import type { Alarm, AlarmEnd } from './alarm.ts'
import { closedByPerson } from './closed-by-person.ts'
import { endOfJob } from './end-of-job.ts'

/** Bad air, and a guardian who is not there: both are found at the site, and both end with the opposite finding. */
export const siteAlarms = (history: readonly JobEvent[]): readonly Alarm[] => [
  ...gasAlarms(history),
  ...guardianAlarms(history),
]

const gasAlarms = (history: readonly JobEvent[]): readonly Alarm[] =>
  spans(history, {
    code: '06',
    owner: 'gas-analyst',
    begins: (event) => event.type === 'GasTested' && !event.isWithinLimits,
    ends: (event) => event.type === 'GasTested' && event.isWithinLimits,
  })

const guardianAlarms = (history: readonly JobEvent[]): readonly Alarm[] =>
  guardiansIn(history).flatMap((guardian) =>
    spans(history, {
      code: '31',
      owner: 'guardian',
      subject: guardian,
      begins: (event) =>
        event.type === 'GuardianPresenceChanged' && event.guardian === guardian && event.state !== 'inside',
      // Whoever hands over properly is not owed any longer; whether another is there the next gate asks.
      ends: (event) =>
        (event.type === 'GuardianPresenceChanged' && event.guardian === guardian && event.state === 'inside') ||
        (event.type === 'GuardianSignedIn' && event.signIn.person === guardian) ||
        (event.type === 'GuardianDutyEnded' && event.guardian === guardian),
    }),
  )

const guardiansIn = (history: readonly JobEvent[]) => [
  ...new Set(history.flatMap((event) => (event.type === 'GuardianPresenceChanged' ? [event.guardian] : []))),
]

type Span = Pick<Alarm, 'code' | 'owner'> & {
  readonly subject?: string
  readonly begins: (event: JobEvent) => boolean
  readonly ends: (event: JobEvent) => boolean
}

const spans = (history: readonly JobEvent[], { code, owner, subject, begins, ends }: Span): readonly Alarm[] => {
  const alarms: Alarm[] = []
  let open: Omit<Alarm, 'end'> | null = null
  history.forEach((event, index) => {
    if (open === null) {
      if (begins(event))
        open = {
          key: [code, subject, index].filter((part) => part !== undefined).join('.'),
          code,
          owner,
          startedAt: event.occurredAt,
        }
      return
    }
    const end: AlarmEnd | null = ends(event)
      ? { at: event.occurredAt, result: 'put-right', by: event.by }
      : (endOfJob(event) ?? closedByPerson(event, open.key))
    if (end === null) return
    alarms.push({ ...open, end })
    open = null
  })
  return open === null ? alarms : [...alarms, { ...(open as Omit<Alarm, 'end'>), end: null }]
}
