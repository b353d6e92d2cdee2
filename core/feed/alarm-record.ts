import type { Alarm } from '../alarms/alarm.ts'
import type { PermitId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'
import { toFeedTime } from './feed-time.ts'
import type { AlarmRecord } from './records.ts'

type About = {
  /** A UUID that is always the same for this alarm of this job; core has no chance and no hash of its own. */
  readonly id: string
  readonly ticket: PermitId
  readonly timeZone: string
  /** The end in words, in the language that the park reads. */
  readonly sayResult: (end: NonNullable<Alarm['end']>) => string
}

export const alarmRecord = (
  { code, startedAt, end }: Pick<Alarm, 'code' | 'startedAt' | 'end'>,
  { id, ticket, timeZone, sayResult }: About,
): AlarmRecord => {
  const time = (at: EpochMs): string => toFeedTime(at, timeZone)
  return {
    ID: id,
    TICKET_ID: ticket,
    ALARM_START_TIME: time(startedAt),
    ALARM_TYPE: code,
    ALARM_END_TIME: end === null ? null : time(end.at),
    ALARM_RESULT: end === null ? null : sayResult(end),
    DELETED: '0',
    CREATE_DATE: time(startedAt),
    CREATE_BY: 'system',
    UPDATE_DATE: time(end?.at ?? startedAt),
    UPDATE_BY: 'system',
  }
}
