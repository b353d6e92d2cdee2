import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')
const lockKey = 7_305_118

/**
 * Brings a database up to date as its owner: numbered files, forward only, each in its own transaction and recorded
 * with its checksum. A file that was changed after it had run refuses: two databases would differ under one number.
 * `last` stops there, where an older back-up is to be put in before the rest.
 */
export const migrate = async (ownerUrl: string, last?: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      'create table if not exists migrations (name text primary key, checksum text not null, run_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migrations')
    const run = new Map(rows.map(({ name, checksum }) => [name, checksum]))
    for (const name of await migrationNames())
      if (last === undefined || name <= last) await runOnce(client, name, run.get(name))
  } finally {
    await client.end()
  }
}

const migrationNames = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).toSorted()

const runOnce = async (client: pg.Client, name: string, checksumThen: string | undefined): Promise<void> => {
  const sql = await readFile(path.join(folder, name), 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  if (checksumThen === checksum) return
  if (checksumThen !== undefined)
    throw new Error(`migration ${name} was changed after it had run: write a new one instead`)
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
