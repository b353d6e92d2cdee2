import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { AlarmPage } from '#contract/alarms.ts'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

let plant: TestPlant
before(async () => {
  plant = await createTestPlant()
})
after(() => plant.close())

const list = async (cookie: string, query = ''): Promise<AlarmPage> =>
  (await plant.request(`/api/alarms?${query}`, { cookie })).body as AlarmPage

describe('the list of alarms', () => {
  test('shows what time alone began, with its owner, and closes it by a person once, with words', async () => {
    const leader = await plant.signIn('leader')
    const application = applicationAt(plant.now())
    assert.equal((await plant.command(leader, 'alarmed', { type: 'SubmitJob', application })).status, 200)
    const officer = await plant.signIn('officer')
    const before = await list(officer, 'code=11')
    assert.deepEqual(before.lines, [])
    plant.pass(6 * 60)
    const [overdue] = (await list(officer, 'code=11')).lines
    assert.ok(overdue)
    assert.equal(overdue.owner, 'approver')

    const close = (result: string, cookie = officer) =>
      plant.request(`/api/alarms/${overdue.id}/close`, { cookie, body: { occurredAt: plant.now(), result } })
    assert.equal((await close('')).status, 422)
    const guardian = await plant.signIn('guardian')
    assert.equal((await close('我关了', guardian)).status, 403)
    assert.equal((await close('已催办')).status, 200)
    assert.equal((await close('第二次')).status, 200)
    const [closed] = (await list(officer, 'code=11&state=ended')).lines
    assert.deepEqual([closed?.result, closed?.note], ['closed-by-person', '已催办'])
    assert.ok((await list(officer, 'code=11')).lines.every(({ id }) => id !== overdue.id))
    assert.equal(
      (
        await plant.request('/api/alarms/none/close', {
          cookie: officer,
          body: { occurredAt: plant.now(), result: '没有' },
        })
      ).status,
      404,
    )
  })
})
