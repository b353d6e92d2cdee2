import type { JobEvent } from '../job/events.ts'
import type { Job } from '../job/job.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { epochMs, type EpochMs } from '../time/epoch.ts'
import type { Alarm } from './alarm.ts'
import { closedByPerson } from './closed-by-person.ts'
import { gateAlarms } from './gate-alarms.ts'
import { siteAlarms } from './site-alarms.ts'
import { timeAlarms } from './time-alarms.ts'

/** Every alarm that this job has raised up to now, the oldest first, open and ended ones. Derived: nothing is stored or scheduled. */
export const alarmsOf = (job: Job, history: readonly JobEvent[], rulebook: Rulebook, now: EpochMs): readonly Alarm[] =>
  [
    ...gateAlarms(history, rulebook),
    ...siteAlarms(history),
    ...timeAlarms(job, rulebook, now).map((alarm) => unlessClosed(alarm, history)),
  ].toSorted((a, b) => a.startedAt - b.startedAt)

/** A duty is late however often somebody says why: its alarm is closed by the first who did while it stood open. */
const unlessClosed = (alarm: Alarm, history: readonly JobEvent[]): Alarm => {
  const [closed] = history.flatMap((event) => {
    const end = closedByPerson(event, alarm.key)
    return end !== null && alarm.startedAt <= end.at && (alarm.end === null || end.at < alarm.end.at) ? [end] : []
  })
  return closed ? { ...alarm, end: closed } : alarm
}

/** And those that time alone will bring if nobody does anything: an instant beyond every window shows them with their beginning. */
export const alarmsAhead = (job: Job, history: readonly JobEvent[], rulebook: Rulebook): readonly Alarm[] =>
  alarmsOf(job, history, rulebook, endOfTime)

const endOfTime = epochMs(Number.MAX_SAFE_INTEGER)
