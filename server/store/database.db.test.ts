import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { id, type PlantId } from '#core/ids.ts'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import type { FeedNotice } from './append-feed.ts'
import { createDatabase, type Database, type Tx } from './database.ts'

const north = id<PlantId>('north')

describe('a transaction in a plant', () => {
  let source: TestDatabase
  let database: Database
  before(async () => {
    source = await createTestDatabase()
    database = createDatabase(source)
    await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ('north', 'g', 'north', 'UTC')`,
    )
  })
  after(async () => {
    await database.close()
    await source.close()
  })
  const asOwner = async (text: string, values: unknown[] = []) => {
    const owner = new pg.Client({ connectionString: source.ownerUrl })
    await owner.connect()
    try {
      return (await owner.query(text, values)).rows
    } finally {
      await owner.end()
    }
  }
  const scopesNamed = (name: string) =>
    database.withPlant(
      north,
      async (tx) => (await tx.query('select from scopes where plant_id = $1 and scope = $2', [north, name])).rowCount,
    )
  const insertScope = (tx: Tx, name: string) =>
    tx.query('insert into scopes (plant_id, scope) values ($1, $2)', [north, name])

  test('keeps everything or nothing', async () => {
    await assert.rejects(
      database.withPlant(north, async (tx) => {
        await insertScope(tx, 'half')
        throw new Error('no')
      }),
      /^Error: no$/,
    )
    assert.equal(await scopesNamed('half'), 0)
  })

  test('keeps nothing either when the failed query was one of several sent together', async () => {
    await assert.rejects(
      database.withPlant(north, (tx) =>
        Promise.all([insertScope(tx, 'sent-before'), tx.query('select 1 / 0'), insertScope(tx, 'sent-after')]),
      ),
      /division by zero/,
    )
    assert.deepEqual([await scopesNamed('sent-before'), await scopesNamed('sent-after')], [0, 0])
  })

  test('does not believe to have kept what the database rolled back, when a failure was swallowed', async () => {
    await assert.rejects(
      database.withPlant(north, async (tx) => {
        await insertScope(tx, 'swallowed')
        await tx.query('select 1 / 0').catch(() => undefined)
      }),
      /rolled back/,
    )
    assert.equal(await scopesNamed('swallowed'), 0)
  })

  test('takes no query after its end, when the connection may serve somebody else', async () => {
    const escaped = await database.withPlant(north, async (tx) => tx)
    await assert.rejects(escaped.query('select 1'), /after the end of its transaction/)
  })

  test('refuses a plant whose name the database cannot read, and stays usable', async () => {
    await assert.rejects(database.withPlant(id<PlantId>('a\0b'), (tx) => insertScope(tx, 'nul')))
    await assert.rejects(database.withPlant(id<PlantId>(`'; drop table events; --`), (tx) => insertScope(tx, 'quote')))
    assert.deepEqual([await scopesNamed('nul'), await scopesNamed('quote')], [0, 0])
  })

  test('fails by itself when its connection breaks, and the next one works', async () => {
    await assert.rejects(
      database.withPlant(north, async (tx) => {
        await insertScope(tx, 'broken')
        const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
        await asOwner('select pg_terminate_backend($1)', [rows[0]?.pid])
        await tx.query('select pg_sleep(1)')
      }),
    )
    assert.equal(await scopesNamed('broken'), 0)
  })

  test('tells its listeners what has grown once it has happened, and nothing that was rolled back', async () => {
    const heard: FeedNotice[] = []
    const arrived = Promise.withResolvers<void>()
    const unsubscribe = database.appended.subscribe((notice) => {
      heard.push(notice)
      if (notice.kind === 'appended' && notice.stream === 'last') arrived.resolve()
    })
    const announce = (stream: string) => database.withPlant(north, async (tx) => tx.announce(stream))
    // Until the listener's connection stands, nothing is heard.
    while (heard.length === 0) {
      await announce('probe')
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    await database
      .withPlant(north, async (tx) => {
        tx.announce('undone')
        throw new Error('no')
      })
      .catch(() => undefined)
    await Promise.all(Array.from({ length: 100 }, (_, i) => announce(`many-${i}`)))
    await announce('last')
    await arrived.promise
    unsubscribe()
    const streams = heard.map((notice) => (notice.kind === 'appended' ? notice.stream : 'gap'))
    assert.equal(new Set(streams.filter((stream) => stream.startsWith('many-'))).size, 100)
    assert.ok(!streams.includes('undone'))
  })
})
