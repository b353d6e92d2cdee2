import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'

import { epochMs } from '#core/time/epoch.ts'
import { loadDemoPlant } from '#demo/load-plant.ts'
import { createDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'

import { openDatabase } from '../postgres/open-database.ts'
import type { Database } from '../postgres/open-database.ts'
import { createBackup, listTables } from './create-backup.ts'
import { reachDatabase } from './reach-database.ts'
import { restoreBackup } from './restore-backup.ts'
import { listTar } from './tar.ts'
import { ArchiveDamaged, verifyArchive } from './verify-archive.ts'

/** Every row of every table, in one order, as text. */
const everything = async (adminUrl: string): Promise<ReadonlyMap<string, string>> => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const content = new Map<string, string>()
    for (const { table } of await listTables(client)) {
      const { rows } = await client.query<{ text: string }>(
        `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as text from ${table} t`,
      )
      content.set(table, rows[0]?.text ?? '')
    }
    return content
  } finally {
    await client.end()
  }
}

describe('a back-up', () => {
  let folder: string
  let dataDir: string
  let archive: string
  let source: Database

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'holdpoint-备份 '))
    chmodSync(folder, 0o755)
    dataDir = join(folder, 'source')
    archive = join(folder, 'saved.tar')
    source = await openDatabase({ dataDir, databaseUrl: undefined })
    await migrate(source.ownerUrl)
    const database = createDatabase(source)
    await loadDemoPlant(database, epochMs(Date.now()))
    await database.close()
    mkdirSync(join(dataDir, 'evidence', 'ab'), { recursive: true })
    writeFileSync(join(dataDir, 'evidence', 'ab', 'f'.repeat(96)), Buffer.from([0, 1, 2, 255]))
    writeFileSync(join(dataDir, 'evidence', 'empty'), '')
    writeFileSync(join(dataDir, 'server.key'), 'k'.repeat(32))
    // While the application has the database open, as every night.
    const beside = await reachDatabase(dataDir, undefined)
    await createBackup({ adminUrl: beside.adminUrl, dataDir }, archive)
    await beside.close()
  })
  after(async () => {
    await source.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const restoreInto = async (
    name: string,
    act: (target: Database & { readonly dataDir: string }) => Promise<void>,
  ): Promise<void> => {
    const target = await openDatabase({ dataDir: join(folder, name), databaseUrl: undefined })
    try {
      await act({ ...target, dataDir: join(folder, name) })
    } finally {
      await target.close()
    }
  }

  test('restores every row of every table and every file, byte for byte, readable by its owner alone', async () => {
    await restoreInto('restored', async (target) => {
      await restoreBackup(await verifyArchive(archive), target)
      const [before_, after_] = [await everything(source.adminUrl), await everything(target.adminUrl)]
      assert.ok((before_.get('public.people')?.length ?? 0) > 1000)
      assert.deepEqual(after_, before_)
      for (const file of [`evidence/ab/${'f'.repeat(96)}`, 'evidence/empty', 'server.key'])
        assert.deepEqual(readFileSync(join(target.dataDir, file)), readFileSync(join(dataDir, file)), file)
      await migrate(target.ownerUrl)
    })
  })

  test('goes on counting where the original stopped, so that no number is given out twice', async () => {
    await restoreInto('counted', async (target) => {
      await restoreBackup(await verifyArchive(archive), target)
      const sequences = async (url: string) => {
        const client = new pg.Client({ connectionString: url })
        await client.connect()
        const { rows } = await client.query(
          'select schemaname, sequencename, last_value from pg_sequences order by 1, 2',
        )
        await client.end()
        return rows
      }
      assert.deepEqual(await sequences(target.adminUrl), await sequences(source.adminUrl))
    })
  })

  test('is refused by a place that holds data, which stays as it was', async () => {
    const before_ = await everything(source.adminUrl)
    await assert.rejects(restoreBackup(await verifyArchive(archive), { ...source, dataDir }), /nothing was changed/)
    assert.deepEqual(await everything(source.adminUrl), before_)
  })

  test('is refused when a release does not know the schema that it was made under', async () => {
    const verified = await verifyArchive(archive)
    const [first, ...others] = verified.manifest.migrations
    assert.ok(first)
    const changed = {
      ...verified,
      manifest: { ...verified.manifest, migrations: [{ ...first, checksum: 'other' }, ...others] },
    }
    await restoreInto('other-schema', (target) =>
      assert.rejects(restoreBackup(changed, target), /restore it with that release/),
    )
  })

  const damages: { readonly [what: string]: (file: string) => void } = {
    'cut short': (file) => truncateSync(file, 20_000),
    'cut short by its last block': (file) => truncateSync(file, readFileSync(file).length - 2048),
    'changed by one bit in a table': (file) => flipBit(file, 'tables/public.people.copy.gz'),
    'changed by one bit in a file': (file) => flipBit(file, `data/evidence/ab/${'f'.repeat(96)}`),
    'changed by one bit in the manifest': (file) => flipBit(file, 'manifest.json'),
    'no archive at all': (file) => writeFileSync(file, '你好'.repeat(1000)),
    empty: (file) => writeFileSync(file, ''),
  }
  for (const [what, damage] of Object.entries(damages))
    test(`is refused before anything is touched when it is ${what}`, async () => {
      const copy = join(folder, 'damaged.tar')
      copyFileSync(archive, copy)
      damage(copy)
      await assert.rejects(verifyArchive(copy), ArchiveDamaged)
    })

  test('leaves nothing behind when it cannot be finished', async () => {
    const before_ = readdirSync(folder)
    await assert.rejects(
      createBackup({ adminUrl: source.adminUrl, dataDir: join(folder, 'gone') }, join(folder, 'never.tar')),
    )
    assert.deepEqual(readdirSync(folder), before_)
  })

  test('is not made by a user who does not see every row', async () => {
    await assert.rejects(
      createBackup({ adminUrl: source.ownerUrl, dataDir }, join(folder, 'never.tar')),
      /row-level security/,
    )
  })

  test('can be looked into with the tools that every administrator has', { skip: process.platform === 'win32' }, () => {
    const { status, stdout } = spawnSync('tar', ['-tf', archive], { encoding: 'utf8' })
    assert.equal(status, 0)
    assert.deepEqual(
      stdout.trim().split('\n'),
      listTar(archive).map(({ name }) => name),
    )
  })
})

const flipBit = (file: string, name: string): void => {
  const entry = listTar(file).find((one) => one.name === name)
  assert.ok(entry, name)
  const content = readFileSync(file)
  const at = entry.offset + Math.floor(entry.size / 2)
  content.writeUInt8(content.readUInt8(at) ^ 1, at)
  writeFileSync(file, content)
}
