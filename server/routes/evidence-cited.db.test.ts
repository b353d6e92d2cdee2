import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'cited-once'
let plant: TestPlant
let as: AsLogin

before(async () => {
  plant = await createTestPlant()
  as = await startJob(plant, job)
})
after(() => plant.close())

const codesOf = (body: { readonly [field: string]: unknown }) =>
  ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code)
const snapshot = (workFace: string, guardian: string) => ({
  type: 'RecordSnapshot',
  snapshot: { workFace, guardian, capturedAt: plant.now() },
})
const give = (body: object, key?: string) => plant.command(as['guardian'] ?? '', job, body, key)
const taken = (name: string) => plant.capture(job, 'snapshot', name)

describe('a picture named by its id', () => {
  test('stands for one snapshot, and the same command handed in again is the same snapshot', async () => {
    const first = snapshot(await taken('face-1'), await taken('front-1'))
    const accepted = await give(first, 'first-snapshot')
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
    const repeated = await give(first, 'first-snapshot')
    assert.deepEqual([repeated.status, repeated.body], [200, accepted.body])

    plant.pass(30)
    const replayed = await give(snapshot('face-1', await taken('front-2')))
    assert.equal(replayed.status, 409)
    assert.deepEqual(codesOf(replayed.body), ['evidence-cited-before', 'snapshot-pictures-apart'])
    const twice = await give(snapshot('front-2', 'front-2'))
    assert.deepEqual([twice.status, codesOf(twice.body)], [409, ['evidence-cited-before']])
    const anew = await give(snapshot(await taken('face-2'), 'front-2'))
    assert.equal(anew.status, 200, JSON.stringify(anew.body))
  })

  test('of another job, or of another step of this one, stands for nothing here', async () => {
    const other = await plant.capture('another-job', 'snapshot', 'face-elsewhere')
    const ofStep = await plant.capture(job, 'gas-test', 'display-elsewhere')
    const foreign = await give(snapshot(other, ofStep))
    assert.equal(foreign.status, 409)
    assert.deepEqual(codesOf(foreign.body), ['evidence-of-another-job', 'evidence-of-another-step'])
  })

  test('that was shown at the gas test proves no second one', async () => {
    const { body } = await plant.request(`/api/jobs/${job}`, { cookie: as['guardian'] ?? '' })
    const [first] = body['job'].record.gasTests as { displayPicture: string }[]
    const { by: _by, occurredAt: _at, ...test } = first as Record<string, unknown>
    const again = await plant.command(as['analyst'] ?? '', job, { type: 'RecordGasTest', test })
    assert.deepEqual([again.status, codesOf(again.body)], [409, ['evidence-cited-before']])
    assert.equal(test['analyst'], cast.analyst.number)
  })
})
