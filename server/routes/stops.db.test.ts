import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { serve } from '@hono/node-server'
import { demoPlant } from '#demo/load-plant.ts'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'

/** Stopping is never refused, over a real connection: whatever comes along is kept, cut or left out, and the work stops. */
describe('a stop', () => {
  let plant: TestPlant
  let server: ReturnType<typeof serve>
  let origin = ''
  before(async () => {
    plant = await createTestPlant()
    server = serve({ fetch: plant.app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((ready) => server.once('listening', ready))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    server.close()
    await plant.close()
  })

  const stop = async (job: string, body: RequestInit['body'], of = demoPlant as string) => {
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' }, duplex: 'half' }
    const answer = await fetch(`${origin}/api/plants/${of}/jobs/${job}/stop`, init as RequestInit)
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const eventsOf = (job: string): Promise<readonly Record<string, unknown>[]> =>
    plant.database.withPlant(demoPlant, async (tx) => {
      const { rows } = await tx.query<{ payload: Record<string, unknown> }>(
        'select payload from events where plant_id = $1 and stream_id = $2',
        [demoPlant, job],
      )
      return rows.map(({ payload }) => payload)
    })
  /** The one event, as it stands in the history. */
  const recorded = async (job: string): Promise<Record<string, unknown>> => {
    const [event, ...others] = await eventsOf(job)
    assert.ok(event && others.length === 0, job)
    return event
  }
  const position = { latitude: 30.7, longitude: 121.2, accuracyMetres: 5 }

  test('keeps all that it brings along where it can', async () => {
    const said = { reason: 'gas-alarm', note: '有味道', device: 'phone 7', position }
    assert.deepEqual(await stop('whole', JSON.stringify(said)), {
      status: 202,
      body: { recorded: true, version: 1, isWhole: true },
    })
    const { reason, note, device, position: at } = await recorded('whole')
    assert.deepEqual({ reason, note, device, position: at }, said)
  })

  test('without anything is whole', async () => {
    assert.deepEqual((await stop('bare', null)).body['isWhole'], true)
  })

  test('of two megabytes stops the work, and says that not all of it was kept', async () => {
    const answer = await stop('large', JSON.stringify({ note: 'x'.repeat(2_000_000) }))
    assert.deepEqual(answer, { status: 202, body: { recorded: true, version: 1, isWhole: false } })
    assert.equal((await recorded('large'))['note'], '')
  })

  test('of unknown length and more than is read stops the work', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (stream) => stream.enqueue(new Uint8Array(16_384).fill(120)),
    })
    const answer = await stop('endless', endless).catch((error: unknown) => error)
    assert.equal((await recorded('endless'))['type'], 'WorkStopped', String(answer))
  })

  test('whose body never ends stops the work after a little patience', async () => {
    const silent = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) })
    void stop('silent', silent).catch(() => undefined)
    const giveUpAt = Date.now() + 20_000
    while (Date.now() < giveUpAt && (await eventsOf('silent')).length === 0)
      await new Promise((next) => setTimeout(next, 200))
    assert.equal((await recorded('silent'))['type'], 'WorkStopped')
  })

  test('keeps the fields that can be read beside those that cannot, and the beginning of an endless note', async () => {
    const said = { reason: 'because', colour: 'red', position: { latitude: 1, longitude: 1 }, device: 'phone 7' }
    assert.equal((await stop('half', JSON.stringify({ ...said, note: '漏'.repeat(500) }))).body['isWhole'], false)
    const event = await recorded('half')
    assert.deepEqual([event['reason'], event['device'], event['position']], ['stop-work', 'phone 7', undefined])
    assert.equal(event['note'], '漏'.repeat(400))
  })

  for (const [what, body] of [
    ['text that is no JSON', '{'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['an instant in the future', JSON.stringify({ occurredAt: 4_000_000_000_000 })],
  ] as const)
    test(`with ${what} stops the work, now`, async () => {
      const job = `odd-${what.replaceAll(' ', '-')}`
      assert.equal((await stop(job, body)).status, 202)
      assert.equal((await recorded(job))['occurredAt'], plant.now())
    })

  test('in a plant that is none says so', async () => {
    const { status, body } = await stop('anywhere', '{}', 'no-such-plant')
    assert.deepEqual([status, body['code']], [404, 'plant-unknown'])
  })
})
