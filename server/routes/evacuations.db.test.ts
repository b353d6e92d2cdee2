import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const around = (place: string, metres: number) => ({ scope: { kind: 'around', place, metres }, reason: '气味异常' })

describe('an evacuation', () => {
  let plant: TestPlant
  let leader: string
  let safety: string
  const near = crypto.randomUUID()
  const far = crypto.randomUUID()
  before(async () => {
    plant = await createTestPlant()
    leader = await plant.signIn('leader')
    safety = await plant.signIn('safety')
    await plant.command(leader, near, { type: 'SubmitJob', application: applicationAt(plant.now()) })
    await plant.command(leader, far, {
      type: 'SubmitJob',
      application: applicationAt(plant.now(), {
        place: 'T-301',
        crew: [{ person: cast['welder-qualified-2'].number, duties: ['welder', 'entrant'] }],
        guardians: [cast['guardian-2'].number],
      }),
    })
  })
  after(() => plant.close())

  const call = async (body: object, login = 'welder') =>
    plant.request('/api/evacuations', { cookie: await plant.signIn(login), body })
  const statusOf = async (job: string) => {
    const { body } = await plant.request(`/api/jobs/${job}`, { cookie: leader })
    return body['job'].record.stop?.reason ?? null
  }

  test('may be called by anybody, stops what lies in it and nothing else', async () => {
    const { status, body } = await call(around('R-102', 50))
    assert.equal(status, 201)
    assert.deepEqual(
      body['evacuations'].map(({ reason, scopeName }: { reason: string; scopeName: string }) => [reason, scopeName]),
      [['气味异常', '合成一车间 R-102 反应釜']],
    )
    assert.equal(await statusOf(near), 'evacuation')
    assert.equal(await statusOf(far), null)
  })

  test('is called off once, by somebody who may', async () => {
    const { body } = await plant.request('/api/evacuations', { cookie: safety })
    const { id } = body['evacuations'][0]
    const end = async (cookie: string) => plant.request(`/api/evacuations/${id}/end`, { cookie, body: { note: '' } })
    assert.equal((await end(leader)).status, 403)
    const ended = await end(safety)
    assert.deepEqual([ended.status, ended.body['evacuations']], [200, []])
    assert.deepEqual([(await end(safety)).status, (await end(safety)).body['code']], [409, 'evacuation-over'])
  })

  test('of the whole plant reaches every job', async () => {
    await call({ scope: { kind: 'plant' }, reason: '' }, 'guardian')
    assert.equal(await statusOf(far), 'evacuation')
  })

  test('looks for nobody whom it does not know, and refuses a scope that it cannot read', async () => {
    const { body } = await plant.request('/api/evacuations', { cookie: safety })
    const { id } = body['evacuations'][0]
    const head = await plant.request(`/api/evacuations/${id}/heads`, { cookie: safety, body: { person: 'nobody' } })
    assert.equal(head.status, 404)
    assert.equal((await call({ scope: { kind: 'around', place: 'R-102' }, reason: '' })).status, 422)
  })
})
