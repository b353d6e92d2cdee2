import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { id, type PlantId } from '#core/ids.ts'
import { importEn } from '#core/messages/import.en.ts'
import { importZhCn } from '#core/messages/import.zh-cn.ts'
import { createImportService } from '#server/import/import-service.ts'
import { createVault } from '#server/privacy/vault.ts'
import { loadServerKey } from '#server/server-key.ts'
import { createDatabase, type Database } from '#server/store/database.ts'

import { exitCodeOf, importFiles } from './import/import-files.ts'
import { reportLines } from './import/print-report.ts'
import { reachAppDatabase } from './import/reach-app-database.ts'
import { projectFolder } from './project-folder.ts'
import { parseOptions } from './start/options.ts'

// npm run import -- FILE… [--json] [--plant ID]: the same import as the page's, into the running installation or a stopped one.
const args = process.argv.slice(2)
const isJson = args.includes('--json')
const plantAt = args.indexOf('--plant')
const plantNamed = plantAt < 0 ? undefined : args[plantAt + 1]
// npm stands in the project's folder; the caller means a path from where they are.
const files = args
  .filter((arg, at) => !arg.startsWith('--') && (plantAt < 0 || at !== plantAt + 1))
  .map((file) => resolve(process.env['INIT_CWD'] ?? '.', file))
const isEnglish = /^en/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '')
const words = isEnglish ? importEn : importZhCn

/** The plant that was named, or the first one that was founded. */
const findPlant = async (database: Database): Promise<PlantId> => {
  const { rows } = await database.plants.query<{ plant_id: string }>('select plant_id from plants order by plant_id')
  const plants = rows.map(({ plant_id }) => plant_id)
  const found = plantNamed === undefined ? plants[0] : plants.find((plant) => plant === plantNamed)
  if (found !== undefined) return id<PlantId>(found)
  const list = plants.join(', ')
  throw new Error(`没有这个工厂，现有：${list} · No such plant; there are: ${list}`)
}

const run = async (): Promise<number> => {
  const parsed = parseOptions(process.env, projectFolder)
  if (!parsed.ok) throw new Error(parsed.sentences.join('\n'))
  const { dataDir, databaseUrl } = parsed.options
  if (files.length === 0) throw new Error('npm run import -- FILE… [--json] [--plant ID]')
  const absent = files.filter((file) => !existsSync(file))
  if (absent.length > 0) throw new Error(`找不到文件 · No such file: ${absent.join(', ')}`)
  if (!existsSync(dataDir))
    throw new Error(`没有数据目录 ${dataDir}，请检查 DATA_DIR · There is no ${dataDir}: check DATA_DIR`)
  const { appUrl, close } = await reachAppDatabase(dataDir, databaseUrl)
  const database = createDatabase({ appUrl })
  try {
    const vault = createVault(await loadServerKey(dataDir))
    const service = createImportService({ database, vault, clock: Date.now, folder: join(dataDir, 'imports') })
    const report = await importFiles(service, { plant: await findPlant(database), files, words })
    if (isJson) console.log(JSON.stringify(report, null, 2))
    else for (const line of reportLines(report, words)) console.log(line)
    return exitCodeOf(report)
  } finally {
    await database.close()
    await close()
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
