import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { handInPicture } from '../testing/hand-in-picture.ts'
import { prepareJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'scanned-fan'
const fan = 'FAN-R-102'
let plant: TestPlant
let as: AsLogin

before(async () => {
  plant = await createTestPlant()
  as = await prepareJob(plant, job)
})
after(() => plant.close())

const capture = (about: { readonly code?: string; readonly at?: typeof atVessel }): Promise<string> =>
  handInPicture(plant, as['guardian'] ?? '', { job, step: 'ventilation', ...about })

const ventilate = async (scan: string) => {
  const { status, body } = await plant.command(as['guardian'] ?? '', job, {
    type: 'RecordVentilation',
    ventilation: {
      fan,
      scan,
      runningPicture: await capture({ at: atVessel }),
      position: atVessel,
      startedAt: plant.now(),
    },
  })
  return [status, ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code)]
}
const codeOf = (id: string, kind: 'fan' | 'detector' = 'fan') => plant.codes.sign({ kind, plantId: demoPlant, id })

describe('what was scanned for the picture of a fan', () => {
  test('is kept by the server and has to be the fan that the record names', async () => {
    assert.deepEqual(await ventilate(await capture({ code: codeOf(fan), at: atVessel })), [200, []])
    assert.deepEqual(await ventilate(await capture({ code: codeOf('FAN-R-101'), at: atVessel })), [
      409,
      ['fan-scanned-is-another'],
    ])
    assert.deepEqual(await ventilate(await capture({ code: codeOf(fan, 'detector'), at: atVessel })), [
      409,
      ['fan-scanned-is-another'],
    ])
    assert.deepEqual(await ventilate(await capture({ at: atVessel })), [409, ['fan-not-scanned']])
  })

  test('counts only where it was scanned at the site', async () => {
    const office = { ...atVessel, latitude: atVessel.latitude + 0.01 }
    assert.deepEqual(await ventilate(await capture({ code: codeOf(fan), at: office })), [
      409,
      ['evidence-taken-elsewhere'],
    ])
    assert.deepEqual(await ventilate(await capture({ code: codeOf(fan) })), [409, ['evidence-place-unknown']])
  })
})
