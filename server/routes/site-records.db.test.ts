import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createCodeSigner } from '../evidence/signed-code.ts'
import { deriveSigningKey } from '../evidence/signing-key.ts'
import { applicationAt, atVessel, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'at-the-site'
let plant: TestPlant
let analyst = ''
let guardian = ''

before(async () => {
  plant = await createTestPlant()
  analyst = await plant.signIn('analyst')
  guardian = await plant.signIn('guardian')
  const leader = await plant.signIn('leader')
  await plant.command(leader, job, { type: 'SubmitJob', application: applicationAt(plant.now()) })
})
after(() => plant.close())

/** As the test plant's clock stands when it is made. */
const takenAt = Date.UTC(2026, 10, 24, 2)

const gasTest = (change: object = {}) => ({
  type: 'RecordGasTest',
  test: {
    samples: [
      {
        point: 'upper',
        takenAt,
        readings: [{ gas: 'oxygen', value: 20.8, unit: 'percent-vol' }],
      },
    ],
    instrument: 'GD-01',
    analyst: cast.analyst.number,
    position: atVessel,
    displayPicture: 'picture',
    ...change,
  },
})
const { latitude, longitude } = atVessel
const sample = (change: object) => {
  const [first] = gasTest().test.samples
  return { samples: [{ ...first, ...change }] }
}

describe('a record from the site', () => {
  for (const [what, change, path] of [
    ['with a position without accuracy', { position: { latitude, longitude } }, 'test.position.accuracyMetres'],
    ['from beyond the poles', { position: { ...atVessel, latitude: 91 } }, 'test.position.latitude'],
    ['with a sample of another century', sample({ takenAt: 9_000_000_000_000 }), 'test.samples.0.takenAt'],
    ['with a sample that measured nothing', sample({ readings: [] }), 'test.samples.0.readings'],
    [
      'with a reading that is no number',
      sample({ readings: [{ gas: 'oxygen', value: '20.8', unit: 'percent-vol' }] }),
      'test.samples.0.readings.0.value',
    ],
    [
      'in a unit that nobody knows',
      sample({ readings: [{ gas: 'oxygen', value: 20.8, unit: 'percent' }] }),
      'test.samples.0.readings.0.unit',
    ],
    ['without a picture', { displayPicture: '' }, 'test.displayPicture'],
  ] as const)
    test(`${what} is a problem that names the field`, async () => {
      const { status, body } = await plant.command(analyst, job, gasTest(change))
      assert.equal(status, 422, JSON.stringify(body))
      assert.ok(
        (body['fields'] as { path: string }[]).some((field) => field.path === path),
        JSON.stringify(body['fields']),
      )
    })

  test('is refused before the job is approved, and not lost as a failure of the server', async () => {
    const { status, body } = await plant.command(analyst, job, gasTest())
    assert.equal(status, 409)
    assert.deepEqual(
      (body['refusals'] as { code: string }[]).map(({ code }) => code),
      ['job-in-wrong-state'],
    )
  })

  test('of a snapshot is the guardian’s alone', async () => {
    const snapshot = { workFace: 'a', guardian: 'b', capturedAt: plant.now() }
    assert.equal((await plant.command(analyst, job, { type: 'RecordSnapshot', snapshot })).status, 403)
    assert.equal((await plant.command(guardian, job, { type: 'RecordSnapshot', snapshot })).status, 409)
  })
})

describe('a scanned code', () => {
  const read = (text: string) => plant.request('/api/codes/read', { cookie: guardian, body: { text } })

  test('of a server that is not ours is forged, whatever plant it names', async () => {
    const foreign = createCodeSigner(deriveSigningKey(new Uint8Array(32).fill(7), 'signed-code'))
    const { status, body } = await read(foreign.sign({ kind: 'fan', plantId: 'farbridge', id: 'FAN-R-102' }))
    assert.deepEqual([status, body['code']], [422, 'code-forged'])
  })

  test('that is an ordinary web address, empty or endless is a problem', async () => {
    assert.deepEqual((await read('https://example.org')).body['code'], 'code-unreadable')
    for (const text of ['', 'x'.repeat(601)]) assert.equal((await read(text)).status, 422)
  })
})
