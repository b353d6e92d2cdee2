import { existsSync } from 'node:fs'
import { id, type JobId, type PlantId } from '#core/ids.ts'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'
import { replayFeed } from '#server/feed/replay-feed.ts'
import { createRulebooks } from '#server/rulebooks/rulebooks.ts'
import { readShipped } from '#server/rulebooks/shipped-rulebooks.ts'
import { createDatabase, type Database } from '#server/store/database.ts'

import { reachAppDatabase } from './import/reach-app-database.ts'
import { projectFolder } from './project-folder.ts'
import { parseOptions } from './start/options.ts'

// npm run feed:replay -- --from 2026-11-01 [--plant ID]: queues for the park what was recorded since then; the running server sends it.
const args = process.argv.slice(2)
const valueOf = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const jobsPerPortion = 100

/** An instant, or the beginning of a day by the plant's clock. */
const parseFrom = (text: string | undefined, timeZone: string): EpochMs => {
  if (text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text))
    return epochMs(Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds)
  const at = Date.parse(text ?? '')
  if (Number.isNaN(at)) throw new Error('npm run feed:replay -- --from YYYY-MM-DD[THH:MM:SSZ] [--plant ID]')
  return epochMs(at)
}

const replayPlant = async (database: Database, plantId: PlantId, from: EpochMs): Promise<void> => {
  const clock = (): EpochMs => epochMs(Date.now())
  const rulebooks = createRulebooks({ shipped: await readShipped(), clock })
  let after: JobId | null = null
  let [jobs, records] = [0, 0]
  do {
    const replayed = await replayFeed({ database, rulebooks, clock }, { plantId, from, after, jobsMax: jobsPerPortion })
    if (replayed === null) return console.log(`${plantId}: 未启用上报 · the feed is off`)
    jobs += replayed.jobs
    records += replayed.records
    after = replayed.after
  } while (after !== null)
  console.log(`${plantId}: ${jobs} 项作业、${records} 条记录已排队 · ${jobs} jobs, ${records} records queued`)
}

const run = async (): Promise<void> => {
  const parsed = parseOptions(process.env, projectFolder)
  if (!parsed.ok) throw new Error(parsed.sentences.join('\n'))
  const { dataDir, databaseUrl } = parsed.options
  parseFrom(valueOf('--from'), 'UTC')
  if (databaseUrl === undefined && !existsSync(dataDir))
    throw new Error(`没有数据目录 ${dataDir}，请检查 DATA_DIR · There is no ${dataDir}: check DATA_DIR`)
  const { appUrl, close } = await reachAppDatabase(dataDir, databaseUrl)
  const database = createDatabase({ appUrl })
  try {
    const { rows } = await database.plants.query<{ plant_id: string; time_zone: string }>(
      'select plant_id, time_zone from plants order by plant_id',
    )
    const asked = rows.filter(({ plant_id }) => plant_id === (valueOf('--plant') ?? plant_id))
    if (asked.length === 0) throw new Error('没有这个工厂 · No such plant')
    for (const { plant_id, time_zone } of asked)
      await replayPlant(database, id<PlantId>(plant_id), parseFrom(valueOf('--from'), time_zone))
  } finally {
    await database.close()
    await close()
  }
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
