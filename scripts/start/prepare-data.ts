import { id, type PlantId } from '#core/ids.ts'
import { epochMs } from '#core/time/epoch.ts'
import { loadDemoNumbers } from '#demo/load-numbers.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { createVault } from '#server/privacy/vault.ts'
import { createDatabase, type Database as PlantDatabase } from '#server/store/database.ts'
import { loadServerKey } from '#server/server-key.ts'
import { migrate } from '#server/store/migrate.ts'

import { liveThroughHistory } from './live-through-history.ts'

import type { Database } from '../postgres/open-database.ts'

/** Brings the schema up to date and, unless it is unwanted, the fictional plant into an empty database. */
export const prepareData = async (
  { ownerUrl, appUrl }: Pick<Database, 'ownerUrl' | 'appUrl'>,
  hasDemo: boolean,
  dataDir: string,
): Promise<{ readonly isDemoNew: boolean; readonly defaultPlant: PlantId }> => {
  await migrate(ownerUrl)
  const database = createDatabase({ appUrl })
  try {
    if (!hasDemo) return { isDemoNew: false, defaultPlant: await readFirstPlant(database) }
    const now = epochMs(Date.now())
    const isDemoNew = await loadDemoPlant(database, now)
    await loadDemoNumbers(database, createVault(await loadServerKey(dataDir)))
    if (await lacksHistory(database)) await liveThroughHistory(appUrl, dataDir, now)
    return { isDemoNew, defaultPlant: demoPlant }
  } finally {
    await database.close()
  }
}

/** Under which an installation of its own gets its first plant. */
const firstPlant = id<PlantId>('plant')

/** Whoever signs in without naming a plant means the oldest one. */
const readFirstPlant = async ({ plants }: Pick<PlantDatabase, 'plants'>): Promise<PlantId> => {
  const { rows } = await plants.query<{ plant_id: PlantId }>(
    'select plant_id from plants order by created_at, plant_id limit 1',
  )
  return rows[0]?.plant_id ?? firstPlant
}

/** Asked at every start: whoever ended the very first one half way finds the history made at the next. */
const lacksHistory = async (database: PlantDatabase): Promise<boolean> => {
  const known = await database.withPlant(demoPlant, (tx) =>
    tx.query('select 1 from events where plant_id = $1 limit 1', [tx.plantId]),
  )
  return known.rowCount === 0
}
