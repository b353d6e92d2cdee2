import type { JobEvent } from '../job/events.ts'
import type { AlarmEnd } from './alarm.ts'

/** With the job everything that was wrong about doing it ends. */
export const endOfJob = (event: JobEvent): AlarmEnd | null => {
  if (event.type === 'JobCancelled' || event.type === 'JobVoided')
    return { at: event.occurredAt, result: 'cancelled', by: event.by }
  if (event.type === 'WorkFinished' || event.type === 'JobClosed')
    return { at: event.occurredAt, result: 'work-ended', by: event.by }
  return null
}
