import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import type { JobEvent } from '#core/job/events.ts'
import { epochMs } from '#core/time/epoch.ts'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import { createDatabase, type Database, type Tx } from './database.ts'
import { appendEvents, readEvents, VersionConflict } from './events.ts'
import { lockScopes } from './scopes.ts'

const north = id<PlantId>('north')
const rounds = 12
const started: JobEvent = { type: 'WorkStopped', by: null, occurredAt: epochMs(1), reason: 'other', note: 'started' }

/** On several real connections at once: one connection would hide every mistake that is looked for here. */
describe('of two who ask at once', () => {
  let source: TestDatabase
  let database: Database
  before(async () => {
    source = await createTestDatabase()
    database = createDatabase(source)
    await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ('north', 'g', 'north', 'UTC')`,
    )
    await inPlant((tx) =>
      tx.query(`insert into employers (plant_id, employer_id, name, kind) values ('north', 'e', 'e', 'own')`),
    )
  })
  after(async () => {
    await database.close()
    await source.close()
  })
  const inPlant = <T>(work: (tx: Tx) => Promise<T>) => database.withPlant(north, work)

  let welder: string
  let people = 0
  beforeEach(() => newWelder())
  const newWelder = async () => {
    welder = `welder-${++people}`
    await inPlant(async (tx) => {
      await tx.query(
        `insert into people (plant_id, person_id, name, employer_id, department, unit, position_id) values ('north', $1, 'x', 'e', 'd', 'u', 'p')`,
        [welder],
      )
      await tx.query(
        `insert into credentials (plant_id, credential_id, person_id, category, holder, provenance, official) values ('north', $1, $1, 'c', 'match', '{}', 'confirmed')`,
        [welder],
      )
    })
  }

  /** What a decision does: lock, read, decide, append; here by the one rule that the test is about. */
  const start = (jobId: string, person: string, isAllowed: (tx: Tx) => Promise<boolean>) =>
    inPlant(async (tx) => {
      await lockScopes(tx, [`person:${person}`, `job:${jobId}`])
      if (!(await isAllowed(tx))) return 'refused'
      await tx.query(
        `insert into jobs (plant_id, job_id, status, version, place_id, window_from, window_to, highest_risk, leader, guardians, workers, permits, content, updated_at)
         values ('north', $1, 'active', 1, 'p', 1, 2, 'L1', 'l', '{}', array[$2], '[]', '', 1)`,
        [jobId, person],
      )
      await appendEvents(tx, { after: undefined, streamId: jobId, events: [started], reliedOn: [], now: 1 })
      return 'started'
    })
  const isFree = (person: string) => async (tx: Tx) =>
    (await tx.query(`select from jobs where plant_id = 'north' and status = 'active' and $1 = any(workers)`, [person]))
      .rowCount === 0
  const isConfirmed = (person: string) => async (tx: Tx) =>
    (
      await tx.query(`select from credentials where plant_id = 'north' and person_id = $1 and official = 'confirmed'`, [
        person,
      ])
    ).rowCount === 1

  test('one welder is started on one job only', async () => {
    for (let round = 0; round < rounds; round++) {
      await newWelder()
      const jobs = [1, 2, 3].map((n) => `${welder}-job-${n}`)
      const outcomes = await Promise.all(jobs.map((job) => start(job, welder, isFree(welder))))
      assert.deepEqual(outcomes.toSorted(), ['refused', 'refused', 'started'])
      const histories = await inPlant((tx) => Promise.all(jobs.map((job) => readEvents(tx, job))))
      assert.equal(histories.flat().length, 1)
    }
  })

  test('a revocation and a start come one after the other: work begins before it or not at all', async () => {
    const outcomes = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      await newWelder()
      const order: string[] = []
      const revoke = () =>
        inPlant(async (tx) => {
          await lockScopes(tx, [`person:${welder}`])
          await tx.query(`update credentials set official = 'revoked' where plant_id = 'north' and person_id = $1`, [
            welder,
          ])
          order.push('revoked')
        })
      const begin = async () => {
        const outcome = await start(`${welder}-job`, welder, async (tx) => {
          const allowed = await isConfirmed(welder)(tx)
          order.push(allowed ? 'started' : 'refused')
          return allowed
        })
        assert.equal(order.includes(outcome), true)
      }
      await Promise.all(round % 2 === 0 ? [revoke(), begin()] : [begin(), revoke()])
      assert.ok(['revoked refused', 'started revoked'].includes(order.join(' ')), order.join(' '))
      outcomes.add(order.join(' '))
    }
    assert.ok(outcomes.size > 0)
  })

  test('a stop and a start: the stop stands, and the start learns of it', async () => {
    for (let round = 0; round < rounds; round++) {
      const job = `stopped-${round}`
      const append = (note: string) =>
        inPlant(async (tx) => {
          const history = await readEvents(tx, job)
          await appendEvents(tx, {
            after: history.at(-1),
            streamId: job,
            events: [{ type: 'WorkStopped', by: null, occurredAt: epochMs(1), reason: 'other', note }],
            reliedOn: [],
            now: 1,
          })
        })
      const stopUntilItStands = async (): Promise<void> =>
        append('stop').catch((error: unknown) => {
          if (error instanceof VersionConflict) return stopUntilItStands()
          throw error
        })
      const [stop] = await Promise.allSettled([stopUntilItStands(), append('start'), append('start')])
      assert.equal(stop.status, 'fulfilled')
      const history = await inPlant((tx) => readEvents(tx, job))
      assert.equal(history.filter(({ event }) => event.type === 'WorkStopped' && event.note === 'stop').length, 1)
      assert.deepEqual(
        history.map(({ version }) => version),
        history.map((_, i) => i + 1),
      )
    }
  })

  test('both get their turn when they lock in opposite orders, which would hold them for ever', async () => {
    await inPlant((tx) => lockScopes(tx, ['a', 'b']))
    let attempts = 0
    const lockOneByOne = (first: string, second: string) =>
      inPlant(async (tx) => {
        attempts += 1
        await lockScopes(tx, [first])
        await tx.query('select pg_sleep(0.05)')
        await lockScopes(tx, [second])
        return 'done'
      })
    assert.deepEqual(await Promise.all([lockOneByOne('a', 'b'), lockOneByOne('b', 'a')]), ['done', 'done'])
    assert.equal(attempts, 3)
  })

  test('nobody waits who locks other people, or the same ones in one sorted order, however many at once', async () => {
    const crowd = Array.from({ length: 30 }, (_, i) =>
      inPlant((tx) =>
        lockScopes(
          tx,
          [5, 3, 8, 1].map((n) => `crowd:${(n * (i + 1)) % 11}`),
        ),
      ),
    )
    await Promise.all(crowd)
  })
})
