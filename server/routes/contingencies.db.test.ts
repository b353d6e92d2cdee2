import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'job-silent'
const source = 'SRC-DETECTORS'

describe('a source that fell silent', () => {
  let plant: TestPlant
  let as: AsLogin
  let keys = 0
  before(async () => {
    plant = await createTestPlant()
    await plant.database.withPlant('farbridge' as never, (tx) =>
      tx.query(`update sources set places = array['R-102'], heard_at = $2 where plant_id = $1 and source_id = $3`, [
        tx.plantId,
        plant.now(),
        source,
      ]),
    )
    as = await startJob(plant, job)
  })
  after(() => plant.close())

  const post = (login: string, path: string, body: object) =>
    plant.request(path, { cookie: as[login] ?? '', body, key: `contingency-${++keys}` })
  const declare = (login: string, change: object = {}) =>
    post(login, '/api/contingencies', { mode: 'detectors-silent', source, hours: 4, ...change })
  const view = async () => (await plant.request('/api/contingencies', { cookie: as['safety'] ?? '' })).body
  const codes = ({ body }: { body: Record<string, { code: string }[]> }) => body['refusals']?.map(({ code }) => code)
  const readings = [
    { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
    { gas: 'methanol', value: 2, unit: 'percent-lel' },
    { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
  ]

  test('is not declared while it is heard, nor by who has no right to', async () => {
    assert.deepEqual(codes(await declare('safety')), ['source-not-silent'])
    plant.pass(11)
    assert.deepEqual(codes(await declare('director')), ['contingency-right-missing'])
    assert.equal((await declare('welder')).status, 403)
    assert.deepEqual(codes(await declare('safety', { hours: 9 })), ['contingency-too-long'])
    const strange = await declare('safety', { hours: '4' })
    assert.deepEqual([strange.status, strange.body['fields'][0].path], [422, 'hours'])
  })

  test('is declared once, also by two at the same moment, and the job in its area learns of it', async () => {
    const both = await Promise.all([declare('safety'), declare('safety')])
    assert.deepEqual(
      both.map(({ status }) => status).toSorted(),
      [200, 409],
      JSON.stringify(both.map(({ body }) => body)),
    )
    const { body } = await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })
    assert.equal(body['job'].record.contingencies.length, 1)
    assert.equal((await view())['contingencies'][0].state, 'open')
  })

  test('leaves a debt for what was spoken instead, which is settled when the source is back', async () => {
    await plant.database.withPlant('farbridge' as never, (tx) =>
      tx.query(
        `insert into evidence (plant_id, evidence_id, job_id, step, person_id, ticket_id, mime, byte_count, content_hash, width_pixels, height_pixels, clarity, captured_at, received_at, reuse)
         values ($1, 'voice-1', $2, 'gas-test', $3, 'voice-1', 'audio/webm', 1, repeat('ab', 32), 0, 0, '{}', $4, $4, 'none')`,
        [tx.plantId, job, cast.analyst.number, plant.now()],
      ),
    )
    const given = await plant.command(as['analyst'] ?? '', job, {
      type: 'RecordGasTest',
      test: {
        samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: plant.now(), readings })),
        instrument: 'GD-01',
        analyst: cast.analyst.number,
        position: atVessel,
        displayPicture: await plant.capture(job, 'gas-test', 'spoken-display'),
        spoken: { recording: 'voice-1', said: '氧气二十点八' },
      },
    })
    assert.equal(given.status, 200, JSON.stringify(given.body))
    const [debt] = (await view())['debts']
    assert.deepEqual([debt.job, debt.isOverdue, debt.settledAt], [job, false, null])
    assert.deepEqual([debt.authority, debt.escalateTo, debt.ticket], ['safety-department', 'responsible-leader', null])
    assert.ok(debt.holders.includes(cast['hse-manager'].name), JSON.stringify(debt.holders))

    const settle = (outcome: object) =>
      plant.command(as['safety'] ?? '', job, { type: 'SettleDebt', debt: debt.debt, outcome })
    const compared = {
      kind: 'compared',
      readings: ['upper', 'middle', 'lower'].flatMap((point) => readings.map((one) => ({ ...one, point }))),
    }
    assert.deepEqual(codes(await settle(compared)), ['source-silent'])
    plant.pass(25 * 60)
    // Nobody stays signed in for a day.
    as = { ...as, safety: await plant.signIn('safety'), welder: await plant.signIn('welder') }
    assert.equal((await view())['debts'][0].isOverdue, true)
    assert.equal((await post('safety', `/api/sources/${source}/heartbeat`, {})).status, 202)
    assert.equal((await settle(compared)).status, 200)
    const [settled] = (await view())['debts']
    assert.notEqual(settled.settledAt, null)
    assert.deepEqual([settled.verdict, settled.settledBy], ['agrees', cast['hse-manager'].name])
  })

  test('is over by itself, and a sign of life from the future or of nobody is refused', async () => {
    assert.equal((await view())['contingencies'][0].state, 'expired')
    const ahead = await post('safety', `/api/sources/${source}/heartbeat`, { at: plant.now() + 3_600_000 })
    assert.deepEqual([ahead.status, ahead.body['fields'][0].path], [422, 'at'])
    assert.equal((await post('safety', '/api/sources/nothing/heartbeat', {})).status, 404)
    assert.equal((await post('welder', `/api/sources/${source}/heartbeat`, {})).status, 403)
    const { id } = (await view())['contingencies'][0]
    assert.deepEqual(codes(await post('safety', `/api/contingencies/${id}/end`, {})), ['contingency-over'])
    assert.equal((await post('safety', '/api/contingencies/none/end', {})).status, 404)
  })
})
