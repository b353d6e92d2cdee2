import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { createCounterpartDispatcher } from '../reactions/counterpart-dispatcher.ts'
import { startJob } from '../testing/started-job.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'
import { tellBegunAlarms } from './watch-alarms.ts'

/** The platform runs as a process of its own, as a real one would: nothing is shared but the wire. */
const program = fileURLToPath(new URL('../../simulators/park/main.ts', import.meta.url))
let platform: ChildProcess
let baseUrl = ''
let plant: TestPlant
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
/** A plant of its own for each test: what works in one keeps nobody and no place from the next. */
beforeEach(async () => {
  await control('reset')
  plant = await createTestPlant()
})
afterEach(() => plant.close())

type Item = { readonly [field: string]: string | number | null }
type State = {
  readonly calls: number
  readonly receipts: number
  readonly records: { readonly [uuid: string]: { readonly item: Item } }
  readonly log: readonly { readonly uuid: string; readonly key: string; readonly item: Item }[]
}
const control = async (order: string, body: object = {}): Promise<State> => {
  const response = await fetch(`${baseUrl}__control/${order}`, { method: 'POST', body: JSON.stringify(body) })
  assert.equal(response.status, 200)
  return (await response.json()) as State
}

/** Sends until nothing is left, letting time pass as the back-off asks. */
const sendAll = async (): Promise<void> => {
  const dispatcher = createCounterpartDispatcher({
    database: plant.database,
    rulebooks: plant.rulebooks,
    vault: plant.vault,
    clock: plant.now,
    environment: { PARK_URL: baseUrl, PARK_TIMEOUT_MS: '800' },
  })
  for (let round = 0; round < 40 && (await waiting()) > 0; round += 1) {
    await dispatcher.sendDue()
    plant.pass(16)
  }
  await dispatcher.stop()
  assert.equal(await waiting(), 0)
}
const waiting = async (): Promise<number> => (await outbox()).filter(({ state }) => state === 'queued').length
const outbox = async () =>
  plant.database.withPlant(demoPlant, async (tx) => {
    const { rows } = await tx.query<{ dedupe_key: string; state: string; payload: object; last_error: string | null }>(
      'select dedupe_key, state, payload, last_error from outbox where plant_id = $1 and counterpart = $2 order by seq',
      [demoPlant, 'park'],
    )
    return rows
  })
const statusesOf = ({ log }: State): { readonly [ticket: string]: readonly unknown[] } =>
  Object.fromEntries(
    Object.entries(Object.groupBy(log, ({ uuid }) => uuid)).flatMap(([uuid, told]) => {
      const statuses = (told ?? []).flatMap(({ item }) =>
        item['TICKET_STATUS'] === undefined ? [] : [item['TICKET_STATUS']],
      )
      return statuses.length === 0 ? [] : [[uuid, statuses.filter((one, at) => one !== statuses[at - 1])]]
    }),
  )

describe('the feed', () => {
  test('queues every change of a job and tells the park in order, whatever its platform does', async () => {
    await startJob(plant, 'feed-1')
    const queued = await outbox()
    assert.ok(queued.length >= 6, `${queued.length} messages`)
    for (const order of [
      { how: 'down', calls: 3 },
      { how: 'taken-then-silent', calls: 2 },
      { how: 'late', delayMs: 2500, calls: 1 },
      { how: 'status', status: 500, calls: 2 },
      { how: 'not-json', calls: 1 },
      { how: 'other-receipt', calls: 1 },
    ])
      await control('misbehave', order)
    await sendAll()
    const state = await control('state')
    assert.deepEqual(
      (await outbox()).filter((one) => one.state !== 'sent'),
      [],
    )
    // Nothing lost, nothing with two effects: as many receipts as messages, however often they were sent.
    assert.equal(state.receipts, queued.length)
    assert.ok(state.calls > queued.length)
    const statuses = Object.values(statusesOf(state))
    assert.ok(statuses.length >= 2, 'hot work and confined space are two tickets')
    for (const told of statuses) assert.deepEqual(told, ['0', '1', '2'])
  })

  test('keeps no name and no number of anybody while a ticket waits, and adds them as it leaves', async () => {
    await startJob(plant, 'feed-2')
    const kept = JSON.stringify((await outbox()).filter(({ state }) => state === 'queued'))
    await sendAll()
    const [ticket] = Object.values((await control('state')).records).filter(({ item }) => 'TICKET_STATUS' in item)
    const { MAJOR_PERSON_MOBILE: mobile, WORKER_NAME: worker, COMPANY_CODE: company } = ticket?.item ?? {}
    assert.match(String(mobile), /^1\d{10}$/)
    assert.equal(company, 'DEMO-farbridge')
    assert.ok(!kept.includes(String(mobile)) && !kept.includes(String(worker)))
  })

  test('tells an alarm that began by time alone once, and its end when it comes', async () => {
    await startJob(plant, 'feed-3')
    await sendAll()
    plant.pass(24 * 60)
    const wake = (): void => undefined
    await tellBegunAlarms({ database: plant.database, clock: plant.now, wake })
    await tellBegunAlarms({ database: plant.database, clock: plant.now, wake })
    await sendAll()
    const overtime = async () =>
      (await control('state')).log
        .filter(({ item }) => item['ALARM_TYPE'] === '10')
        .map(({ item }) => item['ALARM_RESULT'])
    assert.deepEqual(await overtime(), [null])
    await plant.command(await plant.signIn('leader'), 'feed-3', { type: 'CancelJob', reason: '下雨' })
    const answer = { type: 'AnswerEnding', isAgreed: true, note: '' }
    assert.equal((await plant.command(await plant.signIn('director'), 'feed-3', answer)).status, 200)
    await sendAll()
    assert.deepEqual(await overtime(), [null, '作业票已取消'])
  })

  test('tells the end of what was closed for other work, and the new tickets once they are applied for', async () => {
    const as = await startJob(plant, 'feed-7')
    await sendAll()
    const old = Object.keys(statusesOf(await control('state')))
    const reissue = { type: 'CloseAndReissue', cause: 'place', reason: '改到 N5' }
    assert.equal((await plant.command(as['leader'] ?? '', 'feed-7', reissue)).status, 200)
    await sendAll()
    const stopped = await control('state')
    // A draft has no number yet, so that the park hears of nothing new.
    assert.deepEqual(Object.keys(statusesOf(stopped)), old)
    // Stopped for the change, then ended and not accepted yet, which the table calls "in work".
    for (const ticket of old) assert.deepEqual(statusesOf(stopped)[ticket], ['0', '1', '2', '6', '2'])

    const { body } = await plant.request('/api/jobs/feed-7', { cookie: as['leader'] ?? '' })
    const successor = body['job'].record.changes.reissuedAs as string
    const application = applicationAt(plant.now(), { placeDetail: '人孔 N5' })
    const applied = await plant.command(as['leader'] ?? '', successor, { type: 'SubmitJob', application })
    assert.equal(applied.status, 200, JSON.stringify(applied.body))
    await sendAll()
    const told = statusesOf(await control('state'))
    const fresh = Object.keys(told).filter((ticket) => !old.includes(ticket))
    assert.equal(fresh.length, old.length, 'as many new tickets as old ones')
    for (const ticket of fresh) assert.deepEqual(told[ticket], ['0'])
    for (const ticket of old) assert.deepEqual(told[ticket], ['0', '1', '2', '6', '2'], 'the old one stays')

    // What was applied for and never issued is withdrawn.
    assert.equal((await plant.command(as['leader'] ?? '', successor, reissue)).status, 200)
    await sendAll()
    for (const ticket of fresh) assert.deepEqual(statusesOf(await control('state'))[ticket], ['0', '5'])
  })

  test('sends again from a point without a second effect, and only an administrator may ask', async () => {
    const from = plant.now()
    await startJob(plant, 'feed-4')
    await sendAll()
    const first = await control('state')
    const leader = await plant.signIn('leader')
    assert.equal((await plant.request('/api/feed/replay', { cookie: leader, body: { from } })).status, 403)
    const administrator = await plant.signIn('admin')
    const { status, body } = await plant.request('/api/feed/replay', { cookie: administrator, body: { from } })
    assert.deepEqual([status, body['jobs'], body['after']], [202, 1, null])
    assert.equal(body['records'], first.receipts)
    await sendAll()
    const second = await control('state')
    assert.deepEqual([second.receipts, second.records], [first.receipts, first.records])
    assert.equal(second.calls, first.calls * 2)
  })

  test('that is off queues nothing and says so; switched on, a replay tells what was missed', async () => {
    const administrator = await plant.signIn('admin')
    const settings = async (body: object | null) =>
      (await plant.request('/api/feed/settings', { cookie: administrator, method: 'PUT', body: JSON.stringify(body) }))
        .status
    const from = plant.now()
    assert.equal(await settings(null), 200)
    const before = (await outbox()).length
    await startJob(plant, 'feed-5')
    assert.equal((await outbox()).length, before)
    assert.equal((await plant.request('/api/feed', { cookie: administrator })).body['settings'], null)
    assert.equal((await plant.request('/api/feed/replay', { cookie: administrator, body: { from } })).status, 409)
    assert.equal(await settings({ companyCode: '', companyName: '甲' }), 422)
    assert.equal(await settings({ companyCode: 'DEMO-farbridge', companyName: '远桥精细化工' }), 200)
    await plant.request('/api/feed/replay', { cookie: administrator, body: { from } })
    await sendAll()
    for (const told of Object.values(statusesOf(await control('state')))) assert.deepEqual(told, ['0', '1', '2'])
  })

  test('shows a record that cannot leave with its fields, and sends it again once they are there', async () => {
    const mobile = await plant.database.withPlant(demoPlant, async (tx) => {
      const { rows } = await tx.query<{ phone: Buffer }>(
        'select phone from person_secrets where plant_id = $1 and person_id = $2',
        [demoPlant, cast['crew-leader'].number],
      )
      return rows[0]?.phone
    })
    assert.ok(mobile)
    await keepMobile(null)
    const leader = await plant.signIn('leader')
    const application = applicationAt(plant.now())
    assert.equal((await plant.command(leader, 'feed-6', { type: 'SubmitJob', application })).status, 200)
    await sendAll()
    const officer = await plant.signIn('officer')
    const declined = async () =>
      (await plant.request('/api/feed', { cookie: officer })).body['lines'].filter(
        ({ state }: { state: string }) => state === 'declined',
      ) as { key: string; faults: object[] }[]
    const [first] = await declined()
    assert.deepEqual(first?.faults, [{ field: 'MAJOR_PERSON_MOBILE', rule: 'missing' }])
    await keepMobile(mobile)
    for (const { key } of await declined())
      assert.equal((await plant.request('/api/feed/resend', { cookie: officer, body: { key } })).status, 202)
    await sendAll()
    assert.deepEqual(await declined(), [])
  })
})

const keepMobile = (phone: Buffer | null) =>
  plant.database.withPlant(demoPlant, (tx) =>
    tx.query('update person_secrets set phone = $3 where plant_id = $1 and person_id = $2', [
      demoPlant,
      cast['crew-leader'].number,
      phone,
    ]),
  )
