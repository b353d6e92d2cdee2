import { resolve } from 'node:path'

import { restoreBackup } from './backup/restore-backup.ts'
import { verifyArchive } from './backup/verify-archive.ts'
import { openDatabase } from './postgres/open-database.ts'
import { projectFolder } from './project-folder.ts'
import { parseOptions } from './start/options.ts'

// npm run restore -- FILE: puts a back-up into an empty data directory (and database). The archive is verified before anything is touched.
const parsed = parseOptions(process.env, projectFolder)
const [name] = process.argv.slice(2)

const run = async (): Promise<void> => {
  if (!parsed.ok) throw new Error(parsed.sentences.join('\n'))
  if (name === undefined) throw new Error('用法 · Usage: DATA_DIR=… npm run restore -- FILE')
  const { dataDir, databaseUrl } = parsed.options
  const archive = await verifyArchive(resolve(process.env['INIT_CWD'] ?? '.', name))
  const database = await openDatabase({ dataDir, databaseUrl })
  try {
    await restoreBackup(archive, { ...database, dataDir })
    const { tables, files, createdAt } = archive.manifest
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `已恢复 ${createdAt} 的备份：${rows} 行、${files.length} 个文件 · The back-up of ${createdAt} is restored: ${rows} rows, ${files.length} files`,
    )
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
