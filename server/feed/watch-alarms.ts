import type { PlantId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { createRounds } from '../reactions/rounds.ts'
import { parkCounterpartName } from './feed-name.ts'
import type { Database, Tx } from '../store/database.ts'
import { queueMessages } from '../store/outbox.ts'
import type { AlarmRow } from '../views/alarm-rows.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { alarmMessages } from './feed-messages.ts'
import { readFeedSettings } from './feed-settings.ts'

type Dependencies = { readonly database: Database; readonly clock: () => EpochMs; readonly wake: () => void }

const everyMs = 30_000

/**
 * Tells the park of alarms that began because time passed. Nothing depends on it: each is listed with its beginning since the job
 * last changed, and one that is told late carries the time at which it began.
 */
export const createAlarmWatch = (deps: Dependencies) => createRounds(() => tellBegunAlarms(deps), everyMs)

/** One look at all plants. */
export const tellBegunAlarms = async ({ database, clock, wake }: Dependencies): Promise<void> => {
  const { rows } = await database.plants.query<{ plant_id: PlantId }>('select plant_id from plants order by plant_id')
  for (const { plant_id } of rows)
    if ((await database.withPlant(plant_id, (tx) => tellOfPlant(tx, clock()))) > 0) wake()
}

const atOnce = 500

const tellOfPlant = async (tx: Tx, now: EpochMs): Promise<number> => {
  if ((await readFeedSettings(tx)) === null) return 0
  const { rows } = await tx.query<AlarmRow>(
    `select a.* from alarms a where a.plant_id = $1 and a.ended_at is null and a.started_at <= $2 and a.permit_id is not null
       and not exists (select from outbox o where o.plant_id = $1 and o.counterpart = $3 and o.dedupe_key = 'alarm/' || a.alarm_id || '/open')
     order by a.started_at, a.alarm_id limit ${atOnce}`,
    [tx.plantId, now, parkCounterpartName],
  )
  return queueMessages(tx, alarmMessages(rows, await readTimeZone(tx)), now)
}
