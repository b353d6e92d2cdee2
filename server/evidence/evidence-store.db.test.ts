import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import sharp from 'sharp'
import type { EvidenceRefusalCode } from '#core/evidence/evidence-refusal.ts'
import { id, type JobId, type PersonId, type PlantId } from '#core/ids.ts'
import { addHours, addMinutes, dayMs, epochMs } from '#core/time/epoch.ts'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import { createDatabase, type Database } from '../store/database.ts'
import {
  type Claim,
  createEvidenceStore,
  type EvidenceStore,
  type Receipt,
  type TicketRequest,
} from './evidence-store.ts'
import { readEvidenceOf } from './evidence-rows.ts'
import { drawScene, sceneJpeg } from './examples.ts'
import { nearSearch } from './find-reuse.ts'
import { type CodeSigner, createCodeSigner } from './signed-code.ts'
import { deriveSigningKey } from './signing-key.ts'

const plant = id<PlantId>('farbridge')
const otherPlant = id<PlantId>('farbridge-south')
const job = id<JobId>('job-1')
const guardian = id<PersonId>('guardian-1')
const noon = epochMs(Date.UTC(2026, 10, 24, 4))
const here = { latitude: 30.1, longitude: 121.2, accuracyMetres: 8 }

let test_: TestDatabase
let database: Database
let dataDir = ''
let evidence: EvidenceStore

before(async () => {
  test_ = await createTestDatabase()
  database = createDatabase(test_)
  for (const plantId of [plant, otherPlant]) {
    await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'g', $1, 'Asia/Shanghai')`,
      [plantId],
    )
  }
  dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-evidence-'))
})
after(async () => {
  await database.close()
  await test_.close()
  await rm(dataDir, { recursive: true })
})
let codes: CodeSigner
beforeEach(() => {
  const serverKey = randomBytes(32)
  codes = createCodeSigner(deriveSigningKey(serverKey, 'signed-code'))
  evidence = createEvidenceStore({ dataDir, serverKey, codes })
})

const request: TicketRequest = {
  jobId: job,
  step: 'snapshot.work-face',
  personId: guardian,
  now: noon,
  expiresInMinutes: 10,
}
const issue = (changes: Partial<TicketRequest> = {}, plantId = plant) =>
  database.withPlant(plantId, (tx) => evidence.issueCaptureTicket(tx, { ...request, ...changes }))

const claimWith = (token: string, changes: Partial<Claim> = {}): Claim => ({
  token,
  jobId: job,
  step: 'snapshot.work-face',
  personId: guardian,
  source: 'camera',
  capturedAt: addMinutes(noon, 1),
  position: here,
  scannedText: null,
  now: addMinutes(noon, 2),
  ...changes,
})

const hand = async (bytes: Buffer, claim: Claim, plantId = plant): Promise<Receipt> => {
  const upload = await evidence.inspect(bytes, 'image/jpeg')
  return database.withPlant(plantId, (tx) => evidence.receive(tx, upload, claim))
}

const take = async (bytes: Buffer, changes: Partial<Claim> = {}) => {
  const receipt = await hand(bytes, claimWith((await issue()).token, changes))
  assert.ok(receipt.accepted, JSON.stringify(receipt))
  return receipt
}

const codesOf = (receipt: Receipt): readonly EvidenceRefusalCode[] =>
  receipt.accepted ? [] : receipt.refusals.map(({ code }) => code)

let seed = 1000
/** A picture that no other test has handed in. */
const freshPicture = () => sceneJpeg((seed += 1))

describe('a picture handed in on its ticket', () => {
  test('becomes evidence of that job, step and person, and is kept to the byte', async () => {
    const bytes = await freshPicture()
    const { evidence: kept, delayMinutes, isRepeat } = await take(bytes)
    assert.deepEqual([kept.jobId, kept.step, kept.personId], [job, 'snapshot.work-face', guardian])
    assert.deepEqual([kept.reuse, kept.position, delayMinutes, isRepeat], [{ kind: 'none' }, here, 1, false])
    assert.deepEqual(await evidence.readOriginal(plant, kept), bytes)
    const found = await database.withPlant(plant, (tx) => evidence.find(tx, kept.id))
    assert.deepEqual(found, kept)
  })

  test('that comes in a day late counts at the time it was taken, and shows the delay', async () => {
    const { evidence: kept, delayMinutes } = await take(await freshPicture(), { now: addHours(noon, 24) })
    assert.equal(kept.capturedAt, addMinutes(noon, 1))
    assert.equal(delayMinutes, 24 * 60 - 1)
  })

  test('sent again gives the same receipt and keeps nothing more', async () => {
    const { token } = await issue()
    const bytes = await freshPicture()
    const first = await hand(bytes, claimWith(token))
    const second = await hand(bytes, claimWith(token, { now: addMinutes(noon, 30) }))
    assert.ok(first.accepted && second.accepted)
    assert.deepEqual([second.evidence, second.isRepeat], [first.evidence, true])
  })

  test('sent many times at once is one piece of evidence', async () => {
    const { token } = await issue()
    const bytes = await freshPicture()
    const receipts = await Promise.all(Array.from({ length: 6 }, () => hand(bytes, claimWith(token))))
    const ids = new Set(receipts.map((receipt) => (receipt.accepted ? receipt.evidence.id : 'refused')))
    assert.equal(ids.size, 1)
    assert.equal(receipts.filter((receipt) => receipt.accepted && !receipt.isRepeat).length, 1)
  })

  test('is refused with other content on a used ticket, of two at once exactly one wins', async () => {
    const { token } = await issue()
    const pictures = await Promise.all([freshPicture(), freshPicture()])
    const receipts = await Promise.all(pictures.map((bytes) => hand(bytes, claimWith(token))))
    assert.deepEqual(receipts.flatMap(codesOf), ['capture-ticket-used'])
  })

  test('is refused with every reason at once', async () => {
    const { token } = await issue()
    const receipt = await hand(
      Buffer.from('GIF89a'),
      claimWith(token, {
        jobId: id<JobId>('job-2'),
        step: 'gas.display',
        source: 'gallery',
        personId: id<PersonId>('somebody'),
      }),
    )
    assert.deepEqual(codesOf(receipt), [
      'picture-type-unfit',
      'capture-not-in-app',
      'capture-ticket-other-job',
      'capture-ticket-other-step',
      'capture-ticket-other-person',
    ])
  })

  const refusing: readonly (readonly [string, Partial<Claim>, EvidenceRefusalCode])[] = [
    ['another job', { jobId: id<JobId>('job-2') }, 'capture-ticket-other-job'],
    ['another step', { step: 'gas.display' }, 'capture-ticket-other-step'],
    ['another person', { personId: id<PersonId>('somebody') }, 'capture-ticket-other-person'],
    [
      'a picture taken after the end',
      { capturedAt: addMinutes(noon, 11), now: addMinutes(noon, 12) },
      'capture-ticket-expired',
    ],
    ['a picture from the future', { capturedAt: addMinutes(noon, 5) }, 'capture-from-the-future'],
    ['a picture from before', { capturedAt: addMinutes(noon, -5) }, 'capture-ticket-not-yet-valid'],
    ['a picture from the gallery', { source: 'gallery' }, 'capture-not-in-app'],
    ['a token that is none', { token: 'HPT1.e30.AAAA' }, 'capture-ticket-unknown'],
  ]
  for (const [what, changes, code] of refusing) {
    test(`is refused for ${what}, and the ticket stays unused`, async () => {
      const { token } = await issue()
      assert.deepEqual(codesOf(await hand(await freshPicture(), claimWith(token, changes))), [code])
      assert.deepEqual(codesOf(await hand(await freshPicture(), claimWith(token))), [])
    })
  }

  test('is refused in another plant, which learns nothing of the ticket', async () => {
    const { token } = await issue()
    const receipt = await hand(await freshPicture(), claimWith(token, { step: 'other' }), otherPlant)
    assert.deepEqual(codesOf(receipt), ['capture-ticket-unknown'])
  })

  test('is refused on a sealed ticket that was never issued', async () => {
    const token = await database
      .withPlant(plant, async (tx) => {
        const issued = await evidence.issueCaptureTicket(tx, request)
        throw Object.assign(new Error('rolled back'), { token: issued.token })
      })
      .catch((error: Error & { token: string }) => error.token)
    assert.deepEqual(codesOf(await hand(await freshPicture(), claimWith(token))), ['capture-ticket-unknown'])
  })

  test('leaves nothing half done when the transaction fails', async () => {
    const { token } = await issue()
    const upload = await evidence.inspect(await freshPicture(), undefined)
    const failing = database.withPlant(plant, async (tx) => {
      await evidence.receive(tx, upload, claimWith(token))
      throw new Error('the event could not be appended')
    })
    await assert.rejects(failing, /could not be appended/)
    const receipt = await database.withPlant(plant, (tx) => evidence.receive(tx, upload, claimWith(token)))
    assert.ok(receipt.accepted && !receipt.isRepeat)
  })
})

describe('a scan handed in with a picture', () => {
  test('says which fan it was, and a foreign or false code is refused', async () => {
    const scannedText = codes.sign({ kind: 'fan', plantId: plant, id: 'FAN-3' })
    const { evidence: kept } = await take(await freshPicture(), { scannedText })
    assert.deepEqual(kept.scanned, { kind: 'fan', id: 'FAN-3' })
    assert.deepEqual((await database.withPlant(plant, (tx) => evidence.find(tx, kept.id)))?.scanned, kept.scanned)

    const foreign = codes.sign({ kind: 'fan', plantId: otherPlant, id: 'FAN-3' })
    const refusing = {
      [foreign]: 'code-of-another-plant',
      [`${scannedText}x`]: 'code-unreadable',
      'FAN-3': 'code-unreadable',
    }
    for (const [text, code] of Object.entries(refusing)) {
      const receipt = await hand(await freshPicture(), claimWith((await issue()).token, { scannedText: text }))
      assert.deepEqual(codesOf(receipt), [code])
    }
  })
})

describe('a picture handed in before', () => {
  test('is the same when the file is the same, however old', async () => {
    const bytes = await freshPicture()
    const first = await take(bytes)
    const years = epochMs(noon + 3 * 365 * dayMs)
    const { token } = await issue({ now: years })
    const again = await hand(bytes, claimWith(token, { capturedAt: years, now: years }))
    assert.ok(again.accepted)
    assert.deepEqual(again.evidence.reuse, { kind: 'same', earlier: first.evidence.id })
  })

  test('is near when it was encoded anew or scaled, and another scene is not', async () => {
    const number = (seed += 1)
    const first = await take(await sceneJpeg(number))
    const anew = await take(await drawScene(number).resize(800).jpeg({ quality: 60 }).toBuffer())
    assert.deepEqual(anew.evidence.reuse, { kind: 'near', earlier: first.evidence.id })
    assert.deepEqual((await take(await freshPicture())).evidence.reuse, { kind: 'none' })
  })

  test('is found when both come in at the same moment', async () => {
    const number = (seed += 1)
    const tickets = [await issue(), await issue()]
    const pictures = [await sceneJpeg(number), await drawScene(number).jpeg({ quality: 50 }).toBuffer()]
    const receipts = await Promise.all(
      tickets.map(({ token }, i) => hand(pictures[i] ?? Buffer.alloc(0), claimWith(token))),
    )
    const kinds = receipts.map((receipt) => (receipt.accepted ? receipt.evidence.reuse.kind : 'refused'))
    assert.deepEqual(kinds.toSorted(), ['near', 'none'])
  })

  test('is not looked for in another plant', async () => {
    const bytes = await freshPicture()
    await take(bytes)
    const { token } = await issue({}, otherPlant)
    const receipt = await hand(bytes, claimWith(token), otherPlant)
    assert.ok(receipt.accepted)
    assert.deepEqual(receipt.evidence.reuse, { kind: 'none' })
  })

  test('is not said of two pictures in the dark', async () => {
    const dark = (number: number) => drawScene(number).linear(0.03, 0).jpeg().toBuffer()
    await take(await dark(71))
    const { evidence: second } = await take(await dark(72))
    assert.deepEqual([second.reuse, second.fingerprint, second.clarity.advice], [{ kind: 'none' }, null, ['dark']])
  })

  test('is only like another within the window that is searched', async () => {
    const number = (seed += 1)
    await take(await sceneJpeg(number))
    const later = epochMs(noon + (nearSearch.windowDays + 1) * dayMs)
    const { token } = await issue({ now: later })
    const receipt = await hand(
      await drawScene(number).jpeg({ quality: 50 }).toBuffer(),
      claimWith(token, { capturedAt: later, now: later }),
    )
    assert.ok(receipt.accepted)
    assert.deepEqual(receipt.evidence.reuse, { kind: 'none' })
  })
})

describe('evidence that is shown', () => {
  test('is drawn once and then taken from its copy, another caption is another copy', async () => {
    const { evidence: kept } = await take(await freshPicture())
    const view = { size: 'full', caption: ['动火 DH-1', '2026-11-24 12:01:00 +08:00'] } as const
    const [first, second] = await Promise.all([
      evidence.readServed(plant, kept, view),
      evidence.readServed(plant, kept, view),
    ])
    assert.deepEqual(first, second)
    const other = await evidence.readServed(plant, kept, { ...view, caption: ['动火 DH-2'] })
    assert.notEqual(Buffer.compare(first, other), 0)
    assert.equal((await sharp(first).metadata()).exif, undefined)
    const copies = (await readdir(join(dataDir, 'evidence', 'served'), { recursive: true })).filter((name) =>
      name.includes('/'),
    )
    assert.equal(copies.length, 2)
  })

  test('is listed by job in the order in which it was captured', async () => {
    const jobId = id<JobId>('job-listed')
    for (const minute of [3, 1, 2]) {
      const { token } = await issue({ jobId })
      const capturedAt = addMinutes(noon, minute)
      assert.ok(
        (await hand(await freshPicture(), claimWith(token, { jobId, capturedAt, now: addMinutes(noon, 5) }))).accepted,
      )
    }
    const listed = await database.withPlant(plant, (tx) => readEvidenceOf(tx, jobId))
    assert.deepEqual(
      listed.map(({ capturedAt }) => capturedAt),
      [1, 2, 3].map((minute) => addMinutes(noon, minute)),
    )
    assert.deepEqual(await database.withPlant(otherPlant, (tx) => readEvidenceOf(tx, jobId)), [])
  })

  test('cannot be changed or deleted by the application', async () => {
    await assert.rejects(
      database.withPlant(plant, (tx) => tx.query(`update evidence set step = 'x'`)),
      /permission denied/,
    )
    await assert.rejects(
      database.withPlant(plant, (tx) => tx.query('delete from evidence')),
      /permission denied/,
    )
  })
})
