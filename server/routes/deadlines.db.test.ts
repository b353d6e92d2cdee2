import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { MyDuties } from '#contract/me.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

describe('papers that nobody writes', () => {
  let plant: TestPlant
  const job = 'left-lying'
  before(async () => {
    plant = await createTestPlant()
    const leader = await plant.signIn('leader')
    const submitted = await plant.command(leader, job, { type: 'SubmitJob', application: applicationAt(plant.now()) })
    assert.equal(submitted.status, 200, JSON.stringify(submitted.body))
  })
  after(() => plant.close())

  const urged = async (login: string) => {
    const { body } = await plant.request('/api/me/duties', { cookie: await plant.signIn(login) })
    return (body as unknown as MyDuties).duties.filter(
      ({ because, action, job: of }) => of.id === job && because?.kind === 'escalated' && action !== 'approve',
    )
  }

  test('come up to the head of the unit once they are late, with the name of whoever owes them, and to nobody before', async () => {
    assert.deepEqual(await urged('director'), [])
    plant.pass(4 * 60 + 1)
    const seen = await urged('director')
    const prepare = seen.find(({ action }) => action === 'prepare')
    assert.deepEqual(prepare?.because, { kind: 'escalated', owner: { name: cast['crew-leader'].name } })
    for (const kind of ['confirm-measures', 'sign-briefing'])
      assert.ok(
        seen.some(({ action }) => action === kind),
        kind,
      )
    // Head of another unit: holds the right, but not for this place.
    assert.deepEqual(await urged('maintenance'), [])
  })

  test('stand among the alarms of whoever they came up to', async () => {
    const { body } = await plant.request('/api/me/alarms', { cookie: await plant.signIn('director') })
    assert.ok(
      (body['alarms'] as { kind: string; duty?: string; job: { id: string } }[]).some(
        (one) => one.kind === 'duty-late' && one.duty === 'prepare' && one.job.id === job,
      ),
    )
  })
})
