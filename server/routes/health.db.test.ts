import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

describe("the server's clock", () => {
  let plant: TestPlant
  let leader = ''
  const states = async () => {
    const { body: health } = await plant.request('/healthz')
    const { body: clock } = await plant.request('/api/clock', { cookie: leader })
    return [health['status'], health['clock'].behindSeconds, clock['behindSeconds']]
  }
  before(async () => {
    plant = await createTestPlant()
    leader = await plant.signIn('leader')
    await plant.command(leader, 'clock', { type: 'SubmitJob', application: applicationAt(plant.now()) })
  })
  after(() => plant.close())

  test('stands beside the versions of the server and of its database, for a watcher who is not signed in', async () => {
    const { status, body } = await plant.request('/healthz')
    assert.equal(status, 200)
    const { version, ...engine } = body['database'] as { version: string }
    assert.match(version, /^\d+\.\d+/)
    assert.deepEqual(
      { ...body, database: engine },
      {
        status: 'ok',
        version: 'test',
        database: { engine: 'postgresql' },
        clock: { now: plant.now(), behindSeconds: null },
      },
    )
  })

  test('is right while nothing recorded lies ahead of it', async () => {
    assert.deepEqual(await states(), ['ok', null, null])
  })

  test('that was set back is told to the watcher and on every screen, and time does not go back with it', async () => {
    const before = plant.now()
    plant.pass(-30)
    assert.deepEqual(await states(), ['clock-behind', 1800, 1800])
    const measure = {
      type: 'ConfirmMeasure',
      operation: 'hot-work',
      measure: 'extinguishers-ready',
      isInvolved: true,
      detail: '',
    }
    assert.equal((await plant.command(leader, 'clock', measure)).status, 200)
    const { body } = await plant.request('/api/jobs/clock', { cookie: leader })
    assert.equal(body['history'].at(-1).recordedAt, before)
  })

  test('that was set right again is silent', async () => {
    plant.pass(31)
    assert.deepEqual(await states(), ['ok', null, null])
  })

  test('is no business of who is not signed in', async () => {
    assert.equal((await plant.request('/api/clock')).status, 401)
  })
})

describe('a database that does not answer', () => {
  test('is told to the watcher as that, with 503', async (t) => {
    const plant = await createTestPlant()
    await plant.close()
    t.mock.method(console, 'error', () => undefined)
    const { status, body } = await plant.request('/healthz')
    assert.equal(status, 503)
    assert.deepEqual(body, {
      status: 'database-down',
      version: 'test',
      database: null,
      clock: { now: plant.now(), behindSeconds: null },
    })
  })
})
