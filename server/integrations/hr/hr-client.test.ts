import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { after, before, beforeEach, describe, test } from 'node:test'
import { epochMs, isoDate } from '#core/time/epoch.ts'
import { createHrClient, type HrClient, type TrainingGap } from './hr-client.ts'

/** The suite runs as a process of its own, as a real one would: nothing is shared but the wire. */
const program = fileURLToPath(new URL('../../../simulators/hr/main.ts', import.meta.url))
let suite: ChildProcess
let baseUrl = ''
let now = epochMs(Date.UTC(2026, 10, 24))
let client: HrClient

before(async () => {
  suite = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  assert.ok(suite.stdout)
  const [line] = (await once(suite.stdout, 'data')) as [Buffer]
  baseUrl = `${/http:\S+/.exec(line.toString())?.[0]}/`
})
after(async () => {
  suite.kill('SIGTERM')
  await once(suite, 'exit')
})
beforeEach(async () => {
  await control('reset', {})
  client = createHrClient(settings(), () => now)
})

const settings = (changes: object = {}) => ({
  baseUrl,
  appKey: 'holdpoint-demo',
  appSecret: 'holdpoint-demo-secret',
  timeZone: 'Asia/Shanghai',
  timeoutMs: 1200,
  ...changes,
})

type State = {
  readonly calls: Readonly<Record<'token' | 'training' | 'employees', number>>
  readonly training: Readonly<Record<string, { readonly deliveries: number; readonly body: object }>>
}

const control = async (order: string, body: object): Promise<State> => {
  const response = await fetch(`${baseUrl}__control/${order}`, { method: 'POST', body: JSON.stringify(body) })
  assert.equal(response.status, 200)
  return (await response.json()) as State
}
const misbehave = (how: string, more: object = {}) => control('misbehave', { how, calls: 1, on: 'training', ...more })

const gap: TrainingGap = {
  gapId: 'gap-1',
  jobNumber: 'F00123',
  category: 'annual-safety-training',
  reason: 'training-expired',
  neededBy: isoDate('2026-11-26'),
}
const { signal } = new AbortController()
const send = (changes: Partial<TrainingGap> = {}) => client.sendTrainingRequest({ ...gap, ...changes }, signal)

describe('a training request', () => {
  test('is delivered with a receipt, and names nobody but by job number', async () => {
    assert.deepEqual(await send(), { outcome: 'delivered', receipt: 'TR-1' })
    const { training } = await control('state', {})
    assert.deepEqual(training['gap-1']?.body, {
      requestKey: 'gap-1',
      jobNumber: 'F00123',
      category: 'annual-safety-training',
      reason: 'training-expired',
      neededBy: '2026-11-26',
    })
  })

  test('sent again gives the same receipt and no second request', async () => {
    const first = await send()
    assert.deepEqual(await send(), first)
    const { training } = await control('state', {})
    assert.deepEqual(Object.keys(training), ['gap-1'])
  })

  const unclear: readonly (readonly [string, object, string])[] = [
    ['down', {}, 'hr-unreachable'],
    ['late', { delayMs: 4000 }, 'hr-timed-out'],
    ['status', { status: 500 }, 'hr-busy'],
    ['status', { status: 502 }, 'hr-busy'],
    ['status', { status: 404 }, 'hr-unreachable'],
    ['status', { status: 403 }, 'hr-sign-in-refused'],
    ['not-json', {}, 'hr-answer-unreadable'],
    ['empty', {}, 'hr-answer-unreadable'],
    ['other-shape', {}, 'hr-answer-unreadable'],
    ['endless', {}, 'hr-answer-unreadable'],
    ['redirect', {}, 'hr-unreachable'],
    ['taken-then-silent', {}, 'hr-unreachable'],
  ]
  for (const [how, more, problem] of unclear) {
    test(`comes back to be sent again when the suite is ${how} ${JSON.stringify(more)}, and then one request results`, async () => {
      await misbehave(how, more)
      // A redirect and a broken line end the same way; an endless body may meet the time limit first.
      const first = await send()
      assert.equal(first.outcome, 'retry')
      assert.ok(first.outcome === 'retry')
      if (how === 'endless') assert.match(first.problem, /hr-answer-unreadable|hr-timed-out/)
      else assert.equal(first.problem, problem)

      assert.deepEqual(await send(), { outcome: 'delivered', receipt: 'TR-1' })
      const { training } = await control('state', {})
      assert.deepEqual(Object.keys(training), ['gap-1'])
    })
  }

  test('waits at least as long as the suite asks', async () => {
    await misbehave('status', { status: 429, retryAfterSeconds: 30 })
    assert.deepEqual(await send(), { outcome: 'retry', problem: 'hr-busy', waitSecondsMin: 30 })
    await misbehave('status', { status: 503, retryAfterSeconds: 999_999 })
    assert.deepEqual(await send(), { outcome: 'retry', problem: 'hr-busy', waitSecondsMin: 3600 })
  })

  test('that the suite declines is not sent again', async () => {
    await send()
    assert.deepEqual(await send({ category: 'another' }), { outcome: 'declined', problem: 'hr-declined' })
    assert.deepEqual(await send({ gapId: 'gap-2', jobNumber: '' }), { outcome: 'declined', problem: 'hr-declined' })
  })

  test('is unknown when the suite cannot be reached at all', async () => {
    client = createHrClient(settings({ baseUrl: 'http://127.0.0.1:9/' }), () => now)
    assert.deepEqual(await send(), { outcome: 'retry', problem: 'hr-unreachable' })
  })

  test('stops at once when we are told to stop', async () => {
    await misbehave('late', { delayMs: 4000 })
    const stopping = new AbortController()
    const sending = client.sendTrainingRequest(gap, stopping.signal)
    setTimeout(() => stopping.abort(), 50)
    const startedAt = performance.now()
    assert.equal((await sending).outcome, 'retry')
    assert.ok(performance.now() - startedAt < 1000)
  })
})

describe('signing in at the HR suite', () => {
  test('happens once for many, and again before the token ends', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, i) => send({ gapId: `gap-${i}` })))
    assert.equal((await control('state', {})).calls.token, 1)
    now = epochMs(now + 7141 * 1000)
    await send({ gapId: 'gap-late' })
    assert.equal((await control('state', {})).calls.token, 2)
  })

  test('is repeated once when the token is no longer taken, unseen by the sender', async () => {
    await send({ gapId: 'gap-0' })
    await misbehave('token-expired')
    assert.deepEqual(await send(), { outcome: 'delivered', receipt: 'TR-2' })
    assert.equal((await control('state', {})).calls.token, 2)
  })

  test('does not go round in circles when no token is ever taken', async () => {
    await misbehave('token-expired', { calls: null })
    assert.deepEqual(await send(), { outcome: 'retry', problem: 'hr-sign-in-refused' })
    assert.equal((await control('state', {})).calls.training, 2)
  })

  test('with a wrong secret, or an answer without a token, sends nothing', async () => {
    client = createHrClient(settings({ appSecret: 'wrong' }), () => now)
    assert.deepEqual(await send(), { outcome: 'retry', problem: 'hr-sign-in-refused' })
    client = createHrClient(settings(), () => now)
    await misbehave('other-shape', { on: 'token' })
    assert.deepEqual(await send(), { outcome: 'retry', problem: 'hr-answer-unreadable' })
    assert.equal((await control('state', {})).calls.training, 0)
  })
})

describe('employees changed in a window', () => {
  const employees = Array.from({ length: 1203 }, (_, i) => ({
    jobNumber: `F${String(i).padStart(5, '0')}`,
    name: `员工${i}`,
    department: '合成一车间',
    position: '操作工',
    status: i % 50 === 0 ? '离职' : '在职',
    modifiedTime: `2026-11-24T0${i % 9}:00:00`,
  }))
  // 00:00 to 09:00 at the plant.
  const [from, to] = [epochMs(Date.UTC(2026, 10, 23, 16)), epochMs(Date.UTC(2026, 10, 24, 1))]
  const read = () => client.readChangedEmployees(from, to, signal)

  beforeEach(async () => void (await control('employees', { employees })))

  test('are read page by page to the end, in the suite’s own time zone', async () => {
    const changed = await read()
    assert.ok(changed.outcome === 'read')
    assert.equal(changed.employees.length, 1203)
    assert.equal((await control('state', {})).calls.employees, 3)
    const none = await client.readChangedEmployees(to, epochMs(to + 3_600_000), signal)
    assert.deepEqual(none, { outcome: 'read', employees: [] })
  })

  test('that come twice are counted once', async () => {
    await misbehave('repeated-page', { on: 'employees' })
    const changed = await read()
    assert.ok(changed.outcome === 'read')
    assert.equal(changed.employees.length, 1203)
  })

  test('are a failure, never half a list, when a page is missing, unreadable or without end', async () => {
    await control('misbehave', { how: 'repeated-page', calls: 1, on: 'employees' })
    await control('misbehave', { how: 'status', status: 500, calls: 1, on: 'employees' })
    assert.deepEqual(await read(), { outcome: 'failed', problem: 'hr-busy' })
    await misbehave('other-shape', { on: 'employees' })
    assert.deepEqual(await read(), { outcome: 'failed', problem: 'hr-answer-unreadable' })
    await control('employees', { employees: employees.slice(0, 3) })
    await misbehave('repeated-page', { on: 'employees', calls: null })
    assert.deepEqual(await read(), { outcome: 'failed', problem: 'hr-answer-unreadable' })
  })
})
