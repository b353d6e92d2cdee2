import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { minuteMs } from '#core/time/epoch.ts'
import { handInPicture } from '../testing/hand-in-picture.ts'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'pictured-at-work'
let plant: TestPlant
let as: AsLogin

before(async () => {
  plant = await createTestPlant()
  as = await startJob(plant, job)
  plant.pass(30)
})
after(() => plant.close())

const picture = (
  about: { readonly at?: typeof atVessel; readonly takenAt?: number } = { at: atVessel },
  who = 'guardian',
) => handInPicture(plant, as[who] ?? '', { job, step: 'snapshot', ...about })
const snapshot = async (workFace: string, guardian: string, capturedAt: number = plant.now()) => {
  const { status, body } = await plant.command(as['guardian'] ?? '', job, {
    type: 'RecordSnapshot',
    snapshot: { workFace, guardian, capturedAt },
  })
  return [status, ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code)]
}
const lastEvent = async () => {
  const { body } = await plant.request(`/api/jobs/${job}`, { cookie: as['guardian'] ?? '' })
  return body['history'].at(-1).event as { readonly type: string; readonly placing?: string }
}

describe('a snapshot', () => {
  test('is of the moment at which its pictures were taken, whatever the phone says', async () => {
    const [face, front] = [await picture(), await picture()]
    assert.deepEqual(await snapshot(face, front, plant.now() - 25 * minuteMs), [409, ['snapshot-time-differs']])
    assert.deepEqual(await snapshot(face, front), [200, []])
    assert.deepEqual(await lastEvent().then(({ type, placing }) => [type, placing]), ['SnapshotTaken', undefined])
  })

  test('is of the guardian who hands it in, and of the place', async () => {
    const elsewhere = { ...atVessel, latitude: atVessel.latitude + 0.01 }
    assert.deepEqual(await snapshot(await picture(undefined, 'leader'), await picture()), [
      409,
      ['evidence-of-another-person'],
    ])
    assert.deepEqual(await snapshot(await picture({ at: elsewhere }), await picture()), [
      409,
      ['evidence-taken-elsewhere'],
    ])
  })

  test('whose pictures do not say where they were taken is kept, and its history says so', async () => {
    assert.deepEqual(await snapshot(await picture({}), await picture()), [200, []])
    assert.deepEqual(await lastEvent().then(({ type, placing }) => [type, placing]), ['SnapshotTaken', 'unclear'])
  })
})
