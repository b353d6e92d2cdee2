import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { id, type JobId } from '#core/ids.ts'
import type { DayPlan } from '#contract/day-plan.ts'
import { dayMs, epochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { readEvents } from '#server/store/events.ts'
import { verifyHistory } from '#server/store/recorded-event.ts'
import { createTestPlant, type TestPlant } from '#server/testing/test-plant.ts'
import { readBoard } from '#server/views/board.ts'
import { demoPlant, southPlant, timeZone } from '../load-plant.ts'
import { loadDemoHistory, type HistoryLoaded } from './load-demo-history.ts'

describe('the demo in the database', () => {
  let plant: TestPlant
  let dataDir: string
  let loaded: HistoryLoaded
  const load = async (): Promise<HistoryLoaded> => {
    const parsed = await readRulebook('chemical')
    assert.ok(parsed.ok)
    return loadDemoHistory({
      database: plant.database,
      rulebook: parsed.rulebook,
      dataDir,
      now: plant.now(),
      daysMax: 5,
    })
  }
  before(async () => {
    plant = await createTestPlant()
    dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-history-'))
    loaded = await load()
  })
  after(async () => {
    await plant.close()
    await rm(dataDir, { recursive: true })
  })
  const streamsOf = async (plantId: typeof demoPlant): Promise<readonly string[]> =>
    plant.database.withPlant(plantId, async (tx) => {
      const { rows } = await tx.query<{ stream_id: string }>(
        'select distinct stream_id from events where plant_id = $1 order by 1',
        [plantId],
      )
      return rows.map(({ stream_id }) => stream_id)
    })

  test('proves every history that it brought in', async () => {
    assert.ok(loaded.events > 3000)
    for (const plantId of [demoPlant, southPlant])
      for (const stream of await streamsOf(plantId)) {
        const history = await plant.database.withPlant(plantId, (tx) => readEvents(tx, stream))
        assert.deepEqual(verifyHistory(plantId, history), [])
      }
  })

  test('has a plan of tomorrow in which one certificate is no longer good, and nobody else is amiss', async () => {
    const tomorrow = plantClockOf(timeZone).dateOf(epochMs(plant.now() + dayMs))
    const answer = await plant.request(`/api/plan/${tomorrow}`, { cookie: await plant.signIn('safety') })
    const people = (answer.body as never as DayPlan).units.flatMap(({ jobs }) => jobs).flatMap((job) => job.people)
    assert.ok(people.length >= 10, `${people.length} people`)
    const amiss = people.filter(({ refusals }) => refusals.length > 0)
    assert.equal(new Set(amiss.map(({ person }) => person)).size, 1)
    for (const { refusals } of amiss)
      assert.deepEqual([...new Set(refusals.map(({ code }) => code))], ['credential-not-confirmed'])
  })

  test('is not lived through twice', async () => {
    assert.deepEqual(await load(), { jobs: 0, events: 0, pictures: 0 })
  })

  test('fills the board with jobs at every stage, some of them late', async () => {
    const { jobs } = await plant.database.withPlant(demoPlant, (tx) => readBoard(tx, plant.now(), plant.rulebooks))
    for (const status of ['submitted', 'active', 'suspended', 'finished'])
      assert.ok(
        jobs.some((job) => job.status === status),
        status,
      )
    assert.ok(jobs.some(({ lateDuties }) => lateDuties > 0))
    assert.ok(jobs.some(({ isExpired }) => isExpired))
  })

  test('keeps the pictures of three days, and says of an older one that it is kept no longer', async () => {
    const cookie = await plant.signIn('leader')
    const { rows } = await plant.database.withPlant(demoPlant, (tx) =>
      tx.query<{ evidence_id: string; captured_at: number }>(
        'select evidence_id, captured_at from evidence where plant_id = $1 order by captured_at',
        [demoPlant],
      ),
    )
    const [oldest] = rows
    assert.ok(oldest && oldest.captured_at < plant.now() - 3 * dayMs)
    const gone = await plant.request(`/api/evidence/${oldest.evidence_id}/picture`, { cookie })
    assert.deepEqual([gone.status, gone.body['code']], [410, 'picture-not-kept'])
    assert.ok(loaded.pictures > 500)
  })

  test('leaves the next permit number free', async () => {
    const { rows } = await plant.database.withPlant(demoPlant, (tx) =>
      tx.query<{ number: string }>(
        `select p ->> 'number' as number from jobs, jsonb_array_elements(permits) as p where plant_id = $1 group by 1 having count(*) > 1`,
        [demoPlant],
      ),
    )
    assert.deepEqual(rows, [])
  })

  test('keeps the two plants of the group apart: a job of one is unknown in the other', async () => {
    const [south] = await streamsOf(southPlant)
    const [north] = await streamsOf(demoPlant)
    assert.ok(south && north)
    const of = (plantId: typeof demoPlant, stream: string) =>
      plant.database.withPlant(plantId, (tx) => readEvents(tx, id<JobId>(stream)))
    assert.deepEqual(await of(demoPlant, south), [])
    assert.deepEqual(await of(southPlant, north), [])
    const cookie = await plant.signIn('leader')
    assert.equal((await plant.request(`/api/jobs/${north}`, { cookie })).status, 200)
    assert.equal((await plant.request(`/api/jobs/${south}`, { cookie })).status, 404)
    const session = await plant.request('/api/session', {
      body: { plant: southPlant, login: 'leader', password: 'holdpoint-demo' },
    })
    assert.equal(session.status, 200)
    assert.equal((await plant.request(`/api/jobs/${south}`, { cookie: session.cookie })).status, 200)
    assert.equal((await plant.request(`/api/jobs/${north}`, { cookie: session.cookie })).status, 404)
  })
})
