import type { JobEvent } from '../job/events.ts'
import type { Job } from '../job/job.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { epochMs, type EpochMs } from '../time/epoch.ts'
import type { Alarm } from './alarm.ts'
import { gateAlarms } from './gate-alarms.ts'
import { siteAlarms } from './site-alarms.ts'
import { timeAlarms } from './time-alarms.ts'

/** Every alarm that this job has raised up to now, the oldest first, open and ended ones. Derived: nothing is stored or scheduled. */
export const alarmsOf = (job: Job, history: readonly JobEvent[], rulebook: Rulebook, now: EpochMs): readonly Alarm[] =>
  [...gateAlarms(history, rulebook), ...siteAlarms(history), ...timeAlarms(job, rulebook, now)].toSorted(
    (a, b) => a.startedAt - b.startedAt,
  )

/** And those that time alone will bring if nobody does anything: an instant beyond every window shows them with their beginning. */
export const alarmsAhead = (job: Job, history: readonly JobEvent[], rulebook: Rulebook): readonly Alarm[] =>
  alarmsOf(job, history, rulebook, endOfTime)

const endOfTime = epochMs(Number.MAX_SAFE_INTEGER)
