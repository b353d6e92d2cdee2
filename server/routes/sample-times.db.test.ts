import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hourMs, minuteMs } from '#core/time/epoch.ts'
import { prepareJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

/** Over HTTP and at a job that waits for nothing else, so that the time alone decides. */
describe('a gas sample', () => {
  const job = 'sampled'
  let plant: TestPlant
  let as: AsLogin
  before(async () => {
    plant = await createTestPlant()
    as = await prepareJob(plant, job)
  })
  after(() => plant.close())

  let pictures = 0
  const record = async (takenAt: number, occurredAt: number) =>
    plant.command(as['analyst'] ?? '', job, {
      type: 'RecordGasTest',
      occurredAt,
      test: {
        samples: [{ point: 'upper', takenAt, readings: [{ gas: 'oxygen', value: 20.8, unit: 'percent-vol' }] }],
        instrument: 'GD-01',
        analyst: cast.analyst.number,
        position: atVessel,
        displayPicture: await plant.capture(job, 'gas-test', `sample-times-${++pictures}`),
      },
    })
  const versionOf = async () =>
    (await plant.request(`/api/jobs/${job}`, { cookie: as['analyst'] ?? '' })).body['history'].length as number

  test('from the future is refused with the point and the way out, and is not in the history', async () => {
    const before = await versionOf()
    const { status, body } = await record(plant.now() + hourMs, plant.now())
    assert.equal(status, 409)
    const [refusal] = body['refusals'] as { code: string; params: object; remedies: unknown[] }[]
    assert.equal(refusal?.code, 'gas-sample-future')
    assert.deepEqual(refusal.params, { gas: 'oxygen', point: 'upper' })
    assert.ok(refusal.remedies.length > 0)
    assert.equal(await versionOf(), before)
  })

  test('by a phone whose clock is an hour ahead is refused as well', async () => {
    const { status, body } = await record(plant.now() + hourMs, plant.now() + hourMs)
    assert.deepEqual([status, body['refusals'][0].code], [409, 'happened-in-the-future'])
  })

  test('of a minute ago is taken', async () => {
    assert.equal((await record(plant.now() - minuteMs, plant.now())).status, 200)
  })
})
