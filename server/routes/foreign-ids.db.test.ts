import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { id } from '#core/ids.ts'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'

/** What really exists in another plant, by the name under which routes ask for it. */
const theirs: { readonly [parameter: string]: string } = {
  job: 'their-job',
  person: 'THEIR-1',
  evidence: 'their-picture',
  document: 'their-plan',
  import: '01990000-0000-7000-8000-000000000001',
}

/** Whoever knows an id of another plant learns nothing by it: not by any route that the product has now or will have. */
describe('an id of another plant', () => {
  let plant: TestPlant
  const as: { [login: string]: string } = {}
  let routes: readonly { readonly method: string; readonly path: string }[] = []

  before(async () => {
    plant = await createTestPlant()
    for (const login of ['leader', 'safety', 'director', 'admin', 'auditor', 'contractor'])
      as[login] = await plant.signIn(login)
    await plant.database.withPlant(id('elsewhere'), async (tx) => {
      await tx.query(
        `insert into plants (plant_id, group_id, name, time_zone) values ($1, $1, '外厂秘密', 'Asia/Shanghai')`,
        [tx.plantId],
      )
      await tx.query(
        `insert into evidence (plant_id, evidence_id, job_id, step, person_id, ticket_id, mime, byte_count, content_hash, width_pixels, height_pixels, clarity, captured_at, received_at, reuse)
         values ($1, $2, $3, 'gas-test', $4, $2, 'image/jpeg', 1, repeat('a', 64), 1, 1, '{}', 1, 1, 'none')`,
        [tx.plantId, theirs['evidence'], theirs['job'], theirs['person']],
      )
      await tx.query(
        `insert into documents (plant_id, document_id, job_id, name, mime, byte_count, content_hash, uploaded_by, uploaded_at)
         values ($1, $2, $3, '外厂秘密.pdf', 'application/pdf', 1, repeat('a', 64), $4, 1)`,
        [tx.plantId, theirs['document'], theirs['job'], theirs['person']],
      )
      await tx.query(
        `insert into imports (plant_id, import_id, status, created_at, wrapped_key) values ($1, $2, 'previewed', 1, '\\x00')`,
        [tx.plantId, theirs['import']],
      )
    })
    await plant.request(`/api/plants/elsewhere/jobs/${theirs['job']}/stop`, { body: { note: '外厂秘密' } })
    const { body } = await plant.request('/api/openapi.json')
    routes = Object.entries(body['paths'] as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    )
  })
  after(() => plant.close())

  const asked = () =>
    routes.filter(
      // A stop is never refused, from anybody; nothing of another plant comes back from it.
      ({ path }) =>
        !path.endsWith('/stop') &&
        [...path.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => Object.hasOwn(theirs, name)),
    )

  test('is asked for by many routes, or this test looks at nothing', () => {
    assert.ok(asked().length > 15, String(asked().length))
  })

  test('is as unknown as one that never was, to every role, and nothing fails over it', async () => {
    const leaks: string[] = []
    for (const { method, path } of asked())
      for (const [login, cookie] of Object.entries(as)) {
        const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => theirs[name] ?? 'none')
        const init = method === 'GET' ? {} : { body: {}, key: `foreign-${method}-${path}`.slice(0, 90) }
        const answer = await plant.app.request(url, {
          method,
          headers: { cookie, 'content-type': 'application/json', 'idempotency-key': init.key ?? 'foreign-ids' },
          ...(init.body ? { body: JSON.stringify(init.body) } : {}),
        })
        const text = await answer.text()
        if (answer.status < 400 || answer.status >= 500 || text.includes('外厂秘密'))
          leaks.push(`${login} ${method} ${path} → ${answer.status} ${text.slice(0, 120)}`)
        else if (!answer.headers.get('content-type')?.startsWith('application/problem+json'))
          leaks.push(`${login} ${method} ${path} → ${answer.status} is no problem`)
      }
    assert.deepEqual(leaks, [])
  })
})

/** What a phone, a script or a typing error can send. Each is told by field, in a shape the screens put into words. */
describe('bad input of a command', () => {
  let plant: TestPlant
  let leader = ''
  before(async () => {
    plant = await createTestPlant()
    leader = await plant.signIn('leader')
  })
  after(() => plant.close())

  const position = { latitude: 30.7, longitude: 121.2, accuracyMetres: 5 }
  const gasTest = { samples: [], instrument: 'GD-01', analyst: 'x', position, displayPicture: 'x' }
  const cases: readonly (readonly [what: string, body: object, path: string])[] = [
    ['an unknown field', { type: 'FinishWork', colour: 'red' }, ''],
    ['an unknown command', { type: 'OpenSesame' }, 'type'],
    ['a wrong type', { type: 'CancelJob', reason: 7 }, 'reason'],
    ['an empty reason', { type: 'CancelJob', reason: '' }, 'reason'],
    ['an endless reason', { type: 'CancelJob', reason: 'x'.repeat(100_000) }, 'reason'],
    ['an instant that is no number', { type: 'FinishWork', occurredAt: 'today' }, 'occurredAt'],
    ['an instant between two milliseconds', { type: 'FinishWork', occurredAt: 1.5 }, 'occurredAt'],
    ['an instant before all time', { type: 'FinishWork', occurredAt: -1 }, 'occurredAt'],
    ['a test without a sample', { type: 'RecordGasTest', test: gasTest }, 'test.samples'],
    [
      'a position without accuracy',
      { type: 'RecordGasTest', test: { ...gasTest, position: { latitude: 1, longitude: 1 } } },
      'test.position.accuracyMetres',
    ],
    [
      'a position off the globe',
      { type: 'RecordGasTest', test: { ...gasTest, position: { ...position, latitude: 91 } } },
      'test.position.latitude',
    ],
  ]
  for (const [what, body, path] of cases)
    test(`${what} names the field and does nothing`, async () => {
      const answer = await plant.command(leader, 'bad-input', body)
      assert.deepEqual([answer.status, answer.body['code']], [422, 'request-malformed'], JSON.stringify(answer.body))
      const paths = answer.body['fields'].map((field: { path: string }) => field.path)
      assert.ok(paths.includes(path), JSON.stringify(paths))
      assert.equal((await plant.request('/api/jobs/bad-input', { cookie: leader })).status, 404)
    })
})
