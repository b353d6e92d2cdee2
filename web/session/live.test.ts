import assert from 'node:assert/strict'
import { describe, mock, test } from 'node:test'
import { listenLive, retryDelayMs, silenceMsMax, type LiveSource, type LiveState } from './live.ts'

type Heard = { readonly data?: unknown }
const start = (test: { mock: typeof mock }) => {
  test.mock.timers.enable({ apis: ['setTimeout'] })
  const opened: { say: (type: string, data?: unknown) => void; closed: boolean }[] = []
  const states: LiveState['at'][] = []
  const topics: unknown[] = []
  const open = (): LiveSource => {
    const listeners = new Map<string, (event: Heard) => void>()
    const source = { say: (type: string, data?: unknown) => listeners.get(type)?.({ data }), closed: false }
    opened.push(source)
    return {
      addEventListener: (type, listener) => void listeners.set(type, listener),
      close: () => void (source.closed = true),
    }
  }
  const end = listenLive({
    open,
    onState: (state) => states.push(state.at),
    onTopics: (changed) => topics.push(changed),
    now: () => 7,
    chance: () => 1,
  })
  return { opened, states, topics, end }
}

describe('live updates', () => {
  test('tell which topics changed', (t) => {
    const { opened, states, topics, end } = start(t)
    opened[0]?.say('open')
    opened[0]?.say('changed', '{"topics":["jobs"]}')
    assert.deepEqual([states, topics], [['connecting', 'live'], [['jobs']]])
    end()
  })

  test('are shown as lost when the server falls silent, though the connection looks open', (t) => {
    const { opened, states, end } = start(t)
    opened[0]?.say('open')
    t.mock.timers.tick(silenceMsMax - 1)
    opened[0]?.say('beat')
    t.mock.timers.tick(silenceMsMax - 1)
    assert.equal(states.at(-1), 'live')
    t.mock.timers.tick(1)
    assert.equal(states.at(-1), 'lost')
    assert.equal(opened[0]?.closed, true)
    end()
  })

  test('read everything anew after a gap, since nobody knows what was missed', (t) => {
    const { opened, topics, states, end } = start(t)
    opened[0]?.say('open')
    opened[0]?.say('error')
    t.mock.timers.tick(1000)
    opened[1]?.say('open')
    assert.deepEqual(topics, ['everything'])
    assert.equal(states.at(-1), 'live')
    end()
  })

  test('read everything anew when a message makes no sense', (t) => {
    const { opened, topics, end } = start(t)
    opened[0]?.say('open')
    for (const data of ['', '{', '{"topics":3}', undefined]) opened[0]?.say('changed', data)
    assert.deepEqual(topics, Array(4).fill('everything'))
    end()
  })

  test('do not listen to a connection that was given up', (t) => {
    const { opened, topics, end } = start(t)
    opened[0]?.say('error')
    opened[0]?.say('changed', '{"topics":["jobs"]}')
    assert.deepEqual(topics, [])
    end()
  })

  test('come back ever more slowly, up to half a minute', () => {
    assert.deepEqual(
      [1, 2, 3, 6, 20].map((failures) => retryDelayMs(failures, 1)),
      [1000, 2000, 4000, 30_000, 30_000],
    )
    assert.equal(retryDelayMs(1, 0), 500)
  })
})
