import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'
import type { Counterpart, OutboundMessage } from '../integrations/counterpart.ts'
import { hrCounterpartName } from '../integrations/hr/hr-counterpart.ts'
import { createOutboxDispatcher } from './outbox-dispatcher.ts'

let plant: TestPlant
let leader = ''
before(async () => {
  plant = await createTestPlant()
  leader = await plant.signIn('leader')
})
after(() => plant.close())

const untrained = cast['fitter-training-missing']

const refusedWith = async (job: string) => {
  const application = applicationAt(plant.now(), {
    crew: [{ person: untrained.number, duties: ['helper', 'entrant'] }],
  })
  const { status, body } = await plant.command(leader, job, { type: 'SubmitJob', application })
  assert.equal(status, 409)
  const refusals = body['refusals'] as {
    code: string
    params: { person: string; category: string }
    request?: object
  }[]
  return refusals.filter(
    ({ code, params }) => /^training-(missing|expired)$/.test(code) && params.person === untrained.number,
  )
}

const sendAll = async () => {
  const sent: OutboundMessage[] = []
  const counterpart: Counterpart = {
    deliver: async (message) => {
      sent.push(message)
      return { outcome: 'delivered', receipt: `TR-${sent.length}` }
    },
  }
  await createOutboxDispatcher({
    database: plant.database,
    clock: plant.now,
    counterparts: { [hrCounterpartName]: counterpart },
  }).sendDue()
  return sent
}

describe('a refusal for want of a training', () => {
  test('asks HR for the training by itself, once however often it is refused, and shows when it was sent', async () => {
    const [first] = await refusedWith('untrained-1')
    assert.ok(first)
    const { person, category } = first.params
    assert.deepEqual(first.request, { person, category, state: 'queued', sentAt: null })
    const [second] = await refusedWith('untrained-2')
    assert.deepEqual(second?.request, first.request)

    const sent = (await sendAll()).filter(({ payload }) => (payload as { category: string }).category === category)
    assert.deepEqual(
      sent.map(({ payload }) => (payload as { neededBy: string }).neededBy),
      ['2026-11-24'],
    )
    assert.equal(JSON.stringify(sent).includes(untrained.name), false)

    const [third] = await refusedWith('untrained-3')
    assert.deepEqual(third?.request, { person, category, state: 'sent', sentAt: plant.now() })
    assert.deepEqual(await sendAll(), [])
    const { body } = await plant.request(`/api/people/${person}/training-requests`, { cookie: leader })
    assert.ok(
      body['requests'].some(
        (request: { category: string; state: string }) => request.category === category && request.state === 'sent',
      ),
    )
  })

  test('asks for nobody who has what is needed', async () => {
    const { body } = await plant.request(`/api/people/${cast['welder-qualified'].number}/training-requests`, {
      cookie: leader,
    })
    assert.deepEqual(body['requests'], [])
  })
})
