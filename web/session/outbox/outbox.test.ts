import assert from 'node:assert/strict'
import { describe, mock, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import type { SendRequest } from '../api.ts'
import { RequestFailed, type Failure } from '../problem.ts'
import { isWaiting, type OutboxEntry, type Submission } from './entry.ts'
import { createOutbox, type OutboxStore } from './outbox.ts'

const evidence = (label: string): Submission => ({
  kind: 'evidence',
  method: 'POST',
  path: `/api/${label}`,
  body: { kind: 'json', value: label },
  label,
})
const command = (label: string): Submission => ({ ...evidence(label), kind: 'command' })
const stop = (label: string): Submission => ({ ...evidence(label), kind: 'stop' })

const problem = (status: number): Failure => ({
  kind: 'problem',
  problem: { status, code: 'some-code', fields: [], refusals: [] },
})
const noNetwork: Failure = { kind: 'unreachable' }

const start = (t: { mock: typeof mock }, given: { stored?: OutboxEntry[]; store?: Partial<OutboxStore> } = {}) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const disk = new Map((given.stored ?? []).map((entry) => [entry.key, entry]))
  const sent: { path: string; key: string }[] = []
  const carried: (string | undefined)[] = []
  let answer: (request: SendRequest) => Failure | 'ok' = () => 'ok'
  let keys = 0
  const outbox = createOutbox({
    store: {
      put: async (entry) => void disk.set(entry.key, entry),
      remove: async (key) => void disk.delete(key),
      all: async () => [...disk.values()],
      ...given.store,
    },
    send: async (request) => {
      sent.push({ path: request.path, key: request.key })
      carried.push(request.headers?.['signing-pin'])
      const said = answer(request)
      if (said !== 'ok') throw new RequestFailed(said)
      return { answer: request.path, receivedAt: 99 }
    },
    now: () => 5,
    newKey: () => `key-${++keys}`,
  })
  outbox.signedInAs('zhang')
  return {
    outbox,
    disk,
    sent,
    carried,
    answers: (next: typeof answer) => void (answer = next),
    later: async (ms: number) => {
      await setImmediate()
      t.mock.timers.tick(ms)
      await setImmediate()
    },
    states: () => outbox.entries().map(({ state }) => (state.at === 'this-phone' ? state.because : state.at)),
  }
}

describe('what is handed in', () => {
  test('leaves the phone only with the server’s receipt', async (t) => {
    const { outbox, disk, states } = start(t)
    assert.deepEqual(await outbox.submit(evidence('gas')), { kind: 'done', answer: '/api/gas', receivedAt: 99 })
    assert.deepEqual([states(), disk.size], [['server'], 0])
  })

  test('without network stays on the phone, says so at once, and goes by itself later with the same key', async (t) => {
    const { outbox, disk, sent, answers, later, states } = start(t)
    answers(() => noNetwork)
    assert.deepEqual(await outbox.submit(evidence('gas')), { kind: 'waiting', because: 'unreachable' })
    assert.equal(disk.size, 1)
    answers(() => 'ok')
    await later(2000)
    assert.deepEqual([states(), disk.size], [['server'], 0])
    assert.deepEqual(
      sent.map(({ key }) => key),
      ['key-1', 'key-1'],
    )
  })

  for (const status of [400, 403, 404, 409, 413, 422]) {
    test(`and refused with ${status} is kept with the reason: evidence is never deleted by a "no"`, async (t) => {
      const { outbox, disk, answers, states } = start(t)
      answers(() => problem(status))
      assert.equal((await outbox.submit(evidence('gas'))).kind, 'refused')
      await outbox.letGo('key-1')
      assert.deepEqual([states(), disk.size], [['refused'], 1])
    })
  }

  test('is sent in the order in which it was made', async (t) => {
    const { outbox, sent, answers, later } = start(t)
    answers(() => noNetwork)
    await Promise.all([outbox.submit(evidence('gas')), outbox.submit(evidence('picture'))])
    answers(() => 'ok')
    sent.length = 0
    await later(2000)
    assert.deepEqual(
      sent.map(({ path }) => path),
      ['/api/gas', '/api/picture'],
    )
  })

  test('tells everybody who waits, also those behind the one that found no network', async (t) => {
    const { outbox, answers } = start(t)
    answers(() => noNetwork)
    const outcomes = await Promise.all([outbox.submit(evidence('gas')), outbox.submit(evidence('picture'))])
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['waiting', 'waiting'],
    )
  })

  test('does not wait behind one on which the server chokes', async (t) => {
    const { outbox, answers, states } = start(t)
    answers(({ path }) => (path === '/api/gas' ? problem(500) : 'ok'))
    void outbox.submit(evidence('gas'))
    assert.equal((await outbox.submit(evidence('picture'))).kind, 'done')
    assert.deepEqual(states(), ['server-trouble', 'server'])
  })

  test('waits for the sign-in when it has expired, and goes when the same person is back', async (t) => {
    const { outbox, answers, states } = start(t)
    answers(() => problem(401))
    assert.deepEqual(await outbox.submit(evidence('gas')), { kind: 'waiting', because: 'signed-out' })
    answers(() => 'ok')
    await setImmediate()
    outbox.signedInAs('zhang')
    await setImmediate()
    assert.deepEqual(states(), ['server'])
  })

  test('is not sent in another person’s name', async (t) => {
    const { outbox, sent, answers, states } = start(t)
    answers(() => noNetwork)
    await outbox.submit(evidence('gas'))
    answers(() => 'ok')
    sent.length = 0
    outbox.signedInAs('li')
    await outbox.sendNow()
    assert.deepEqual([sent, states()], [[], ['unreachable']])
  })
})

describe('a command', () => {
  test('is tried three times and then waits for a tap: nothing starts by itself later', async (t) => {
    const { outbox, sent, answers, later, states } = start(t)
    answers(() => noNetwork)
    const outcome = outbox.submit(command('start'))
    for (const ms of [0, 2000, 4000, 8000, 60_000, 60_000]) await later(ms)
    assert.deepEqual(await outcome, { kind: 'waiting', because: 'unreachable' })
    assert.deepEqual([sent.length, states()], [3, ['unreachable']])

    answers(() => 'ok')
    await outbox.sendNow('key-1')
    assert.deepEqual([states(), new Set(sent.map(({ key }) => key)).size], [['server'], 1])
  })

  test('that was refused has its answer: it waits no more, neither in the count nor on the disk', async (t) => {
    const { outbox, answers, disk } = start(t)
    answers(() => problem(409))
    assert.equal((await outbox.submit(command('start'))).kind, 'refused')
    assert.deepEqual([outbox.entries().filter(isWaiting).length, disk.size], [0, 0])
  })

  test('carries its secrets on every try, and neither the disk nor the list ever holds them', async (t) => {
    const { outbox, answers, disk, later, carried } = start(t)
    answers(() => noNetwork)
    const outcome = outbox.submit(command('sign'), { 'signing-pin': '204816' })
    await later(2000)
    assert.equal(disk.size, 1)
    assert.ok(!JSON.stringify([[...disk.values()], outbox.entries()]).includes('204816'))
    answers(() => 'ok')
    await later(4000)
    assert.equal((await outcome).kind, 'done')
    assert.deepEqual(new Set(carried), new Set(['204816']))
    assert.ok(carried.length > 1)
  })

  test('that was refused may be let go', async (t) => {
    const { outbox, disk, answers } = start(t)
    answers(() => problem(409))
    await outbox.submit(command('start'))
    await outbox.letGo('key-1')
    assert.deepEqual([outbox.entries(), disk.size], [[], 0])
  })
})

describe('a stop', () => {
  test('overtakes everything that waits', async (t) => {
    const { outbox, answers } = start(t)
    answers(({ path }) => (path === '/api/stop' ? 'ok' : noNetwork))
    void outbox.submit(evidence('gas'))
    assert.equal((await outbox.submit(stop('stop'))).kind, 'done')
  })

  test('is the first to leave when the network is back, whatever was made before it', async (t) => {
    const { outbox, sent, answers } = start(t)
    answers(() => noNetwork)
    await outbox.submit(evidence('picture'))
    await outbox.submit(stop('stop'))
    await setImmediate()
    sent.length = 0
    answers(() => 'ok')
    await outbox.sendNow()
    assert.deepEqual(
      sent.map(({ path }) => path),
      ['/api/stop', '/api/picture'],
    )
  })

  test('goes out when nobody is signed in, and again until it is received', async (t) => {
    const { outbox, answers, later, states } = start(t)
    outbox.signedInAs(undefined)
    answers(() => problem(401))
    assert.equal((await outbox.submit(stop('stop'))).kind, 'waiting')
    answers(() => 'ok')
    await later(2000)
    assert.deepEqual(states(), ['server'])
  })

  test('does not wait for a phone whose storage hangs', async (t) => {
    const { outbox } = start(t, { store: { put: () => new Promise(() => {}), remove: () => new Promise(() => {}) } })
    void outbox.submit(stop('stop'))
    await setImmediate()
    assert.equal(outbox.entries()[0]?.state.at, 'server')
  })

  test('is tried again as well where the storage hangs', async (t) => {
    const { outbox, answers, later, states } = start(t, {
      store: { put: () => new Promise(() => {}), remove: () => new Promise(() => {}) },
    })
    answers(() => noNetwork)
    void outbox.submit(stop('stop'))
    await later(0)
    answers(() => 'ok')
    await later(2000)
    assert.deepEqual(states(), ['server'])
  })
})

describe('a phone', () => {
  test('that was switched off while sending asks again with the same key', async (t) => {
    const stored: OutboxEntry = {
      key: 'old-key',
      by: 'zhang',
      capturedAt: 1,
      submission: evidence('gas'),
      kept: 'stored',
      tries: 1,
      state: { at: 'sending' },
    }
    const { outbox, sent, disk } = start(t, { stored: [stored] })
    await outbox.restore()
    assert.deepEqual([sent, disk.size], [[{ path: '/api/gas', key: 'old-key' }], 0])
  })

  test('without storage says that the entry lives only as long as the page, and sends it all the same', async (t) => {
    const { outbox, answers, later, states } = start(t, { store: { put: () => Promise.reject(new Error('full')) } })
    answers(() => noNetwork)
    await outbox.submit(evidence('gas'))
    assert.equal(outbox.entries()[0]?.kept, 'memory')
    answers(() => 'ok')
    await later(2000)
    assert.deepEqual(states(), ['server'])
  })
})
