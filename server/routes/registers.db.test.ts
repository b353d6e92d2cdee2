import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'

describe('entering what can be cut off', () => {
  let plant: TestPlant
  let safety = ''
  let leader = ''
  let place = ''
  before(async () => {
    plant = await createTestPlant()
    safety = await plant.signIn('safety')
    leader = await plant.signIn('leader')
    place = (await plant.request('/api/places', { cookie: safety })).body['rows'][0].id
  })
  after(() => plant.close())

  const blind = (changes: object = {}) => ({
    number: 'MB-900',
    place,
    pipe: 'P-1208',
    medium: '氮气',
    temperatureCelsius: 40,
    pressureMpa: 0.6,
    material: '20#',
    specification: 'DN80 PN16',
    mapNumber: 'T-88',
    ...changes,
  })
  const keepBlind = (body: object, cookie = safety) => plant.request('/api/blinds', { cookie, body })
  const pipeOf = async (number: string): Promise<string | undefined> =>
    (await plant.request('/api/blinds', { cookie: safety })).body['blinds'].find(
      (one: { number: string }) => one.number === number,
    )?.pipe
  const point = (changes: object = {}) => ({
    id: 'point-900',
    place,
    number: 'V-900',
    name: '进口阀',
    kind: 'valve',
    energy: 'steam',
    alwaysFor: [],
    ...changes,
  })
  const keepPoint = (body: object, cookie = safety) => plant.request('/api/isolation-points', { cookie, body })
  const faultsOf = ({ body }: Awaited<ReturnType<typeof keepBlind>>) =>
    (body['fields'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)

  test('a new blind never writes over one that carries its number; a correction does', async () => {
    assert.equal((await keepBlind(blind({ isNew: true }))).status, 204)
    const again = await keepBlind(blind({ isNew: true, pipe: 'P-9' }))
    assert.deepEqual([again.status, ...faultsOf(again)], [422, 'number number-taken'])
    assert.equal(await pipeOf('MB-900'), 'P-1208')
    assert.equal((await keepBlind(blind({ pipe: 'P-9' }))).status, 204)
    assert.equal(await pipeOf('MB-900'), 'P-9')
  })

  test('a point keeps its number for itself', async () => {
    assert.equal((await keepPoint(point())).status, 204)
    assert.equal((await keepPoint(point({ name: '出口阀' }))).status, 204)
    const other = await keepPoint(point({ id: 'point-901' }))
    assert.deepEqual([other.status, ...faultsOf(other)], [422, 'number number-taken'])
  })

  test('a place that is none is named at its field', async () => {
    assert.deepEqual(faultsOf(await keepBlind(blind({ place: 'nowhere' }))), ['place place-unknown'])
    assert.deepEqual(faultsOf(await keepPoint(point({ place: 'nowhere' }))), ['place place-unknown'])
  })

  test('is for those who keep the registers', async () => {
    assert.equal((await keepBlind(blind(), leader)).status, 403)
    assert.equal((await keepPoint(point(), leader)).status, 403)
  })
})
