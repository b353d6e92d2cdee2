import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import type { JobEvent } from '#core/job/events.ts'
import { epochMs } from '#core/time/epoch.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { createDatabase, type Database } from './database.ts'
import { appendEvents, readEvents, VersionConflict } from './events.ts'
import { claimKey, keepAnswer } from './idempotency.ts'
import { verifyHistory } from './recorded-event.ts'
import { lockScopes } from './scopes.ts'

const north = id<PlantId>('north')
const south = id<PlantId>('south')
const stopped = (note: string): JobEvent => ({
  type: 'WorkStopped',
  by: null,
  occurredAt: epochMs(1),
  reason: 'other',
  note,
})

describe('the store', () => {
  let test_: Awaited<ReturnType<typeof createTestDatabase>>
  let database: Database
  before(async () => {
    test_ = await createTestDatabase()
    database = createDatabase(test_)
    for (const plant of [north, south])
      await database.plants.query(
        `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'g', $1, 'Asia/Shanghai')`,
        [plant],
      )
  })
  after(async () => {
    await database.close()
    await test_.close()
  })

  const append = (streamId: string, note: string, at = 1) =>
    database.withPlant(north, async (tx) =>
      appendEvents(tx, {
        after: (await readEvents(tx, streamId)).at(-1),
        streamId,
        events: [stopped(note)],
        reliedOn: [],
        now: at,
      }),
    )

  test('refuses the second of two writers at the same version', async () => {
    const write = () =>
      database.withPlant(north, (tx) =>
        appendEvents(tx, { after: undefined, streamId: 'race', events: [stopped('x')], reliedOn: [], now: 1 }),
      )
    const outcomes = await Promise.allSettled([write(), write(), write()])
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof VersionConflict)
  })

  test('chains each event to the one before, and finds what was altered, removed or moved', async () => {
    for (const note of ['a', 'b', 'c']) await append('chain', note)
    const history = await database.withPlant(north, (tx) => readEvents(tx, 'chain'))
    assert.deepEqual(verifyHistory(north, history), [])
    const altered = history.map((one) => (one.version === 2 ? { ...one, event: stopped('B') } : one))
    assert.deepEqual(verifyHistory(north, altered), [{ version: 2, problem: 'hash-wrong' }])
    assert.deepEqual(
      verifyHistory(
        north,
        history.filter(({ version }) => version !== 2),
      ).map(({ problem }) => problem),
      ['version-missing', 'link-broken'],
    )
    assert.notDeepEqual(verifyHistory(south, history), [])
  })

  test('never lets recorded time run backwards within a stream', async () => {
    await append('time', 'a', 5_000)
    await append('time', 'b', 3_000)
    const history = await database.withPlant(north, (tx) => readEvents(tx, 'time'))
    assert.deepEqual(
      history.map(({ recordedAt }) => recordedAt),
      [5_000, 5_000],
    )
  })

  test('shows one plant nothing of another, and refuses to answer for none', async () => {
    await append('mine', 'a')
    assert.deepEqual(await database.withPlant(south, async (tx) => (await tx.query('select * from events')).rows), [])
    await assert.rejects(database.plants.query('select * from events'), /no plant is set/)
    await assert.rejects(
      database.withPlant(id<PlantId>(''), (tx) => tx.query('select * from events')),
      /no plant is set/,
    )
  })

  test('lets exactly one of two transactions hold a scope, in whatever order they name them', async () => {
    const log: string[] = []
    const hold = (name: string, scopes: string[]) =>
      database.withPlant(north, async (tx) => {
        await lockScopes(tx, scopes)
        log.push(`${name} in`)
        await tx.query('select pg_sleep(0.05)')
        log.push(`${name} out`)
      })
    await Promise.all([hold('a', ['person:1', 'vessel:7']), hold('b', ['vessel:7', 'person:1'])])
    assert.equal(log[0]?.slice(0, 1), log[1]?.slice(0, 1))
    assert.equal(log[2]?.slice(0, 1), log[3]?.slice(0, 1))
  })

  test('gives a repeated command its first answer, and refuses its key to another body', async () => {
    const request = { accountId: 'account', key: 'k1', bodyHash: 'h1' }
    await database.withPlant(north, async (tx) => {
      assert.equal((await claimKey(tx, request)).kind, 'first')
      await keepAnswer(tx, request, { status: 201, response: { ok: true } })
    })
    await database.withPlant(north, async (tx) => {
      assert.deepEqual(await claimKey(tx, request), { kind: 'repeat', answer: { status: 201, response: { ok: true } } })
      assert.deepEqual(await claimKey(tx, { ...request, bodyHash: 'h2' }), { kind: 'other-body' })
    })
  })
})
