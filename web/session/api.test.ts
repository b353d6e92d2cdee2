import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createApi } from './api.ts'
import { RequestFailed, type Failure } from './problem.ts'
import { createServerClock } from './server-clock.ts'

const apiThat = (answer: () => Promise<Response>) => {
  const asked: { path: string; init: RequestInit }[] = []
  const fetch = (path: string | URL | Request, init: RequestInit = {}) => {
    asked.push({ path: path instanceof Request ? path.url : path.toString(), init })
    return answer()
  }
  const clock = createServerClock(() => 0)
  return { asked, clock, api: createApi({ fetch, clock, deviceNow: () => 0, language: () => 'zh-CN' }) }
}

const failureOf = async (request: Promise<unknown>): Promise<Failure> => {
  try {
    await request
  } catch (error) {
    if (error instanceof RequestFailed) return error.failure
    throw error
  }
  return assert.fail('the request was answered')
}

const order = { method: 'POST', path: '/api/jobs', body: { kind: 'json', value: { a: 1 } }, key: 'k1' } as const

describe('a request to the server', () => {
  test('carries the key that makes a repeat harmless, and the language', async () => {
    const { api, asked } = apiThat(async () => Response.json({ ok: true }))
    assert.deepEqual((await api.send(order)).answer, { ok: true })
    const headers = new Headers(asked[0]?.init.headers)
    assert.equal(headers.get('idempotency-key'), 'k1')
    assert.equal(headers.get('accept-language'), 'zh-CN')
    assert.equal(asked[0]?.init.credentials, 'same-origin')
  })

  test('that finds no network is unreachable', async () => {
    const { api } = apiThat(() => Promise.reject(new TypeError('fetch failed')))
    assert.deepEqual(await failureOf(api.send(order)), { kind: 'unreachable' })
  })

  test('whose answer breaks off half-way is unreachable, not done', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) })
    const { api } = apiThat(async () => new Response(broken))
    assert.deepEqual(await failureOf(api.send(order)), { kind: 'unreachable' })
  })

  test('answered with 200 and something that is no JSON is unreadable, not done', async () => {
    const { api } = apiThat(async () => new Response('<html>captive portal</html>'))
    assert.deepEqual(await failureOf(api.send(order)), { kind: 'unreadable', status: 200 })
  })

  test('may be answered with nothing at all', async () => {
    const { api } = apiThat(async () => new Response(null, { status: 204 }))
    assert.equal((await api.send(order)).answer, undefined)
  })

  test('learns the time from every answer', async () => {
    const { api, clock } = apiThat(async () => Response.json({}, { headers: { date: new Date(90_000).toUTCString() } }))
    await api.read('/api/session')
    assert.equal(clock.now(), 90_500)
  })
})
