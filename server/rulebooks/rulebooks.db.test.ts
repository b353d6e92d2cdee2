import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant, southPlant } from '#demo/load-plant.ts'
import { applicationAt, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'
import { readWritten } from './read-rulebook.ts'

let plant: TestPlant
let leader: string
const job = '01980000-0000-7000-8000-0000000000b1'
const current = async () => (await plant.request('/api/rulebook', { cookie: leader })).body['edition'] as string
/** The edition by which the job will be decided, as its page asks for it. */
const pinned = async () => {
  const { body: page } = await plant.request(`/api/jobs/${job}`, { cookie: leader })
  const { id, edition } = page['job'].record.rulebook as { id: string; edition: string }
  return (await plant.request(`/api/rulebook?rulebook=${id}&edition=${edition}`, { cookie: leader })).body['edition']
}
const submit = (of: string, change: object = {}) =>
  plant.command(leader, of, { type: 'SubmitJob', application: applicationAt(plant.now(), change) })
const prepare = (of: string) =>
  plant.command(leader, of, {
    type: 'RecordPreparation',
    operation: 'hot-work',
    preparation: 'risk-analysis',
    content: {
      kind: 'hazards',
      hazards: [{ hazard: '火花', consequence: '烧伤', measures: '灭火毯', owner: 'guardian' }],
    },
  })

/** The shipped rulebook in an edition of the plant's own, with a change somewhere in it. */
const own = async (edition: string, change: (text: string) => string) => {
  const written = JSON.stringify({ ...(await readWritten('chemical')), edition })
  const content = change(written)
  assert.ok(edition === 'same' || content !== written)
  return content
}
const publish = async (edition: string, content: string, effectiveFrom: string, plantId = demoPlant) =>
  plant.database.withPlant(plantId, (tx) =>
    tx.query(
      `insert into rulebook_editions (plant_id, rulebook_id, edition, effective_from, content, published_at) values ($1, 'chemical', $2, $3, $4, $5)`,
      [plantId, edition, effectiveFrom, content, plant.now()],
    ),
  )
/** A guardian's silence is the product's number, not the standard's: a plant may change it either way. */
const silence = (minutes: number) => (text: string) =>
  text.replaceAll('"silentMinutesMax":{"value":5', `"silentMinutesMax":{"value":${minutes}`)

before(async () => {
  plant = await createTestPlant()
  leader = await plant.signIn('leader')
})
after(() => plant.close())

describe('the rulebook of a plant', () => {
  let shipped = ''
  test('is the one that comes with the product until the plant publishes its own', async () => {
    shipped = await current()
    assert.equal((await submit(job)).status, 200)
    assert.equal(await pinned(), shipped)
  })

  test('of its own counts for new work from its day on, and for nobody else', async () => {
    await publish('future', await own('future', silence(3)), '2026-11-25')
    assert.equal(await current(), shipped)
    await publish('ours', await own('ours', silence(4)), '2026-11-24')
    assert.equal(await current(), 'ours')
    await plant.database.withPlant(southPlant, async (tx) =>
      assert.equal((await plant.rulebooks.current(tx))?.edition, shipped),
    )
  })

  test('stays with a job as it was when the job was applied for', async () => {
    assert.equal(await pinned(), shipped)
    // Mended and applied for anew, it is for the rules of today.
    assert.equal((await submit(job)).status, 200)
    assert.equal(await pinned(), 'ours')
  })

  test('below what the product asks today is replaced: by today’s, for a pinned job as for new work', async () => {
    // 6.10: a permit to a confined space lasts 24 hours; the floor is the standard's.
    const loose = await own('loose', (text) =>
      text.replaceAll('"value":24,"clause":"6.10"', '"value":48,"clause":"6.10"'),
    )
    await publish('loose', loose, '2026-11-20')
    await plant.database.withPlant(demoPlant, async (tx) => {
      assert.equal((await plant.rulebooks.pinned(tx, { id: 'chemical', edition: 'loose' }))?.edition, 'ours')
      assert.equal((await plant.rulebooks.pinned(tx, { id: 'chemical', edition: 'ours' }))?.edition, 'ours')
    })
    await publish('loose-now', loose.replace('"loose"', '"loose-now"'), '2026-11-24')
    plant.pass(1)
    await publish('loose-later', loose.replace('"loose"', '"loose-later"'), '2026-11-24')
    assert.equal(await current(), shipped)
  })

  test('that nobody knows permits nothing, and yet the job can be seen and stopped', async () => {
    await plant.database.withPlant(demoPlant, (tx) =>
      tx.query(
        `insert into events (plant_id, stream_id, version, type, payload, occurred_at, recorded_at, previous_hash, hash)
         select plant_id, 'orphan', 1, type, jsonb_set(payload, '{rulebook,edition}', '"lost"'), occurred_at, recorded_at, '', ''
         from events where plant_id = $1 and stream_id = $2 and type = 'JobSubmitted' limit 1`,
        [demoPlant, job],
      ),
    )
    const refused = await prepare('orphan')
    assert.equal(refused.status, 409, JSON.stringify(refused.body))
    assert.deepEqual(
      refused.body['refusals'].map(({ code, params }: { code: string; params: object }) => [code, params]),
      [['rulebook-edition-unknown', { rulebook: 'chemical', edition: 'lost' }]],
    )
    const start = await plant.command(leader, 'orphan', { type: 'StartWork', signature })
    assert.equal(start.body['refusals']?.[0]?.code, 'rulebook-edition-unknown')
    assert.equal((await plant.request('/api/rulebook?rulebook=chemical&edition=lost', { cookie: leader })).status, 404)
    assert.equal((await plant.request('/api/jobs/orphan', { cookie: leader })).status, 200)
    assert.equal((await plant.request(`/api/plants/${demoPlant}/jobs/orphan/stop`, { body: {} })).status, 202)
  })

  test('that cannot be read any more permits nothing new', async () => {
    plant.pass(1)
    await publish('broken', '{"id":"chemical"}', '2026-11-24')
    const answer = await submit(job.replace('b1', 'b3'))
    assert.deepEqual(
      [answer.status, answer.body['refusals']?.map(({ code }: { code: string }) => code)],
      [409, ['rulebook-edition-unknown']],
    )
  })
})
