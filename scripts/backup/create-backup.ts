import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { projectFolder } from '../project-folder.ts'
import { createArchive } from './archive-writer.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { filesFolder, hashSchema, manifestName, newManifest, sealName } from './manifest.ts'
import type { Manifest } from './manifest.ts'

export type BackupSource = { readonly adminUrl: string; readonly dataDir: string }
export type BackupDone = { readonly tables: number; readonly rows: number; readonly files: number }

/**
 * One archive of everything: the tables as they were at one instant, then the files of the data directory. In this order, because
 * files are only ever added: whatever a row of that instant names is there when the files are read.
 */
export const createBackup = async ({ adminUrl, dataDir }: BackupSource, file: string): Promise<BackupDone> => {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'holdpoint-backup' })
  await client.connect()
  try {
    await requireAllRows(client)
    const archive = await createArchive(file)
    try {
      const database = await addDatabase(client, archive)
      const files = await addFiles(archive, dataDir)
      const manifest = newManifest({ ...database, files })
      const { sha256 } = await archive.addText(manifestName, JSON.stringify(manifest, undefined, 1))
      await archive.addText(sealName, sha256)
      await archive.finish()
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      return { tables: manifest.tables.length, rows, files: files.length }
    } catch (error) {
      await archive.abandon()
      throw error
    }
  } finally {
    await client.end()
  }
}

/** Row-level security would leave rows out without a word, and a back-up with holes is worse than none. */
const requireAllRows = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ sees: boolean }>(
    'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
  )
  if (rows[0]?.sees !== true)
    throw new Error(
      'DATABASE_URL 的用户受行级安全限制，看不到全部数据：请改用管理员账户，或用 pg_dump 备份 · The user of DATABASE_URL does not see every row ' +
        '(row-level security): name an administrator in DATABASE_URL, or use pg_dump',
    )
}

type DatabaseContent = Omit<Manifest, 'archive' | 'files'>

const addDatabase = async (client: pg.Client, archive: ArchiveWriter): Promise<DatabaseContent> => {
  await client.query('begin transaction isolation level repeatable read read only')
  const tables: Manifest['tables'] = []
  for (const { table, columns } of await listTables(client))
    tables.push(await addTable(client, archive, table, columns))
  const migrations = await client.query<Manifest['migrations'][number]>(
    'select name, checksum from migrations order by name',
  )
  const server = await client.query<{ version: string; now: Date }>(
    "select current_setting('server_version') as version, now()",
  )
  const sequences = await listSequences(client)
  await client.query('commit')
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }
  return {
    product: version,
    createdAt: (server.rows[0]?.now ?? new Date()).toISOString(),
    postgres: server.rows[0]?.version ?? '',
    schemaSha256: hashSchema(migrations.rows),
    migrations: migrations.rows,
    tables,
    sequences,
  }
}

const addTable = async (
  client: pg.Client,
  archive: ArchiveWriter,
  table: string,
  columns: readonly string[],
): Promise<Manifest['tables'][number]> => {
  const stream = client.query(copyTo(`copy ${table} (${columns.join(', ')}) to stdout`))
  const written = await archive.addCompressed(`tables/${table}.copy.gz`, stream)
  return { ...written, table, columns: [...columns], rows: stream.rowCount }
}

/** Quoted names, ready for SQL. The migrations' own record is written by the restore itself. */
export const listTables = async (
  client: pg.Client,
): Promise<readonly { readonly table: string; readonly columns: readonly string[] }[]> => {
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as table,
      json_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.oid <> 'migrations'::regclass
    group by 1 order by 1`)
  return rows
}

const listSequences = async (client: pg.Client): Promise<Manifest['sequences']> => {
  const { rows } = await client.query<Manifest['sequences'][number]>(`
    select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as "lastValue"
    from pg_sequences where last_value is not null order by 1`)
  return rows
}

const addFiles = async (archive: ArchiveWriter, dataDir: string): Promise<Manifest['files']> => {
  const files: Manifest['files'] = []
  for (const path of listDataFiles(dataDir))
    files.push(await archive.addFile(`${filesFolder}/${path}`, join(dataDir, ...path.split('/'))))
  return files
}

/** Evidence, keys and whatever else we keep; not the database's own files, which are in the archive as tables. */
export const listDataFiles = (dataDir: string): readonly string[] =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dataDir.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !/^postgres[./-]/.test(path) && !/\.(log|partial)$/.test(path))
    .toSorted()
