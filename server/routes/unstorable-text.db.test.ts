import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { sessionCookie } from '../session/require-session.ts'
import { samplesOf, type Schema } from '../testing/sample-of-schema.ts'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

type Parameter = { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema: Schema }
type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } }
}
type Asked = { readonly what: string; readonly method: string; readonly path: string; readonly body?: unknown }

const half = '\ud83d'

/** What PostgreSQL cannot keep is told by field, by every route there is or will be; an error of the server tells nobody anything. */
describe('text that no database keeps', () => {
  let plant: TestPlant
  let leader = ''
  let operations: readonly (readonly [method: string, path: string, Operation])[] = []

  before(async () => {
    plant = await createTestPlant()
    leader = await plant.signIn('leader')
    const { body } = await plant.request('/api/openapi.json')
    operations = Object.entries(body['paths'] as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [method.toUpperCase(), path, operation] as const),
    )
  })
  after(() => plant.close())

  const ask = async ({ method, path, body }: Asked) => {
    const answer = await plant.app.request(path, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'unstorable-text' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, code: /"code":"([^"]+)"/.exec(text)?.[1], text }
  }
  /** All that were not turned away before anything was done. */
  const letThrough = async (asked: readonly Asked[]): Promise<readonly string[]> => {
    const through: string[] = []
    for (const one of asked) {
      const { status, text } = await ask(one)
      if (status !== 422 || !text.includes('request-malformed'))
        through.push(`${one.method} ${one.path} ${one.what} → ${status} ${text.slice(0, 80)}`)
    }
    return through
  }

  test('is refused in every part of a path', async () => {
    const asked = operations.flatMap(([method, path, { requestBody }]) =>
      [...path.matchAll(/\{(\w+)\}/g)].map(([part, name = '']): Asked => ({
        what: name,
        method,
        path: withoutParts(path.replace(part, 'x%00')),
        ...bodyOf(requestBody),
      })),
    )
    assert.ok(asked.length > 40, String(asked.length))
    assert.deepEqual(await letThrough(asked), [])
  })

  test('is refused in every query', async () => {
    const asked = operations.flatMap(([method, path, { parameters = [] }]) =>
      parameters
        .filter((one) => one.in === 'query')
        .map(({ name }): Asked => {
          const needed = parameters.filter((one) => one.in === 'query' && one.required && one.name !== name)
          const rest = needed.map((one) => `&${one.name}=${encodeURIComponent(String(samplesOf(one.schema)[0]))}`)
          return { what: name, method, path: `${withoutParts(path)}?${name}=x%00${rest.join('')}` }
        }),
    )
    assert.ok(asked.length > 30, String(asked.length))
    assert.deepEqual(await letThrough(asked), [])
  })

  for (const [what, bad] of [
    ['a NUL', '\0'],
    ['half a surrogate pair', half],
  ] as const)
    test(`is refused in every field of every body: ${what}`, async () => {
      const asked = operations.flatMap(([method, path, { requestBody }]) =>
        samplesOf(requestBody?.content['application/json']?.schema ?? { enum: [] })
          .flatMap((sample) => spoilEachText(sample, bad))
          .map(([field, body]): Asked => ({ what: field, method, path: withoutParts(path), body })),
      )
      assert.ok(asked.length > 250, String(asked.length))
      assert.deepEqual(await letThrough(asked), [])
    })

  test('is named by its field where everything else is right, and nothing is done', async () => {
    const application = applicationAt(plant.now(), { content: `焊接${half}法兰`, fields: { 'hot-work.method\0': 'x' } })
    const { status, body } = await plant.command(leader, 'unstorable', { type: 'SubmitJob', application })
    assert.deepEqual([status, body['code']], [422, 'request-malformed'])
    assert.deepEqual(
      body['fields'].map(({ path, code }: { path: string; code: string }) => [path, code]),
      [
        ['application.content', 'text-unstorable'],
        ['application.fields.hot-work.method', 'text-unstorable'],
      ],
    )
    assert.equal((await plant.request('/api/jobs/unstorable', { cookie: leader })).status, 404)
  })

  test('is refused in the name of a file', async () => {
    const { status, body } = await plant.request('/api/jobs/some-job/documents', {
      cookie: leader,
      key: 'unstorable-name',
      headers: { 'document-name': 'plan%00.pdf' },
      body: 'x',
    })
    assert.deepEqual([status, body['fields']?.[0].path], [422, 'document-name'])
  })

  test('in a cookie is nobody, signed in or not', async () => {
    for (const cookie of ['%00.x', 'demo%00.x', `x'; select 1; --.x`]) {
      const { status } = await plant.request('/api/session', { cookie: `${sessionCookie}=${cookie}` })
      assert.equal(status, 401, cookie)
    }
  })

  test('in a page’s path is no page', async () => {
    for (const path of ['/%00', '/api/%00', '/verify/%00/%00', '/%ED%A0%BD'])
      assert.ok((await ask({ what: '', method: 'GET', path })).status < 500, path)
  })

  test('does not keep a stop from being recorded: what can be kept of it is', async () => {
    const { status } = await plant.request(`/api/plants/${demoPlant}/jobs/stopped-by-half/stop`, {
      body: { note: `漏${half}气\0了`, device: 'phone\0' },
    })
    assert.equal(status, 202)
  })
})

const withoutParts = (path: string): string => path.replaceAll(/\{(\w+)\}/g, 'x1')

const bodyOf = (body: Operation['requestBody']): { readonly body?: unknown } => {
  const schema = body?.content['application/json']?.schema
  return schema ? { body: samplesOf(schema)[0] } : {}
}

/** The value once for each text in it, with that text spoiled. */
const spoilEachText = (value: unknown, bad: string, at = ''): readonly (readonly [field: string, value: unknown])[] => {
  if (typeof value === 'string') return [[at, `${value}${bad}`]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) =>
    spoilEachText(item, bad, `${at}.${name}`).map(([field, spoiled]) => {
      const whole: unknown = Array.isArray(value)
        ? value.map((one: unknown, i) => (String(i) === name ? spoiled : one))
        : { ...value, [name]: spoiled }
      return [field, whole] as const
    }),
  )
}
