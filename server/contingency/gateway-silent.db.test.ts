import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { prepareJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, cast, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

describe('a gateway that fell silent, and the detectors behind it', () => {
  let plant: TestPlant
  let as: AsLogin
  const job = 'behind-the-gateway'
  before(async () => {
    plant = await createTestPlant()
    await plant.database.withPlant(demoPlant, (tx) =>
      tx.query(
        `update sources set heard_at = $2, places = case when source_id = 'SRC-DETECTORS' then array['R-102'] else places end
         where plant_id = $1`,
        [tx.plantId, plant.now()],
      ),
    )
    as = await prepareJob(plant, job)
  })
  after(() => plant.close())

  const start = async () => {
    const { body } = await plant.command(as['leader'] ?? '', job, { type: 'StartWork', signature })
    return ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code)
  }
  const readings = [
    { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
    { gas: 'methanol', value: 2, unit: 'percent-lel' },
    { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
  ]
  const testGas = async (name: string, spoken: object) =>
    plant.command(as['analyst'] ?? '', job, {
      type: 'RecordGasTest',
      test: {
        samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: plant.now(), readings })),
        instrument: 'GD-01',
        analyst: cast.analyst.number,
        position: atVessel,
        displayPicture: await plant.capture(job, 'gas-test', name),
        ...spoken,
      },
    })
  const debts = async () =>
    (await plant.request('/api/contingencies', { cookie: as['safety'] ?? '' })).body['debts'] as {
      job: string
      authority: string
      isOverdue: boolean
    }[]

  test('hold the start until somebody with the right declares it, and the air is read aloud', async () => {
    plant.pass(11)
    const picture = await plant.capture(job, 'guardian-sign-in', 'face')
    const signIn = { person: cast.guardian.number, method: { kind: 'picture-on-site', picture }, position: atVessel }
    assert.equal((await plant.command(as['guardian'] ?? '', job, { type: 'SignInGuardian', signIn })).status, 200)
    assert.ok((await start()).includes('source-silent'))

    const declared = await plant.request('/api/contingencies', {
      cookie: as['safety'] ?? '',
      key: 'declare-gateway',
      body: { mode: 'gateway-silent', source: 'SRC-GATEWAY', hours: 4 },
    })
    assert.equal(declared.status, 200, JSON.stringify(declared.body))
    const codes = await start()
    assert.ok(codes.includes('spoken-reading-missing') && !codes.includes('source-silent'), codes.join())
    assert.deepEqual(await debts(), [], 'declared is not done')

    // A test without a voice is as good as ever, and fulfils nothing here.
    assert.equal((await testGas('silent-display', {})).status, 200)
    assert.ok((await start()).includes('spoken-reading-missing'))
    assert.deepEqual(await debts(), [])

    await plant.database.withPlant(demoPlant, (tx) =>
      tx.query(
        `insert into evidence (plant_id, evidence_id, job_id, step, person_id, ticket_id, mime, byte_count, content_hash, width_pixels, height_pixels, clarity, captured_at, received_at, reuse)
         values ($1, 'voice-1', $2, 'gas-test', $3, 'voice-1', 'audio/webm', 1, repeat('ab', 32), 0, 0, '{}', $4, $4, 'none')`,
        [tx.plantId, job, cast.analyst.number, plant.now()],
      ),
    )
    const spoken = await testGas('spoken-display', { spoken: { recording: 'voice-1', said: '氧气二十点八' } })
    assert.equal(spoken.status, 200, JSON.stringify(spoken.body))
    assert.ok(!(await start()).some((code) => code === 'spoken-reading-missing' || code === 'source-silent'))
    const [debt, ...more] = await debts()
    assert.deepEqual([debt?.job, debt?.authority, debt?.isOverdue, more], [job, 'safety-department', false, []])
  })

  test('leave the work on once it is begun, and the check of what was read aloud owed by a day', async () => {
    const { body } = await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })
    assert.equal(body['job'].status, 'active', JSON.stringify(await start()))
    plant.pass(24 * 60 + 1)
    as = { ...as, safety: await plant.signIn('safety') }
    assert.equal((await debts())[0]?.isOverdue, true)
  })
})
