import assert from 'node:assert/strict'
import type { Position } from '#core/place/position.ts'
import { sceneJpeg } from '../evidence/examples.ts'
import type { TestPlant } from './test-plant.ts'

let pictures = 0

/** A picture as a phone hands it in: on a ticket of its own, with what was scanned for it, by the camera or by a scanner that types. */
export const handInPicture = async (
  plant: TestPlant,
  cookie: string,
  { job, step, takenAt, at, code }: Handed,
): Promise<string> => {
  pictures += 1
  const { body } = await plant.request(`/api/jobs/${job}/capture-tickets`, { cookie, body: { step } })
  const response = await plant.app.request('/api/evidence', {
    method: 'POST',
    headers: {
      'content-type': 'image/jpeg',
      cookie,
      'idempotency-key': `handed-in-${pictures}`,
      'capture-ticket': body['ticket'],
      'capture-job': job,
      'capture-step': step,
      'capture-source': 'camera',
      'captured-at': String(takenAt ?? plant.now()),
      ...(at ? { 'capture-position': `${at.latitude},${at.longitude},${at.accuracyMetres}` } : {}),
      ...(code === undefined ? {} : { 'capture-code': code }),
    },
    body: new Uint8Array(await sceneJpeg(pictures)),
  })
  const answer = (await response.json()) as { evidence: { id: string } }
  assert.equal(response.status, 201, JSON.stringify(answer))
  return answer.evidence.id
}

type Handed = {
  readonly job: string
  readonly step: string
  readonly takenAt?: number
  readonly at?: Position
  readonly code?: string
}
