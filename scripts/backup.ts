import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

import { createBackup } from './backup/create-backup.ts'
import { reachDatabase } from './backup/reach-database.ts'
import { projectFolder } from './project-folder.ts'
import { parseOptions } from './start/options.ts'

// npm run backup [-- FILE]: one archive of database, evidence and keys. The application may go on working meanwhile.
const parsed = parseOptions(process.env, projectFolder)
const name = process.argv[2] ?? `holdpoint-${new Date().toISOString().replace(/[:.]/g, '-')}.tar`
// npm stands in the project's folder; the caller means a path from where they are.
const file = resolve(process.env['INIT_CWD'] ?? '.', name)

const run = async (): Promise<void> => {
  if (!parsed.ok) throw new Error(parsed.sentences.join('\n'))
  const { dataDir, databaseUrl } = parsed.options
  if (!existsSync(dataDir))
    throw new Error(`没有数据目录 ${dataDir}，请检查 DATA_DIR · There is no ${dataDir}: check DATA_DIR`)
  if (existsSync(file)) throw new Error(`${file} 已存在，请换一个文件名 · ${file} exists: choose another name`)
  const database = await reachDatabase(dataDir, databaseUrl)
  try {
    const { tables, rows, files } = await createBackup({ adminUrl: database.adminUrl, dataDir }, file)
    const megabytes = (statSync(file).size / 1e6).toFixed(1)
    console.log(
      `${file}\n${tables} 张表、${rows} 行、${files} 个文件 · ${tables} tables, ${rows} rows, ${files} files · ${megabytes} MB`,
    )
    console.log('其中含密钥和个人信息，请妥善保管 · It holds keys and personal data: keep it locked away')
  } finally {
    await database.close()
  }
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
