import { alarmsAhead } from '#core/alarms/alarms-of.ts'
import type { JobId } from '#core/ids.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Job } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { queueMessages } from '../store/outbox.ts'
import { replaceAlarms, toAlarmRow, type AlarmRow } from '../views/alarm-rows.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { alarmMessages, ticketMessages } from './feed-messages.ts'
import { readFeedSettings } from './feed-settings.ts'

export type Grown = {
  readonly jobId: JobId
  readonly job: Job
  /** The whole of it, as it is now. */
  readonly history: readonly JobEvent[]
  /** How much of it had been told before. */
  readonly seenVersion: number
  readonly rulebook: Rulebook | null
  readonly now: EpochMs
}

/**
 * What follows from a history that has grown, in the transaction in which it did: its alarms are listed anew, and where the plant
 * reports to a park, every change of a ticket and of an alarm is queued. A park that is down delays nobody here.
 */
export const followAlarmsAndTellPark = async (tx: Tx, grown: Grown): Promise<void> => {
  const { jobId, history, seenVersion, rulebook, now } = grown
  // Without its rules nobody can tell what is an alarm; what was known stays as it is.
  if (rulebook === null || history.length === seenVersion) return
  const begun = await replaceAlarms(tx, jobId, alarmRowsOf(tx.plantId, grown, rulebook), now)
  if ((await readFeedSettings(tx)) === null) return
  await queueMessages(
    tx,
    [...ticketMessages({ jobId, history, rulebook }, seenVersion), ...alarmMessages(begun, await readTimeZone(tx))],
    now,
  )
}

export const alarmRowsOf = (
  plantId: string,
  { jobId, job, history }: Pick<Grown, 'jobId' | 'job' | 'history'>,
  rulebook: Rulebook,
): readonly AlarmRow[] => {
  const [permit] = 'record' in job ? job.record.permits : []
  return alarmsAhead(job, history, rulebook).map((alarm) => toAlarmRow(plantId, jobId, permit?.id ?? null, alarm))
}
