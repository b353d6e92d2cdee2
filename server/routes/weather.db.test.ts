import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

describe('the weather', () => {
  let plant: TestPlant
  before(async () => {
    plant = await createTestPlant()
  })
  after(() => plant.close())

  const record = async (login: string, change: object = {}) =>
    plant.request('/api/weather', {
      cookie: await plant.signIn(login),
      body: { observedAt: plant.now(), windForce: 4, sky: ['rain'], ...change },
    })

  test('is what was recorded last', async () => {
    plant.pass(1)
    assert.equal((await record('leader')).status, 201)
    plant.pass(1)
    const { body } = await record('safety', { windForce: 6, sky: [] })
    const { observedAt, windForce, sky, source, recordedBy, temperatureCelsius } = body['reading']
    assert.deepEqual([observedAt, windForce, sky], [plant.now(), 6, []])
    // Who said so, and what nobody measured.
    assert.deepEqual([source, recordedBy, temperatureCelsius], ['hand', cast['hse-manager'].name, null])
  })

  test('is refused from the future, beyond the scale and from whoever has no say in it', async () => {
    const future = await record('leader', { observedAt: plant.now() + 3_600_000 })
    assert.deepEqual([future.status, future.body['fields'][0].path], [422, 'observedAt'])
    const gale = await record('leader', { windForce: 18 })
    assert.deepEqual([gale.status, gale.body['fields'][0].path], [422, 'windForce'])
    assert.equal((await record('welder')).status, 403)
  })
})
