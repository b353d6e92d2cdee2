import { id, type JobId, type PlantId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Database, Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { queueMessagesAgain } from '../store/outbox.ts'
import { lockScopes } from '../store/scopes.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { replaceAlarms } from '../views/alarm-rows.ts'
import { alarmMessages, ticketMessages } from './feed-messages.ts'
import { readFeedSettings } from './feed-settings.ts'
import { alarmRowsOf } from './tell-park.ts'

type Dependencies = { readonly database: Database; readonly rulebooks: Rulebooks; readonly clock: () => EpochMs }

export type Replayed = {
  readonly jobs: number
  readonly records: number
  /** Where to go on; null when all of it is queued. */
  readonly after: JobId | null
}

export type ReplayFrom = {
  readonly plantId: PlantId
  /** Everything that was recorded since then goes out again. */
  readonly from: EpochMs
  /** The last job of the portion before. */
  readonly after: JobId | null
  readonly jobsMax: number
}

/**
 * Queues again what the park should have heard since a point in time, worked out from the histories: so it is also whole where the
 * feed was off, and the keys are those of the first time, so that a park which has a record already takes it without effect.
 * One portion of jobs at a time, each in a transaction of its own. Null where the feed is off.
 */
export const replayFeed = async (
  { database, rulebooks, clock }: Dependencies,
  { plantId, from, after, jobsMax }: ReplayFrom,
): Promise<Replayed | null> => {
  const jobs = await database.withPlant(plantId, async (tx) =>
    (await readFeedSettings(tx)) === null ? null : readJobsSince(tx, from, after, jobsMax),
  )
  if (jobs === null) return null
  let records = 0
  for (const job of jobs)
    records += await database.withPlant(plantId, (tx) => replayJob(tx, job, from, rulebooks, clock()))
  return { jobs: jobs.length, records, after: jobs.length < jobsMax ? null : (jobs.at(-1) ?? null) }
}

const readJobsSince = async (
  tx: Tx,
  from: EpochMs,
  after: JobId | null,
  jobsMax: number,
): Promise<readonly JobId[]> => {
  const { rows } = await tx.query<{ stream_id: string }>(
    `select distinct stream_id from events where plant_id = $1 and recorded_at >= $2 and stream_id > $3 order by stream_id limit $4`,
    [tx.plantId, from, after ?? '', jobsMax],
  )
  return rows.map(({ stream_id }) => id<JobId>(stream_id))
}

const replayJob = async (tx: Tx, jobId: JobId, from: EpochMs, rulebooks: Rulebooks, now: EpochMs): Promise<number> => {
  await lockScopes(tx, [`job:${jobId}`])
  const recorded = await readEvents(tx, jobId)
  const history = recorded.map(({ event }) => event)
  const job = replay(history, jobId)
  const rulebook = await rulebooks.pinned(tx, 'record' in job ? job.record.rulebook : null)
  if (rulebook === null) return 0
  const seenVersion = recorded.filter(({ recordedAt }) => recordedAt < from).length
  const alarms = await replaceAlarms(tx, jobId, alarmRowsOf(tx.plantId, { jobId, job, history }, rulebook), now)
  const since = alarms.filter(
    ({ started_at, ended_at }) => started_at >= from || (ended_at !== null && ended_at >= from),
  )
  return queueMessagesAgain(
    tx,
    [...ticketMessages({ jobId, history, rulebook }, seenVersion), ...alarmMessages(since, await readTimeZone(tx))],
    now,
  )
}
