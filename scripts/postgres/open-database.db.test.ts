import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

import { isOurPostgres } from './is-our-postgres.ts'
import { openDatabase } from './open-database.ts'
import type { Database } from './open-database.ts'
import { FolderInUse } from './orphan.ts'
import { choosePlace } from './place.ts'
import { startServer } from './server.ts'

const ask = async <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  let parent: string
  let dataDir: string
  const holders: ChildProcess[] = []
  before(() => {
    parent = mkdtempSync(join(tmpdir(), '停检 点-'))
    chmodSync(parent, 0o755)
    dataDir = join(parent, '数据 data')
  })
  afterEach(() => {
    for (const child of holders.splice(0)) child.kill('SIGKILL')
  })
  after(async () => {
    await waitUntil(() => !existsSync(join(dataDir, 'postgres', 'postmaster.pid')))
    rmSync(parent, { recursive: true, force: true })
  })

  const open = (): Promise<Database> => openDatabase({ dataDir, databaseUrl: undefined })

  const startHolder = (folder: string): ChildProcess => {
    const script = fileURLToPath(new URL('./testing/hold-database.ts', import.meta.url))
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
    holders.push(child)
    return child
  }

  /** What it says once it holds the database, or all that it said until it ended. */
  const outcomeOf = (child: ChildProcess): Promise<string> =>
    new Promise((resolve) => {
      let said = ''
      child.stderr?.on('data', (chunk) => (said += String(chunk)))
      child.stdout?.once('data', (chunk) => resolve(String(chunk)))
      child.once('close', () => resolve(said))
    })

  const holdInAnotherProcess = async (): Promise<{ readonly child: ChildProcess; readonly ownerUrl: string }> => {
    const child = startHolder(dataDir)
    const said = await outcomeOf(child)
    return { child, ownerUrl: (JSON.parse(said) as { ownerUrl: string }).ownerUrl }
  }

  const postmaster = (): number =>
    Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

  test('waits for the disk, and lets neither the application nor the owner be a superuser or exempt from row security', async () => {
    const database = await open()
    try {
      assert.deepEqual(await ask(database.appUrl, 'show fsync'), [{ fsync: 'on' }])
      for (const url of [database.appUrl, database.ownerUrl])
        assert.deepEqual(await ask(url, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user'), [
          { rolsuper: false, rolbypassrls: false },
        ])
      assert.deepEqual(await ask(database.appUrl, 'show listen_addresses'), [{ listen_addresses: '' }])
      const folder = new URL(database.appUrl).searchParams.get('host') ?? ''
      assert.equal(statSync(folder).mode & 0o777, 0o700)
    } finally {
      await database.close()
    }
  })

  test('is refused to a second owner, in words that name the folder and the remedy', async () => {
    await holdInAnotherProcess()
    await assert.rejects(open(), (error) => {
      assert.ok(error instanceof FolderInUse)
      assert.ok(error.message.includes(dataDir) && error.message.includes('DATA_DIR'))
      return true
    })
  })

  test('loses nothing acknowledged and leaves no process behind when its owner is killed', async () => {
    const { child, ownerUrl } = await holdInAnotherProcess()
    await ask(ownerUrl, 'create table kept (n int); insert into kept values (7)')
    const pid = postmaster()
    child.kill('SIGKILL')
    await waitUntil(() => !isOurPostgres(pid, choosePlace(dataDir).cluster))
    const database = await open()
    try {
      assert.deepEqual(await ask(database.ownerUrl, 'select n from kept'), [{ n: 7 }])
    } finally {
      await database.close()
    }
  })

  test('is taken over at once from a killed owner, without waiting for what it left behind', async () => {
    const { child } = await holdInAnotherProcess()
    child.kill('SIGKILL')
    const database = await open()
    await database.close()
  })

  test('is taken over from an orphan whose watcher was killed as well', async () => {
    // Started bare, as nobody's: no owner holds the lock, and nobody will end it.
    const place = choosePlace(dataDir)
    const orphan = await startServer({ place, logFile: join(dataDir, 'postgres.log') })
    const pid = postmaster()
    const database = await open()
    try {
      await orphan.ended
      assert.notEqual(postmaster(), pid)
    } finally {
      await database.close()
    }
  })

  test('starts again beside a stranger who got the old process number', async () => {
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(file, `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n/tmp/gone\n\n`)
    const database = await open()
    await database.close()
  })

  test('says when it is gone without our asking', async () => {
    const database = await open()
    process.kill(postmaster(), 'SIGINT')
    await database.lost
    await database.close()
  })

  test('is made anew after a first start that was cut short', async () => {
    const fresh = join(parent, 'cut-short')
    // No process has this number: it is above what any system gives out.
    mkdirSync(join(fresh, 'postgres.new-99999999'), { recursive: true })
    const database = await openDatabase({ dataDir: fresh, databaseUrl: undefined })
    await database.close()
    assert.equal(existsSync(join(fresh, 'postgres.new-99999999')), false)
  })

  test('has one winner when two start at once on an empty folder', async () => {
    const fresh = join(parent, 'two-at-once')
    const outcomes = await Promise.all([startHolder(fresh), startHolder(fresh)].map(outcomeOf))
    assert.equal(outcomes.filter((said) => said.includes('ownerUrl')).length, 1, outcomes.join())
    assert.equal(outcomes.filter((said) => said.includes('FolderInUse')).length, 1, outcomes.join())
  })

  test('asks for a password where only loopback is to be had', async () => {
    const place = choosePlace(join(parent, 'loopback'))
    const server = await startServer({ place, logFile: join(parent, 'loopback.log'), by: 'loopback' })
    try {
      const url = server.url('postgres', 'postgres')
      assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
      const wrong = new URL(url)
      wrong.password = 'guess'
      await assert.rejects(ask(wrong.href, 'select 1'), /password authentication failed/)
    } finally {
      await server.stop()
    }
  })

  test(
    'as root, lives where its own user can go when the data directory is closed to that user',
    { skip: process.getuid?.() !== 0 },
    async () => {
      const closed = join(parent, 'closed')
      mkdirSync(closed, { mode: 0o700 })
      const inside = join(closed, 'data')
      const first = await openDatabase({ dataDir: inside, databaseUrl: undefined })
      await ask(first.ownerUrl, 'create table kept (n int)')
      await first.close()
      const home = readFileSync(join(inside, 'postgres.location'), 'utf8').trim()
      try {
        const again = await openDatabase({ dataDir: inside, databaseUrl: undefined })
        assert.deepEqual(await ask(again.ownerUrl, 'select * from kept'), [])
        await again.close()
        assert.equal(statSync(join(home, 'postgres')).mode & 0o077, 0)
      } finally {
        rmSync(home, { recursive: true, force: true })
      }
      await assert.rejects(openDatabase({ dataDir: inside, databaseUrl: undefined }), /postgres\.location/)
    },
  )
})

const waitUntil = async (isSo: () => boolean): Promise<void> => {
  const deadline = Date.now() + 10_000
  while (!isSo()) {
    assert.ok(Date.now() < deadline, 'did not happen within 10 s')
    await wait(20)
  }
}
