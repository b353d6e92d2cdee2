import type { PersonId } from '../ids.ts'
import type { Owner } from '../job/refusal.ts'
import type { EpochMs } from '../time/epoch.ts'

/**
 * AQ 3064.2 table A.4. `06` (gas out of limits, 5.9.3) and `11` (approval overdue, 5.9.9) are ours: the standard asks for these
 * alarms and gives them no code. `12` (what was done by fallback was not checked in time) and `13` (somebody who has to
 * rest works on) are ours alone.
 *
 * One blinding action per ticket is all that can be asked for, so that `20` has nothing to arise from; the park's platform knows the
 * code, and ours must read its records.
 */
export const alarmCodes = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '10',
  '11',
  '12',
  '13',
  '20',
  '30',
  '31',
  '40',
  '41',
  '42',
  '43',
  '50',
  '51',
  '52',
  '60',
  '61',
  '62',
  '70',
  '80',
  '90',
] as const

export type AlarmCode = (typeof alarmCodes)[number]

/**
 * How an alarm came to its end: the fact was put right, the work it was about is over, a record that came late showed that it had
 * been done in time, or a person closed it with a reason.
 */
export type AlarmResult = 'put-right' | 'work-ended' | 'cancelled' | 'reported-late' | 'closed-by-person'

export type AlarmEnd = {
  readonly at: EpochMs
  readonly result: AlarmResult
  /** Whose act ended it; `null` where time or the system did. */
  readonly by: PersonId | null
  /** What the person wrote who closed it. */
  readonly note?: string
}

/** Something that must not be, with the one who can put it right. Open until the fact or a person ends it, never by waiting. */
export type Alarm = {
  /** Stable within the job, so that a later word about it replaces the earlier one. */
  readonly key: string
  readonly code: AlarmCode
  readonly owner: Owner
  readonly startedAt: EpochMs
  readonly end: AlarmEnd | null
}
