import assert from 'node:assert/strict'
import { describe, mock, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createStopSender, stopPathOf, type StopReport } from './stop-sender.ts'

const report: StopReport = { occurredAt: 1000, reason: 'stop-work', note: '', device: 'd1' }

const start = (t: { mock: typeof mock }, storage = new Map<string, string>()) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const states: string[] = []
  const sent: string[] = []
  let answer: () => Promise<Response> = async () => Response.json({}, { status: 202 })
  const sender = createStopSender({
    path: '/api/plants/p/jobs/j/stop',
    fetch: (_, init) => {
      sent.push(typeof init.body === 'string' ? init.body : '')
      return answer()
    },
    storage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key),
    },
    onState: (state) => states.push(state),
  })
  const later = async (ms: number) => {
    await setImmediate()
    t.mock.timers.tick(ms)
    await setImmediate()
  }
  return { sender, states, sent, storage, later, answers: (next: typeof answer) => void (answer = next) }
}

describe('the stop page', () => {
  test('reports to the job named in its address', () => {
    const address = { pathname: '/stop/farbridge/j1', hash: '' }
    assert.equal(stopPathOf(address), '/api/plants/farbridge/jobs/j1/stop')
  })

  test('reports to the place whose code was printed at its entrance', () => {
    const hash = `#HP1.site.farbridge.R-102~1.${'a'.repeat(22)}`
    assert.equal(stopPathOf({ pathname: '/stop', hash }), '/api/plants/farbridge/places/R-102.1/stop')
    assert.equal(stopPathOf({ pathname: '/stop/', hash: hash.replace('site', 'fan') }), null)
    assert.equal(stopPathOf({ pathname: '/stop', hash: '' }), null)
  })

  test('says so when there was nothing to stop, instead of promising that the work stands', async (t) => {
    const { sender, states, later, answers, storage } = start(t)
    answers(async () => Response.json({ recorded: true, stopped: 0 }, { status: 202 }))
    sender.stop(report)
    await later(0)
    assert.deepEqual([states, storage.size], [['sending', 'unplaced'], 0])
  })

  test('sends again until the server has it, and keeps when it was pressed', async (t) => {
    const { sender, states, sent, storage, later, answers } = start(t)
    answers(() => Promise.reject(new TypeError('no network')))
    sender.stop(report)
    await later(0)
    assert.equal(storage.size, 1)
    answers(async () => Response.json({}, { status: 202 }))
    await later(3000)
    assert.deepEqual(states, ['sending', 'waiting', 'recorded'])
    assert.deepEqual(new Set(sent), new Set([JSON.stringify(report)]))
    assert.equal(storage.size, 0)
  })

  test('says so where its address names no plant that there is, instead of asking for ever', async (t) => {
    const { sender, states, later, answers } = start(t)
    answers(async () => Response.json({ code: 'plant-unknown' }, { status: 404 }))
    sender.stop(report)
    await later(0)
    assert.deepEqual(states, ['sending', 'unplaced'])
  })

  test('does not take an error page for a receipt', async (t) => {
    const { sender, states, later, answers } = start(t)
    answers(async () => new Response('', { status: 502 }))
    sender.stop(report)
    await later(0)
    assert.equal(states.at(-1), 'waiting')
  })

  test('sends what was pressed before the phone went out', async (t) => {
    const kept = new Map([['holdpoint.stop:/api/plants/p/jobs/j/stop', JSON.stringify(report)]])
    const { sender, sent, states, later } = start(t, kept)
    sender.resume()
    await later(0)
    assert.deepEqual([sent, states], [[JSON.stringify(report)], ['recorded']])
  })

  test('stops also on a phone that forbids storage', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const states: string[] = []
    const forbid = () => {
      throw new Error('forbidden')
    }
    const storage = { getItem: forbid, setItem: forbid, removeItem: forbid }
    const fetch = async () => Response.json({}, { status: 202 })
    createStopSender({ path: '/x', fetch, storage, onState: (state) => states.push(state) }).stop(report)
    await setImmediate()
    assert.deepEqual(states, ['sending', 'recorded'])
  })
})
