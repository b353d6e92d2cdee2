import type { JobEvent } from '../job/events.ts'
import type { Job } from '../job/job.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { AlarmCode } from './alarm.ts'
import { siteAlarms } from './site-alarms.ts'
import { timeAlarms } from './time-alarms.ts'

/** Work past the permit's time, and somebody at work who has to rest: dangers that last, unlike a signature that came late. */
const lasting: readonly AlarmCode[] = ['10', '13']

/**
 * Whether what an alarm tells can be seen to hold at this moment. Bad air or an absent guardian is no matter of words: such an alarm
 * ends with the fact. What a gate intercepted is past, and that something was late can only be explained.
 */
export const factStands = (
  key: string,
  job: Job,
  history: readonly JobEvent[],
  rulebook: Rulebook,
  now: EpochMs,
): boolean => {
  // Keys count events, so that one that ends by words is made to mean nothing instead of being left out.
  const unclosed = history.map((event) => (event.type === 'AlarmClosed' ? { ...event, alarm: '' } : event))
  return [...siteAlarms(unclosed), ...timeAlarms(job, rulebook, now).filter(({ code }) => lasting.includes(code))].some(
    (alarm) => alarm.key === key && alarm.end === null,
  )
}
