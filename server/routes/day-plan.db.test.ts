import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { DayPlan } from '#contract/day-plan.ts'
import { id } from '#core/ids.ts'
import { hourMs } from '#core/time/epoch.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

describe('the plan of a day', () => {
  let plant: TestPlant
  let leader = ''
  before(async () => {
    plant = await createTestPlant()
    leader = await plant.signIn('leader')
  })
  after(() => plant.close())

  const planOf = async (day: string) =>
    (await plant.request(`/api/plan/${day}`, { cookie: leader })).body as never as DayPlan
  const apply = (job: string, fromHours: number, change: object = {}) =>
    plant.command(leader, job, {
      type: 'SubmitJob',
      application: applicationAt(plant.now(), {
        window: { from: plant.now() + fromHours * hourMs, to: plant.now() + (fromHours + 4) * hourMs },
        ...change,
      }),
    })

  test('has the work of that day by workshop: booked before the cut-off, urgent after it', async () => {
    // Ten in the morning: tomorrow at ten is booked in time, this afternoon is urgent.
    const tomorrow = await apply('booked', 24)
    assert.equal(tomorrow.status, 200, JSON.stringify(tomorrow.body))
    const today = await apply('urgent', 1, { urgentReason: '法兰渗漏' })
    assert.equal(today.status, 200, JSON.stringify(today.body))
    const [unit] = (await planOf('2026-11-25')).units
    assert.deepEqual(
      unit?.jobs.map(({ job, booking }) => [job.id, booking]),
      [['booked', 'ahead']],
    )
    assert.notEqual(unit?.name, unit?.unit)
    const now = await planOf('2026-11-24')
    assert.deepEqual(
      now.units[0]?.jobs.map(({ job, booking, urgentReason }) => [job.id, booking, urgentReason]),
      [['urgent', 'urgent', '法兰渗漏']],
    )
    assert.equal(now.cutOff, '16:00')
    assert.deepEqual((await planOf('2026-11-28')).units, [])
  })

  test('says today who will not be fit tomorrow, and whose it is to put right', async () => {
    const welder = cast['welder-qualified'].number
    const before = await planOf('2026-11-25')
    const findWelder = ({ units }: DayPlan) => units[0]?.jobs[0]?.people.find(({ person }) => person === welder)
    assert.deepEqual(findWelder(before)?.refusals, [])
    // The certificate was good through tomorrow when he was planned, and now ends this evening.
    await plant.database.withPlant(demoPlant, (tx) =>
      tx.query(
        `update credentials set valid_through = '2026-11-24', is_unlimited = false, revision = revision + 1 where plant_id = $1 and person_id = $2`,
        [tx.plantId, welder],
      ),
    )
    const after = findWelder(await planOf('2026-11-25'))
    assert.ok(after?.refusals.some(({ code, owner }) => code === 'credential-expired' && owner === 'training'))
    // Colleagues who could do it instead, and never the one who cannot.
    assert.equal(after?.substitutes.length, 3)
    assert.ok(!after?.substitutes.includes(id(welder)))
    assert.deepEqual(findWelder(before)?.substitutes, [])
  })

  test('is no day that does not exist, and nothing for strangers', async () => {
    assert.equal((await plant.request('/api/plan/2026-02-30', { cookie: leader })).status, 422)
    assert.equal((await plant.request('/api/plan/2026-11-25')).status, 401)
  })
})
