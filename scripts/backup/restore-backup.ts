import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

import { migrate } from '#server/store/migrate.ts'

import { listDataFiles, listTables } from './create-backup.ts'
import { filesFolder } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { readEntry } from './tar.ts'
import type { Archive } from './verify-archive.ts'

export type RestoreTarget = { readonly adminUrl: string; readonly ownerUrl: string; readonly dataDir: string }

/** Puts a verified archive into an empty database and an empty data directory; into anything else it refuses. */
export const restoreBackup = async (archive: Archive, target: RestoreTarget): Promise<void> => {
  await withClient(target.adminUrl, async (client) => {
    await requireEmpty(client, target.dataDir)
    await requireSuperuser(client)
  })
  try {
    // To where the archive was first, so that its rows fit; then forward to this release.
    await migrate(target.ownerUrl, archive.manifest.migrations.at(-1)?.name)
    await withClient(target.adminUrl, async (client) => {
      await requireSameSchema(client, archive.manifest)
      await loadTables(client, archive)
    })
    await migrate(target.ownerUrl)
    await writeFiles(archive, target.dataDir)
  } catch (error) {
    throw new Error(
      `恢复未完成：重试前请清空目标 ${target.dataDir} · The restore did not finish: empty ${target.dataDir} before trying again. ` +
        (error instanceof Error ? error.message : String(error)),
      { cause: error },
    )
  }
}

const withClient = async (url: string, act: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: url, application_name: 'holdpoint-restore' })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}

const requireEmpty = async (client: pg.Client, dataDir: string): Promise<void> => {
  const { rows } = await client.query(
    "select from pg_tables where schemaname not like 'pg\\_%' and schemaname <> 'information_schema'",
  )
  const files = existsSync(dataDir) ? listDataFiles(dataDir) : []
  if (rows.length > 0 || files.length > 0)
    throw new Error(
      `${dataDir} 中已有数据，未作任何更改：请用 DATA_DIR（或 DATABASE_URL）指定一个空的位置 · There is data in ${dataDir} already; nothing was changed: ` +
        'name an empty place with DATA_DIR (or DATABASE_URL)',
    )
}

/** Rows arrive table by table, so that references are not yet whole while they are loaded; only a superuser may defer them. */
const requireSuperuser = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolsuper as may from pg_roles where rolname = current_user',
  )
  if (rows[0]?.may !== true)
    throw new Error(
      'DATABASE_URL 的用户须为数据库超级用户才能恢复 · To restore, the user of DATABASE_URL must be a superuser of that server',
    )
}

const requireSameSchema = async (client: pg.Client, manifest: Manifest): Promise<void> => {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations order by name',
  )
  const here = JSON.stringify(rows.map(({ name, checksum }) => [name, checksum]))
  const there = JSON.stringify(manifest.migrations.map(({ name, checksum }) => [name, checksum]))
  if (here !== there)
    throw new Error(
      `备份由版本 ${manifest.product} 生成，其数据结构与本版本不符：请用该版本恢复 · The back-up was made by release ${manifest.product}, whose schema this ` +
        'release does not know: restore it with that release',
    )
}

const loadTables = async (client: pg.Client, archive: Archive): Promise<void> => {
  const { manifest } = archive
  await client.query('begin')
  await client.query("set local session_replication_role = 'replica'")
  // A migration may have put rows of its own into a table; the archive has them too.
  const tables = await listTables(client)
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ table }) => table).join(', ')}`)
  for (const table of manifest.tables) await loadTable(client, archive, table)
  for (const { sequence, lastValue } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [sequence, lastValue])
  await client.query('commit')
}

const loadTable = async (client: pg.Client, archive: Archive, table: Manifest['tables'][number]): Promise<void> => {
  const entry = archive.entries.get(table.name)
  if (!entry) throw new Error(`${table.name} is missing`)
  const stream = client.query(copyFrom(`copy ${table.table} (${table.columns.join(', ')}) from stdin`))
  await pipeline(readEntry(archive.file, entry), createGunzip(), stream)
  if (stream.rowCount !== table.rows)
    throw new Error(`${table.table}: ${stream.rowCount} rows were loaded, ${table.rows} were saved`)
}

const writeFiles = async (archive: Archive, dataDir: string): Promise<void> => {
  const root = resolve(dataDir)
  for (const { name } of archive.manifest.files) {
    const entry = archive.entries.get(name)
    const path = resolve(root, name.slice(filesFolder.length + 1))
    // A name that climbs out of the folder was not written by us.
    if (!entry || !path.startsWith(root + sep)) throw new Error(`${name} is no file of a data directory`)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(readEntry(archive.file, entry), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
  }
}
