import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import type { Counterpart, Delivery, OutboundMessage } from '../integrations/counterpart.ts'
import { createHrClient } from '../integrations/hr/hr-client.ts'
import { createHrCounterpart, hrCounterpartName } from '../integrations/hr/hr-counterpart.ts'
import { createDatabase, type Database } from '../store/database.ts'
import { claimNext, queueMessage, readMessageState } from '../store/outbox.ts'
import { createOutboxDispatcher, type DispatcherSettings, type OutboxDispatcher } from './outbox-dispatcher.ts'

const plants = [id<PlantId>('farbridge'), id<PlantId>('farbridge-south')] as const
const [plant, south] = plants
const start = epochMs(Date.UTC(2026, 10, 24))

let test_: TestDatabase
let database: Database
let now: EpochMs = start
const dispatchers: OutboxDispatcher[] = []

before(async () => {
  test_ = await createTestDatabase()
  database = createDatabase(test_)
  for (const plantId of plants) {
    await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'g', $1, 'Asia/Shanghai')`,
      [plantId],
    )
  }
})
after(async () => {
  await database.close()
  await test_.close()
})
afterEach(async () => {
  await Promise.all(dispatchers.splice(0).map((dispatcher) => dispatcher.stop()))
})

const pass = (seconds: number): void => void (now = epochMs(now + seconds * 1000))

const dispatcherOf = (counterparts: DispatcherSettings['counterparts'], more: Partial<DispatcherSettings> = {}) => {
  const dispatcher = createOutboxDispatcher({ database, clock: () => now, counterparts, ...more })
  dispatchers.push(dispatcher)
  return dispatcher
}

const queue = (
  counterpart: string,
  dedupeKey: string,
  orderingKey: string,
  payload: object = {},
  plantId: PlantId = plant,
) => database.withPlant(plantId, (tx) => queueMessage(tx, { counterpart, dedupeKey, orderingKey, payload }, now))

const stateOf = (counterpart: string, dedupeKey: string) =>
  database.withPlant(plant, (tx) => readMessageState(tx, counterpart, dedupeKey))

/** A counterpart that writes down what reaches it and answers as told. */
const played = (answer: (message: OutboundMessage, signal: AbortSignal) => Promise<Delivery> | Delivery) => {
  const received: string[] = []
  const counterpart: Counterpart = {
    deliver: async (message, signal) => {
      received.push(message.idempotencyKey)
      return answer(message, signal)
    },
  }
  return { received, counterpart }
}
const delivered: Delivery = { outcome: 'delivered', receipt: 'r' }

let names = 0
/** A counterpart of its own for each test, so that no test finds another's messages. */
const freshName = () => `counterpart-${(names += 1)}`

describe('the outbox', () => {
  test('sends each message once, in order within its key, and keeps the receipt', async () => {
    const name = freshName()
    for (const key of ['a1', 'a2', 'a3']) assert.equal(await queue(name, key, 'a'), true)
    const { received, counterpart } = played((message) => ({
      outcome: 'delivered',
      receipt: `R-${message.idempotencyKey}`,
    }))
    const dispatcher = dispatcherOf({ [name]: counterpart })
    assert.equal(await dispatcher.sendDue(), 3)
    assert.equal(await dispatcher.sendDue(), 0)
    assert.deepEqual(received, ['a1', 'a2', 'a3'])
    assert.deepEqual(await stateOf(name, 'a2'), {
      state: 'sent',
      attempts: 1,
      problem: null,
      sentAt: now,
      receipt: 'R-a2',
    })
  })

  test('takes the same consequence once, also after it was sent', async () => {
    const name = freshName()
    assert.equal(await queue(name, 'gap', 'p'), true)
    assert.equal(await queue(name, 'gap', 'p'), false)
    const { received, counterpart } = played(() => delivered)
    const dispatcher = dispatcherOf({ [name]: counterpart })
    await dispatcher.sendDue()
    assert.equal(await queue(name, 'gap', 'p'), false)
    await dispatcher.sendDue()
    assert.deepEqual(received, ['gap'])
  })

  test('sends nothing of a transaction that did not happen', async () => {
    const name = freshName()
    const failing = database.withPlant(plant, async (tx) => {
      await queueMessage(tx, { counterpart: name, dedupeKey: 'x', orderingKey: 'x', payload: {} }, now)
      throw new Error('rolled back')
    })
    await assert.rejects(failing, /rolled back/)
    const { received, counterpart } = played(() => delivered)
    await dispatcherOf({ [name]: counterpart }).sendDue()
    assert.deepEqual(received, [])
  })

  test('holds back what stands behind a message that failed, and lets other keys pass', async () => {
    const name = freshName()
    for (const [key, order] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
    ] as const)
      await queue(name, key, order)
    let isDown = true
    const { received, counterpart } = played(({ idempotencyKey }) =>
      idempotencyKey === 'a1' && isDown ? { outcome: 'retry', problem: 'busy' } : delivered,
    )
    const dispatcher = dispatcherOf({ [name]: counterpart })
    await dispatcher.sendDue()
    await dispatcher.sendDue()
    assert.deepEqual(received, ['a1', 'b1'])
    assert.deepEqual(await stateOf(name, 'a1'), {
      state: 'queued',
      attempts: 1,
      problem: 'busy',
      sentAt: null,
      receipt: null,
    })
    isDown = false
    pass(4)
    await dispatcher.sendDue()
    assert.deepEqual(received, ['a1', 'b1'])
    pass(1)
    await dispatcher.sendDue()
    assert.deepEqual(received, ['a1', 'b1', 'a1', 'a2'])
  })

  test('tries whoever is down once a round, however much waits', async () => {
    const name = freshName()
    for (let i = 0; i < 20; i += 1) await queue(name, `m${i}`, `k${i}`)
    const { received, counterpart } = played(() => ({ outcome: 'retry', problem: 'down' }))
    await dispatcherOf({ [name]: counterpart }).sendDue()
    assert.equal(received.length, 1)
  })

  test('does not send again what was declined, and goes on with the next', async () => {
    const name = freshName()
    await queue(name, 'bad', 'a')
    await queue(name, 'good', 'a')
    const { received, counterpart } = played(({ idempotencyKey }) =>
      idempotencyKey === 'bad' ? { outcome: 'declined', problem: 'unknown-person' } : delivered,
    )
    const dispatcher = dispatcherOf({ [name]: counterpart })
    assert.equal(await dispatcher.sendDue(), 1)
    pass(3600)
    await dispatcher.sendDue()
    assert.deepEqual(received, ['bad', 'good'])
    assert.equal((await stateOf(name, 'bad'))?.state, 'declined')
  })

  test('takes a fault of the counterpart’s code as a failed try', async () => {
    const name = freshName()
    await queue(name, 'm', 'k')
    const errors: unknown[] = []
    const counterpart: Counterpart = { deliver: () => Promise.reject(new Error('a bug')) }
    await dispatcherOf({ [name]: counterpart }, { onError: (error) => errors.push(error) }).sendDue()
    assert.equal((await stateOf(name, 'm'))?.problem, 'counterpart-failed')
    assert.equal(errors.length, 1)
  })

  test('has one sender at a time, however many want to send', async () => {
    const name = freshName()
    for (let i = 0; i < 12; i += 1) await queue(name, `m${String(i).padStart(2, '0')}`, `k${i % 3}`)
    let [sending, most] = [0, 0]
    const { received, counterpart } = played(async () => {
      sending += 1
      most = Math.max(most, sending)
      await new Promise((resolve) => setTimeout(resolve, 5))
      sending -= 1
      return delivered
    })
    const many = Array.from({ length: 3 }, () => dispatcherOf({ [name]: counterpart }))
    while ((await Promise.all(many.map((dispatcher) => dispatcher.sendDue()))).some((sent) => sent > 0));
    assert.deepEqual(received, received.toSorted())
    assert.deepEqual([received.length, new Set(received).size, most], [12, 12, 1])
  })

  test('is taken up again when a sender died with a message in its hands', async () => {
    const name = freshName()
    await queue(name, 'm', 'k')
    const held = await database.withPlant(plant, (tx) => claimNext(tx, name, { now, leaseMs: 60_000 }))
    assert.equal(held?.dedupeKey, 'm')
    const { received, counterpart } = played(() => delivered)
    const dispatcher = dispatcherOf({ [name]: counterpart })
    pass(59)
    await dispatcher.sendDue()
    assert.deepEqual(received, [])
    pass(1)
    await dispatcher.sendDue()
    assert.deepEqual(received, ['m'])
  })

  test('lets go of what is under way when it stops, and counts no try', async () => {
    const name = freshName()
    await queue(name, 'm', 'k')
    const { received, counterpart } = played(
      (_, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ outcome: 'retry', problem: 'aborted' })),
        ),
    )
    const dispatcher = dispatcherOf({ [name]: counterpart })
    const round = dispatcher.sendDue()
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await dispatcher.stop()
    assert.equal(await round, 0)
    assert.equal((await stateOf(name, 'm'))?.attempts, 0)

    const next = played(() => delivered)
    assert.equal(await dispatcherOf({ [name]: next.counterpart }).sendDue(), 1)
  })

  test('breaks off a delivery that takes too long', async () => {
    const name = freshName()
    await queue(name, 'm', 'k')
    const { counterpart } = played(
      (_, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ outcome: 'retry', problem: 'slow' })),
        ),
    )
    await dispatcherOf({ [name]: counterpart }, { deliverMsMax: 50 }).sendDue()
    assert.equal((await stateOf(name, 'm'))?.problem, 'slow')
  })

  test('sends by itself once started, at once when woken, and no more when stopped', async () => {
    const name = freshName()
    const { received, counterpart } = played(() => delivered)
    const dispatcher = dispatcherOf({ [name]: counterpart }, { pollMs: 60_000 })
    dispatcher.start()
    await queue(name, 'm1', 'k')
    dispatcher.wake()
    while (received.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      dispatcher.wake()
    }
    await dispatcher.stop()
    await queue(name, 'm2', 'k')
    dispatcher.wake()
    await new Promise((resolve) => setTimeout(resolve, 50))
    assert.deepEqual(received, ['m1'])
  })

  test('of one plant is sent for that plant alone', async () => {
    const name = freshName()
    await queue(name, 'same-key', 'k', {}, plant)
    await queue(name, 'same-key', 'k', {}, south)
    const from: string[] = []
    const counterpart: Counterpart = {
      deliver: async ({ plantId }) => {
        from.push(plantId)
        return delivered
      },
    }
    await dispatcherOf({ [name]: counterpart }).sendDue()
    assert.deepEqual(from.toSorted(), [...plants])
  })
})

describe('make-up trainings on their way to an HR suite that fails', () => {
  const program = fileURLToPath(new URL('../../simulators/hr/main.ts', import.meta.url))
  let suite: ChildProcess | undefined
  let port = 0

  const startSuite = async (): Promise<void> => {
    suite = spawn(process.execPath, [program], {
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    assert.ok(suite.stdout)
    const [line] = (await once(suite.stdout, 'data')) as [Buffer]
    port = Number(/:(\d+)\s*$/.exec(line.toString())?.[1])
  }
  const killSuite = async (): Promise<void> => {
    suite?.kill('SIGKILL')
    if (suite) await once(suite, 'exit')
    suite = undefined
  }
  beforeEach(startSuite)
  afterEach(killSuite)

  const control = async (order: string, body: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/__control/${order}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return (await response.json()) as { training: Record<string, { deliveries: number; body: { jobNumber: string } }> }
  }
  const hrDispatcher = () => {
    const settings = {
      appKey: 'holdpoint-demo',
      appSecret: 'holdpoint-demo-secret',
      timeZone: 'Asia/Shanghai',
      timeoutMs: 1500,
    }
    const client = createHrClient({ ...settings, baseUrl: `http://127.0.0.1:${port}/` }, () => now)
    return dispatcherOf({ [hrCounterpartName]: createHrCounterpart(client) })
  }
  const payloadFor = (jobNumber: string) => ({
    jobNumber,
    category: 'annual',
    reason: 'training-expired',
    neededBy: '2026-11-26',
  })
  const queueGaps = async (prefix: string, count: number) => {
    const keys = Array.from({ length: count }, (_, i) => `${prefix}-${String(i).padStart(2, '0')}`)
    for (const [i, key] of keys.entries()) await queue(hrCounterpartName, key, `person-${i % 4}`, payloadFor(`F${i}`))
    return keys
  }
  const untilSent = async (dispatcher: OutboxDispatcher, count: number) => {
    let sent = 0
    for (let round = 0; round < 100 && sent < count; round += 1) {
      sent += await dispatcher.sendDue()
      pass(900)
    }
    return sent
  }

  test('wait while it is down and all arrive when it is up, none lost and none twice', async () => {
    const dispatcher = hrDispatcher()
    await killSuite()
    const keys = await queueGaps('down', 12)
    for (let round = 0; round < 5; round += 1) {
      assert.equal(await dispatcher.sendDue(), 0)
      pass(900)
    }
    await startSuite()
    assert.equal(await untilSent(dispatcher, 12), 12)
    const { training } = await control('state', {})
    assert.deepEqual(Object.keys(training).toSorted(), keys)
    for (const key of keys) assert.equal(training[key]?.deliveries, 1)
  })

  test('become one request each through every kind of failure, in the order of their person', async () => {
    const dispatcher = hrDispatcher()
    const keys = await queueGaps('mixed', 16)
    for (const how of [
      'status',
      'taken-then-silent',
      'not-json',
      'late',
      'taken-then-silent',
      'token-expired',
      'empty',
      'down',
    ]) {
      await control('misbehave', { how, calls: 1, on: 'training', status: 503, delayMs: 3000 })
    }
    await control('misbehave', { how: 'status', calls: 2, on: 'token', status: 500 })
    assert.equal(await untilSent(dispatcher, 16), 16)
    const { training } = await control('state', {})
    assert.deepEqual(Object.keys(training).toSorted(), keys)
    for (const person of [0, 1, 2, 3]) {
      const inOrder = Object.values(training)
        .map(({ body }) => Number(body.jobNumber.slice(1)))
        .filter((i) => i % 4 === person)
      assert.deepEqual(
        inOrder,
        inOrder.toSorted((a, b) => a - b),
      )
    }
    for (const key of keys) assert.equal((await stateOf(hrCounterpartName, key))?.state, 'sent')
  })

  test('that cannot be read are declined and shown, and stop nobody', async () => {
    const dispatcher = hrDispatcher()
    await queue(hrCounterpartName, 'broken', 'person-x', { jobNumber: 7 })
    await queue(hrCounterpartName, 'whole', 'person-x', payloadFor('F99'))
    assert.equal(await dispatcher.sendDue(), 1)
    const broken = await stateOf(hrCounterpartName, 'broken')
    assert.deepEqual([broken?.state, broken?.problem], ['declined', 'payload-unreadable'])
  })
})
