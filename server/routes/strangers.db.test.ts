import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'not-theirs'
let plant: TestPlant
let as: AsLogin
/** Leads a crew of the same plant, and has nothing to do with this job. */
let stranger = ''

before(async () => {
  plant = await createTestPlant()
  as = await startJob(plant, job)
  stranger = await plant.signIn('supply')
})
after(() => plant.close())

const asked = async (cookie: string | undefined, body: object) => {
  const answer = await plant.command(cookie ?? '', job, body)
  const refusals = (answer.body['refusals'] ?? []) as { code: string; params: object; remedies: string[] }[]
  return { status: answer.status, refusals, codes: refusals.map(({ code }) => code) }
}
const readings = [
  { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
  { gas: 'methanol', value: 2, unit: 'percent-lel' },
  { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
]
const testedBy = async (analyst: string, picture: string) => ({
  type: 'RecordGasTest',
  test: {
    samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: plant.now(), readings })),
    instrument: 'GD-01',
    analyst,
    position: atVessel,
    displayPicture: await plant.capture(job, 'gas-test', picture),
  },
})

describe('somebody who has no part in a job', () => {
  test('does not end it, count anybody into it or look after its fire, and is told by name', async () => {
    const ended = await asked(stranger, { type: 'FinishWork' })
    assert.deepEqual([ended.status, ended.codes], [409, ['not-this-role']])
    assert.deepEqual(ended.refusals[0]?.remedies, ['swap-person'])
    const entering = { what: { person: cast['welder-qualified'].number }, direction: 'in' }
    assert.deepEqual((await asked(stranger, { type: 'RecordPassage', passage: entering })).codes, ['not-this-role'])
    assert.equal((await asked(as['leader'], { type: 'RecordPassage', passage: entering })).status, 200)
    // Going out is never held up.
    const leaving = { ...entering, direction: 'out' }
    assert.equal((await asked(stranger, { type: 'RecordPassage', passage: leaving })).status, 200)
  })

  test('is no analyst of it, whether the plant knows them or not', async () => {
    const unknown = await asked(as['analyst'], await testedBy('nobody-at-all', 'display-1'))
    assert.deepEqual([unknown.status, unknown.codes[0]], [409, 'person-unknown'])
    const untrained = await asked(as['analyst'], await testedBy(cast['fitter-training-missing'].number, 'display-2'))
    assert.deepEqual(untrained.codes, ['not-this-role', 'training-missing'])
    assert.deepEqual(untrained.refusals[0]?.params, {
      person: cast['fitter-training-missing'].number,
      role: 'gas-analyst',
    })
    assert.equal((await asked(as['analyst'], await testedBy(cast.analyst.number, 'display-3'))).status, 200)
  })

  test('and the job is ended, watched and cleared by its own people', async () => {
    assert.equal((await asked(as['leader'], { type: 'FinishWork' })).status, 200)
    assert.deepEqual((await asked(stranger, { type: 'RecordFireWatch', isCalm: true })).codes, ['not-this-role'])
    const pictures = [await plant.capture(job, 'close-out', 'clean')]
    assert.ok((await asked(stranger, { type: 'RecordResidue', pictures })).codes.includes('not-this-role'))
    assert.equal((await asked(as['guardian'], { type: 'RecordResidue', pictures })).status, 200)
    assert.equal((await asked(as['guardian'], { type: 'RecordFireWatch', isCalm: true })).status, 200)
  })
})
