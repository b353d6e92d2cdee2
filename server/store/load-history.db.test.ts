import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import type { JobEvent } from '#core/job/events.ts'
import { epochMs } from '#core/time/epoch.ts'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import { createDatabase, type Database } from './database.ts'
import { appendEvents, readEvents, VersionConflict } from './events.ts'
import { loadHistory } from './load-history.ts'
import { verifyHistory } from './recorded-event.ts'

const north = id<PlantId>('north')
const stopped = (note: string): JobEvent => ({
  type: 'WorkStopped',
  by: null,
  occurredAt: epochMs(1),
  reason: 'other',
  note,
})

describe('loading a past', () => {
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
  const read = (streamId: string) => database.withPlant(north, (tx) => readEvents(tx, streamId))

  test('leaves the very same history as appending each decision in its time', async () => {
    const decisions = [
      { events: [stopped('a'), stopped('b')], reliedOn: ['person:1@3'], recordedAt: 10 },
      { events: [stopped('c')], reliedOn: [], recordedAt: 7 },
    ]
    await database.withPlant(north, (tx) => loadHistory(tx, [{ streamId: 'loaded', decisions }]))
    for (const { events, reliedOn, recordedAt } of decisions)
      await database.withPlant(north, async (tx) =>
        appendEvents(tx, {
          after: (await readEvents(tx, 'appended')).at(-1),
          streamId: 'appended',
          events,
          reliedOn,
          now: recordedAt,
        }),
      )
    const loaded = await read('loaded')
    const withoutChain = (one: (typeof loaded)[number]) => ({ ...one, streamId: '', hash: '', previousHash: '' })
    assert.deepEqual(loaded.map(withoutChain), (await read('appended')).map(withoutChain))
    assert.deepEqual(verifyHistory(north, loaded), [])
  })

  test('brings in more streams than fit one statement, each whole', async () => {
    const many = Array.from({ length: 700 }, (_, i) => ({
      streamId: `many-${i}`,
      decisions: [{ events: [stopped('a'), stopped('b'), stopped('c')], reliedOn: [], recordedAt: i + 1 }],
    }))
    assert.equal(await database.withPlant(north, (tx) => loadHistory(tx, many)), 2100)
    for (const streamId of ['many-0', 'many-333', 'many-699'])
      assert.deepEqual(verifyHistory(north, await read(streamId)), [])
  })

  test('refuses a stream that has begun already, and then brings in nothing', async () => {
    const past = (streamId: string) => ({
      streamId,
      decisions: [{ events: [stopped('a')], reliedOn: [], recordedAt: 1 }],
    })
    await assert.rejects(
      database.withPlant(north, (tx) => loadHistory(tx, [past('fresh'), past('loaded')])),
      VersionConflict,
    )
    assert.deepEqual(await read('fresh'), [])
  })
})
