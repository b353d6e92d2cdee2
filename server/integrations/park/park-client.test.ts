import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { AlarmRecord } from '#core/feed/records.ts'
import { createParkClient } from './park-client.ts'
import { createParkCounterpart } from './park-counterpart.ts'
import { readParkSettings } from './park-settings.ts'

/** The platform runs as a process of its own, as a real one would: nothing is shared but the wire. */
const program = fileURLToPath(new URL('../../../simulators/park/main.ts', import.meta.url))
let platform: ChildProcess
let baseUrl = ''

before(async () => {
  platform = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  assert.ok(platform.stdout)
  const [line] = (await once(platform.stdout, 'data')) as [Buffer]
  baseUrl = `${/http:\S+/.exec(line.toString())?.[0]}/`
})
after(async () => {
  platform.kill('SIGTERM')
  await once(platform, 'exit')
})
beforeEach(async () => void (await control('reset')))

type State = {
  readonly calls: number
  readonly receipts: number
  readonly records: { readonly [uuid: string]: { readonly item: { readonly ALARM_END_TIME: string | null } } }
}
const control = async (order: string, body: object = {}): Promise<State> => {
  const response = await fetch(`${baseUrl}__control/${order}`, { method: 'POST', body: JSON.stringify(body) })
  assert.equal(response.status, 200)
  return (await response.json()) as State
}

const alarm: AlarmRecord = {
  ID: '0b0e2f5e-6f0d-4c8e-9a52-0d9c3c1f7a01',
  TICKET_ID: '0b0e2f5e-6f0d-4c8e-9a52-0d9c3c1f7a02',
  ALARM_START_TIME: '2026-11-24 12:00:00',
  ALARM_TYPE: '10',
  ALARM_END_TIME: null,
  ALARM_RESULT: null,
  DELETED: '0',
  CREATE_DATE: '2026-11-24 12:00:00',
  CREATE_BY: 'system',
  UPDATE_DATE: '2026-11-24 12:00:00',
  UPDATE_BY: 'system',
}
const ended = { ALARM_END_TIME: '2026-11-24 13:00:00', UPDATE_DATE: '2026-11-24 13:00:00' }

const { signal } = new AbortController()
const settings = { token: 'holdpoint-demo', parkCode: 'P1', timeoutMs: 1200 }
const send = (key: string, change: object = {}, more: object = {}) =>
  createParkCounterpart(
    createParkClient({ baseUrl, ...settings, ...more }),
    async (_plant, payload) => payload,
  ).deliver(
    {
      plantId: 'farbridge',
      idempotencyKey: key,
      payload: { kind: 'alarm', companyCode: '91', record: { ...alarm, ...change } },
    },
    signal,
  )

describe('a record for the park', () => {
  test('is taken with a receipt, and its later state replaces it', async () => {
    assert.deepEqual(await send('a1'), { outcome: 'delivered', receipt: 'PK-1' })
    assert.deepEqual(await send('a2', ended), { outcome: 'delivered', receipt: 'PK-2' })
    const { records } = await control('state')
    assert.equal(records[alarm.ID]?.item.ALARM_END_TIME, ended.ALARM_END_TIME)
  })

  test('sent again from an earlier point leaves the park with the latest state', async () => {
    const first = await send('a1')
    await send('a2', ended)
    assert.deepEqual(await send('a1'), first)
    const { records, receipts } = await control('state')
    assert.equal(records[alarm.ID]?.item.ALARM_END_TIME, ended.ALARM_END_TIME)
    assert.equal(receipts, 2)
  })

  const unclear: readonly (readonly [string, object, string])[] = [
    ['down', {}, 'park-unreachable'],
    ['late', { delayMs: 4000 }, 'park-timed-out'],
    ['status', { status: 500 }, 'park-busy'],
    ['status', { status: 401 }, 'park-sign-in-refused'],
    ['not-json', {}, 'park-answer-unreadable'],
    ['other-receipt', {}, 'park-answer-unreadable'],
    ['taken-then-silent', {}, 'park-unreachable'],
  ]
  for (const [how, more, problem] of unclear)
    test(`goes out again when the platform is ${how} ${JSON.stringify(more)}, and has one effect`, async () => {
      await control('misbehave', { how, calls: 1, ...more })
      assert.deepEqual(await send('a1'), { outcome: 'retry', problem })
      assert.deepEqual(await send('a1'), { outcome: 'delivered', receipt: 'PK-1' })
      assert.equal((await control('state')).receipts, 1)
    })

  test('waits at least as long as the platform asks', async () => {
    await control('misbehave', { how: 'status', status: 429, retryAfterSeconds: 30 })
    assert.deepEqual(await send('a1'), { outcome: 'retry', problem: 'park-busy', waitSecondsMin: 30 })
  })

  test('with a wrong token is kept, because who keeps the token can mend it', async () => {
    assert.deepEqual(await send('a1', {}, { token: 'wrong' }), { outcome: 'retry', problem: 'park-sign-in-refused' })
  })

  test('that is wrong never leaves, and its fields are named without their values', async () => {
    assert.deepEqual(await send('a1', { ALARM_TYPE: '07', CREATE_BY: '' }), {
      outcome: 'declined',
      problem: 'ALARM_TYPE not-in-table, CREATE_BY missing',
    })
    assert.equal((await control('state')).calls, 0)
  })

  test('that the platform declines is not sent again', async () => {
    await send('a1')
    assert.deepEqual(await send('a1', ended), { outcome: 'declined', problem: 'park-declined' })
  })
})

test('without an address nothing is sent, and one that is none is said at the start', () => {
  assert.equal(readParkSettings({}), null)
  assert.equal(readParkSettings({ PARK_URL: 'https://park.example/feed' })?.baseUrl, 'https://park.example/feed/')
  assert.throws(() => readParkSettings({ PARK_URL: 'park' }), /PARK_URL/)
})
