import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const welder = cast['welder-qualified']

describe('the people of the plant', () => {
  let plant: TestPlant
  let safety: string
  let leader: string
  let keys = 0

  before(async () => {
    plant = await createTestPlant()
    safety = await plant.signIn('safety')
    leader = await plant.signIn('leader')
  })
  after(() => plant.close())

  const get = (path: string, cookie = safety) => plant.request(path, { cookie })
  const post = (path: string, body: object, cookie = safety, key = `people-key-${++keys}`) =>
    plant.request(path, { cookie, body, key })
  const fileOf = async (person: string) => (await get(`/api/directory/people/${person}`)).body
  const count = async (sql: string) =>
    plant.database.withPlant(
      demoPlant,
      async (tx) => (await tx.query<{ n: number }>(`select count(*)::integer as n ${sql}`)).rows[0]!.n,
    )

  test('are found by name or staff number, page by page, with masked numbers', async () => {
    const { body } = await get(`/api/directory/people?search=${welder.number}`)
    assert.deepEqual([body['total'], body['people'][0].name], [1, welder.name])
    assert.equal(
      body['people'][0].numbers['id-number'],
      `${welder.idNumber.slice(0, 3)}***********${welder.idNumber.slice(-4)}`,
    )
    const second = await get('/api/directory/people?offset=20&limit=20')
    assert.equal(second.body['people'].length, 20)
    assert.ok(second.body['total'] > 900)
    assert.ok(!JSON.stringify(second.body).includes(welder.phone))
  })

  test('are closed to a crew leader, and unknown queries are refused by field', async () => {
    assert.equal((await get('/api/directory/people', leader)).status, 403)
    const wrong = await get('/api/directory/people?limit=5000')
    assert.deepEqual([wrong.status, wrong.body['fields'][0].path], [422, 'limit'])
  })

  test('a person of another plant is nobody', async () => {
    assert.equal((await get('/api/directory/people/NOBODY-1')).status, 404)
    assert.equal(
      (await post('/api/directory/people/NOBODY-1/reveals', { fields: ['phone'], reason: '核对' })).status,
      404,
    )
    const check = { result: 'confirmed', checkedOn: '2026-11-24', method: 'website', note: null }
    assert.equal((await post('/api/credentials/NOBODY/official-checks', check)).status, 404)
  })

  test('numbers are shown in full only for a reason, and the reading is logged', async () => {
    const path = `/api/directory/people/${welder.number}/reveals`
    assert.equal((await post(path, { fields: ['id-number'] })).status, 422)
    assert.equal((await post(path, { fields: ['id-number'], reason: '核对' }, leader)).status, 403)
    assert.equal(await count('from personal_data_log'), 0)
    const { body } = await post(path, { fields: ['id-number'], reason: '核对证件' })
    assert.deepEqual(body['numbers'], { 'id-number': welder.idNumber })
    assert.equal(await count(`from personal_data_log where person_id = '${welder.number}' and reason = '核对证件'`), 1)
    assert.equal(await count(`from idempotency_keys where response::text like '%${welder.idNumber}%'`), 0)
  })

  describe('an official check', () => {
    const certificateOf = async () => {
      const { credentials } = await fileOf(welder.number)
      return (
        credentials as { id: string; isTraining: boolean; state: string; checks: object[]; official: string }[]
      ).find(({ isTraining }) => !isTraining)!
    }
    const check = { result: 'confirmed', checkedOn: '2026-11-24', method: 'website', note: null }
    const record = async (change: object, key?: string) =>
      post(`/api/credentials/${(await certificateOf()).id}/official-checks`, { ...check, ...change }, safety, key)

    test('keeps who looked, how and when, once for a key', async () => {
      assert.equal((await record({}, 'one-check-key')).status, 201)
      assert.equal((await record({}, 'one-check-key')).status, 201)
      const { checks } = await certificateOf()
      assert.deepEqual(checks, [{ ...check, by: 'safety', recordedAt: plant.now() }])
    })
    test('that was made earlier does not hide what a later one found', async () => {
      await record({ result: 'revoked' })
      await record({ checkedOn: '2026-11-01' })
      const { official, state } = await certificateOf()
      assert.deepEqual([official, state], ['revoked', 'not-accepted'])
    })
    test('is refused for tomorrow, an impossible day or an unknown field', async () => {
      assert.deepEqual((await record({ checkedOn: '2026-11-25' })).body['fields'][0].path, 'checkedOn')
      assert.equal((await record({ checkedOn: '2026-02-30' })).status, 422)
      assert.equal((await record({ surprise: 1 })).status, 422)
    })
  })

  describe('the matrix', () => {
    const cell = { position: 'welder', operation: 'hot-work', level: 'second', reason: '新上岗' }
    const levelOf = ({ body }: { body: Record<string, ReturnType<typeof JSON.parse>> }) =>
      (body['rows'] as { position: string; operation: string; level: string }[]).find(
        ({ position, operation }) => position === 'welder' && operation === 'hot-work',
      )?.level

    test('is changed by the safety officer with a reason, and says what stood there before', async () => {
      const before = levelOf(await get('/api/matrix'))
      const changed = await post('/api/matrix/cells', cell)
      assert.equal(levelOf(changed), 'second')
      const [last] = changed.body['changes'] as { was: string; source: { by: string; reason: string } }[]
      assert.deepEqual([last!.was, last!.source.by, last!.source.reason], [before, 'safety', '新上岗'])
      assert.equal(levelOf(await post('/api/matrix/cells', { ...cell, level: null })), undefined)
    })
    test('knows only operations and levels of the rulebook, and asks for a reason', async () => {
      assert.equal((await post('/api/matrix/cells', { ...cell, level: 'fourth' })).status, 422)
      assert.equal((await post('/api/matrix/cells', { ...cell, operation: 'juggling' })).status, 422)
      assert.equal((await post('/api/matrix/cells', { ...cell, reason: ' ' })).status, 422)
      assert.equal((await post('/api/matrix/cells', cell, leader)).status, 403)
    })
  })
})
