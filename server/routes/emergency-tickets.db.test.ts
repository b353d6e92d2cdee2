import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPin } from '#demo/accounts.ts'
import { hourMs } from '#core/time/epoch.ts'
import { printBatch, type PrintedTicket } from '../contingency/emergency-tickets.ts'
import { cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

describe('an emergency ticket', () => {
  let plant: TestPlant
  let officer: string
  let tickets: readonly PrintedTicket[]
  let keys = 0
  before(async () => {
    plant = await createTestPlant()
    officer = await plant.signIn('officer')
    const batch = { operation: 'hot-work' as never, prefix: 'DH', count: 4, by: 'p' as never, now: plant.now() }
    tickets = await plant.database.withPlant('farbridge' as never, (tx) => printBatch(tx, batch))
  })
  after(() => plant.close())

  const entry = (ticket: PrintedTicket | undefined, change: object = {}) => ({
    occurredAt: plant.now(),
    ticket: ticket?.number ?? '',
    code: ticket?.code ?? '',
    level: 'second',
    place: 'maintenance-shop',
    leader: cast['crew-leader'].number,
    guardian: cast.guardian.number,
    content: '停网时焊接支架',
    window: { from: plant.now() - 3 * hourMs, to: plant.now() - hourMs },
    second: { login: 'safety', pin: demoPin },
    ...change,
  })
  const enter = (body: object, key = `emergency-${++keys}`) =>
    plant.request('/api/emergency-tickets/entries', { cookie: officer, body, key })
  const codeOf = async (body: object) => {
    const answer = await enter(body)
    return [answer.status, answer.body['code'] ?? answer.body['refusals']?.[0].code]
  }

  test('is printed as a PDF whose codes are kept nowhere', async () => {
    const response = await plant.app.request('/api/emergency-tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: officer },
      body: JSON.stringify({ operation: 'hot-work', count: 2 }),
    })
    assert.equal(response.status, 201)
    assert.equal(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
    const { rows } = await plant.database.withPlant('farbridge' as never, (tx) =>
      tx.query<{ text: string }>('select t::text as text from emergency_tickets t where plant_id = $1', [tx.plantId]),
    )
    assert.equal(rows.length, 6)
    for (const { code } of tickets) assert.ok(rows.every(({ text }) => !text.includes(code)))
    const unknown = await plant.request('/api/emergency-tickets', {
      cookie: officer,
      body: { operation: 'x', count: 1 },
    })
    assert.deepEqual([unknown.status, unknown.body['code']], [422, 'operation-unknown'])
    assert.equal(
      (await plant.request('/api/emergency-tickets', { cookie: officer, body: { operation: 'hot-work', count: 51 } }))
        .status,
      422,
    )
  })

  test('is entered once by two people and becomes a closed job that owes its check', async () => {
    const body = entry(tickets[0])
    const first = await enter(body, 'emergency-once')
    assert.equal(first.status, 201, JSON.stringify(first.body))
    assert.deepEqual(await enter(body, 'emergency-once'), first)
    assert.deepEqual(await codeOf(body), [422, 'emergency-ticket-used'])
    const { body: page } = await plant.request(`/api/jobs/${first.body['job']}`, { cookie: officer })
    assert.equal(page['job'].status, 'closed')
    assert.equal(page['job'].record.debts[0].ticket, tickets[0]?.number)
    const { body: view } = await plant.request('/api/contingencies', { cookie: officer })
    assert.deepEqual(
      view['debts'].map(({ debt }: { debt: string }) => debt),
      ['paper-ticket'],
    )
  })

  test('is entered by one of two who try at the same moment', async () => {
    const body = entry(tickets[1])
    const both = await Promise.all([enter(body), enter(body)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 422])
  })

  test('is refused when unknown, with a wrong code, and altogether after too many of them', async () => {
    assert.deepEqual(await codeOf(entry({ number: 'EDH-NONE-01', code: 'ABCDEFGHJK' })), [
      422,
      'emergency-ticket-unknown',
    ])
    const wrong = entry(tickets[2], { code: 'AAAAAAAAAA' })
    for (let i = 0; i < 5; i++) assert.deepEqual(await codeOf(wrong), [422, 'emergency-code-wrong'])
    assert.deepEqual(await codeOf(entry(tickets[2])), [422, 'emergency-ticket-locked'])
  })

  test('needs a second person, their own number, and the safety department', async () => {
    const second = (login: string, pin = demoPin) => entry(tickets[3], { second: { login, pin } })
    assert.deepEqual(await codeOf(second('safety', '000000')), [422, 'pin-wrong'])
    assert.deepEqual(await codeOf(second('director')), [409, 'supervisor-missing'])
    const strange = await enter(entry(tickets[3], { surplus: 1 }))
    assert.equal(strange.status, 422)
    const leader = await plant.signIn('leader')
    const asked = { cookie: leader, body: entry(tickets[3]), key: `emergency-${++keys}` }
    assert.equal((await plant.request('/api/emergency-tickets/entries', asked)).status, 403)
    // Nothing of all that has used the ticket up.
    assert.equal((await enter(entry(tickets[3]))).status, 201)
  })
})
