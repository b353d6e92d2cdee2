import type { JobEvent } from '../job/events.ts'
import type { AlarmEnd } from './alarm.ts'

/** Only this very alarm is closed; what is found wrong afterwards is another. */
export const closedByPerson = (event: JobEvent, key: string): AlarmEnd | null =>
  event.type === 'AlarmClosed' && event.alarm === key
    ? { at: event.occurredAt, result: 'closed-by-person', by: event.by, note: event.result }
    : null
