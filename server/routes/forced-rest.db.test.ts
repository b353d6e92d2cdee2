import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hourMs } from '#core/time/epoch.ts'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'job-long'
const welder = cast['welder-qualified']
const colleague = cast['welder-qualified-2']

describe('a welder who will be tired during the work', () => {
  let plant: TestPlant
  let as: AsLogin
  before(async () => {
    plant = await createTestPlant()
    as = await startJob(plant, job)
  })
  after(() => plant.close())

  const get = async (login: string, path: string) => (await plant.request(path, { cookie: as[login] ?? '' })).body
  const restOwed = async () =>
    (await get('leader', '/api/me/duties'))['duties'].find(({ action }: { action: string }) => action === 'forced-rest')
  const cardOnBoard = async () =>
    (await get('leader', '/api/jobs'))['jobs'].find(({ id }: { id: string }) => id === job)

  test('is owed a rest by the leader as soon as the gate tells that he came early', async () => {
    assert.equal(await restOwed(), undefined)
    const from = plant.now() - 9 * hourMs
    const told = await plant.request('/api/attendance', {
      cookie: as['safety'] ?? '',
      body: { source: 'gate', stretches: [{ person: welder.number, from, to: null }] },
    })
    assert.equal(told.status, 200, JSON.stringify(told.body))
    const waiting = await restOwed()
    assert.deepEqual([waiting.duty.dueAt, waiting.duty.state], [plant.now() + 3 * hourMs, 'waiting'])
    plant.pass(130)
    const owed = await restOwed()
    assert.deepEqual([owed.duty.state, owed.aboutName], ['open', welder.name])
    // It is the next thing to do: what else is owed of the leader waits for later.
    assert.equal((await get('leader', '/api/me/duties'))['duties'][0].action, 'forced-rest')
  })

  test('is offered a rested colleague, and not another tired one', async () => {
    const { body } = await plant.request('/api/jobs/substitutes', {
      cookie: as['leader'] ?? '',
      body: {
        application: applicationAt(plant.now()),
        job,
        part: 'crew',
        duties: ['welder', 'entrant'],
        replaced: welder.number,
        search: colleague.name,
      },
    })
    assert.ok(JSON.stringify(body['qualified']).includes(colleague.number), JSON.stringify(body).slice(0, 400))
  })

  test('turns the board late and raises an alarm when nobody lets him go', async () => {
    plant.pass(66)
    const late = (await cardOnBoard()).late.map(({ kind }: { kind: string }) => kind)
    assert.ok(late.includes('forced-rest'), String(late))
    const { body } = await plant.request('/api/alarms', { cookie: as['safety'] ?? '' })
    assert.ok(JSON.stringify(body).includes('"13"'))
  })

  test('is let go by the colleague taking over', async () => {
    const changed = await plant.command(as['leader'] ?? '', job, {
      type: 'ChangePeople',
      change: { kind: 'replace', role: 'crew', leaves: welder.number, joins: colleague.number },
      reason: '换班休息',
    })
    assert.equal(changed.status, 200, JSON.stringify(changed.body))
    assert.equal(await restOwed(), undefined)
    const late = (await cardOnBoard()).late.map(({ kind }: { kind: string }) => kind)
    assert.ok(!late.includes('forced-rest'))
  })
})
