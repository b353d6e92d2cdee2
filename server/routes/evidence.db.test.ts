import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import exifr from 'exifr'
import sharp from 'sharp'
import { minuteMs } from '#core/time/epoch.ts'
import { drawScene, sceneJpeg } from '../evidence/examples.ts'
import { applicationAt, atVessel, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const job = 'with-pictures'
let plant: TestPlant
let leader = ''
let guardian = ''

before(async () => {
  plant = await createTestPlant()
  leader = await plant.signIn('leader')
  guardian = await plant.signIn('guardian')
  const { status } = await plant.command(leader, job, { type: 'SubmitJob', application: applicationAt(plant.now()) })
  assert.equal(status, 200)
})
after(() => plant.close())

const askTicket = (cookie = guardian, step: unknown = 'snapshot', of = job) =>
  plant.request(`/api/jobs/${of}/capture-tickets`, { cookie, body: { step } })

let keys = 0
type Headers = Readonly<Record<string, string>>
const headersFor = (ticket: string, changes: Headers = {}): Headers => ({
  'content-type': 'image/jpeg',
  cookie: guardian,
  'idempotency-key': `picture-key-${(keys += 1)}`,
  'capture-ticket': ticket,
  'capture-job': job,
  'capture-step': 'snapshot',
  'capture-source': 'camera',
  'captured-at': String(plant.now()),
  'capture-position': `${atVessel.latitude},${atVessel.longitude},${atVessel.accuracyMetres}`,
  ...changes,
})

/** What of an answer is looked at here. */
type Body = {
  readonly evidence: { readonly id: string; readonly position: object }
  readonly isRepeat: boolean
  readonly code: string
  readonly refusals?: readonly { readonly code: string }[]
  readonly fields: readonly { readonly path: string }[]
}

const upload = async (bytes: Buffer, headers: Headers) => {
  const response = await plant.app.request('/api/evidence', { method: 'POST', headers, body: new Uint8Array(bytes) })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: (await response.json()) as Body,
  }
}
const codesOf = (body: Body) => (body.refusals ?? []).map(({ code }) => code)

let seed = 500
const freshPicture = () => sceneJpeg((seed += 1))
const handIn = async (bytes: Buffer, changes: Headers = {}) => {
  const { body } = await askTicket()
  return upload(bytes, headersFor(body['ticket'] as string, changes))
}

describe('handing in a picture over HTTP', () => {
  test('begins with a ticket, which says what will be written on the picture', async () => {
    const { status, body } = await askTicket()
    assert.equal(status, 201)
    assert.equal(body['expiresAt'], plant.now() + 15 * minuteMs)
    assert.match(body['caption'][0], /^\S+-20261124-\d{3} · \S+-20261124-\d{3}$/)
  })

  test('gives a receipt, shows it in the job, and serves it stripped and written on', async () => {
    const bytes = await drawScene((seed += 1))
      .withExif({ IFD0: { Make: 'Huawei' } })
      .jpeg()
      .toBuffer()
    const { status, body } = await handIn(bytes)
    assert.equal(status, 201, JSON.stringify(body))
    assert.deepEqual(body.evidence.position, atVessel)
    assert.equal(JSON.stringify(body).includes('Huawei'), false)

    const list = await plant.request(`/api/jobs/${job}/evidence`, { cookie: leader })
    assert.ok(list.body['evidence'].some(({ id }: { id: string }) => id === body.evidence.id))
    const picture = await plant.app.request(`/api/evidence/${body.evidence.id}/picture`, {
      headers: { cookie: leader },
    })
    assert.equal(picture.headers.get('content-type'), 'image/jpeg')
    const served = Buffer.from(await picture.arrayBuffer())
    assert.equal((await sharp(served).metadata()).width, 1200)
    assert.equal(await exifr.parse(served), undefined)
    const small = await plant.app.request(`/api/evidence/${body.evidence.id}/picture?size=thumbnail`, {
      headers: { cookie: leader },
    })
    assert.equal((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width, 360)
  })

  test('gives a repeat its first answer, and refuses its key to another picture', async () => {
    const { body: asked } = await askTicket()
    const headers = headersFor(asked['ticket'] as string)
    const bytes = await freshPicture()
    const [first, second] = [await upload(bytes, headers), await upload(bytes, headers)]
    assert.deepEqual([first.status, second], [201, first])
    const other = await upload(await freshPicture(), headers)
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused'])
    const again = await upload(bytes, { ...headers, 'idempotency-key': 'another-key-1' })
    assert.deepEqual([again.body.evidence, again.body.isRepeat], [first.body.evidence, true])
  })

  test('is refused on a replayed ticket with another picture', async () => {
    const { body: asked } = await askTicket()
    assert.equal((await upload(await freshPicture(), headersFor(asked['ticket'] as string))).status, 201)
    const replayed = await upload(await freshPicture(), headersFor(asked['ticket'] as string))
    assert.deepEqual([replayed.status, codesOf(replayed.body)], [422, ['capture-ticket-used']])
    assert.match(replayed.type, /^application\/problem\+json/)
  })

  test('is refused with all reasons at once, as one problem', async () => {
    const { status, type, body } = await handIn(Buffer.from('GIF89a'), {
      'capture-step': 'gas-test',
      'capture-source': 'gallery',
    })
    assert.equal(status, 422)
    assert.match(type, /^application\/problem\+json/)
    assert.deepEqual(codesOf(body), ['picture-type-unfit', 'capture-not-in-app', 'capture-ticket-other-step'])
  })

  test('is refused for another person’s ticket', async () => {
    const { body: asked } = await askTicket(leader)
    const refused = await upload(await freshPicture(), headersFor(asked['ticket'] as string))
    assert.deepEqual(codesOf(refused.body), ['capture-ticket-other-person'])
  })

  test('is refused when it is too large, with the limit, whether its length is told or not', async () => {
    const bytesMax = 12 * 1024 * 1024
    const just = await handIn(Buffer.alloc(bytesMax + 1, 0xff))
    assert.deepEqual(just.body.refusals, [
      { code: 'picture-too-many-bytes', params: { bytes: bytesMax + 1, bytesMax } },
    ])
    const far = await handIn(Buffer.alloc(bytesMax + 200_000))
    assert.deepEqual([far.status, codesOf(far.body)], [422, ['picture-too-many-bytes']])
  })

  test('is refused when it unfolds beyond bounds', async () => {
    const { status, body } = await handIn(bomb(), { 'content-type': 'image/png' })
    assert.deepEqual([status, codesOf(body)], [422, ['picture-too-many-pixels']])
  })

  const malformed: readonly (readonly [string, Headers, string])[] = [
    ['without a position’s accuracy', { 'capture-position': '30.1,121.2' }, 'capture-position'],
    ['at a place that is none', { 'capture-position': '91,121.2,5' }, 'capture-position'],
    ['at no time', { 'captured-at': 'yesterday' }, 'captured-at'],
    ['for an unknown step', { 'capture-step': 'lunch' }, 'capture-step'],
    ['without a ticket', { 'capture-ticket': '' }, 'capture-ticket'],
    ['without a key', { 'idempotency-key': '' }, 'idempotency-key'],
  ]
  for (const [how, changes, name] of malformed) {
    test(`is a problem that names the field ${name} when it comes ${how}`, async () => {
      const { status, type, body } = await handIn(await freshPicture(), changes)
      assert.equal(status, 422)
      assert.match(type, /^application\/problem\+json/)
      assert.ok(
        body.fields.some(({ path }) => path.startsWith(name)),
        JSON.stringify(body),
      )
    })
  }

  test('from the future is refused, with how far the clock is ahead', async () => {
    const { body } = await handIn(await freshPicture(), { 'captured-at': String(plant.now() + 10 * minuteMs) })
    assert.deepEqual(body.refusals, [{ code: 'capture-from-the-future', params: { aheadSeconds: 600 } }])
  })

  test('whose file the disk has lost is a clear problem, not a failure of the server', async () => {
    const inRegisterOnly = await plant.capture(job, 'snapshot', 'lost-picture')
    const lost = await plant.request(`/api/evidence/${inRegisterOnly}/picture`, { cookie: leader })
    assert.deepEqual([lost.status, lost.body['code']], [404, 'evidence-file-missing'])
  })

  test('needs somebody signed in who takes part', async () => {
    assert.equal((await askTicket('')).status, 401)
    assert.equal((await handIn(await freshPicture(), { cookie: '' })).status, 401)
    assert.equal((await plant.request(`/api/jobs/${job}/evidence`)).status, 401)
    assert.equal((await askTicket(guardian, 'snapshot', 'no-such-job')).status, 404)
    assert.equal((await plant.request('/api/evidence/nothing/picture', { cookie: leader })).status, 404)
  })
})

describe('a printed code over HTTP', () => {
  const draw = (kind: string, id: string, cookie: string) =>
    plant.app.request(`/api/codes/${kind}/${id}`, { headers: { cookie } })

  test('is drawn for what exists, by who may print', async () => {
    const safety = await plant.signIn('safety')
    const fan = (await plant.request('/api/equipment', { cookie: leader })).body['rows'].find(
      ({ kind }: { kind: string }) => kind === 'fan',
    )
    const drawn = await draw('fan', fan.id, safety)
    assert.deepEqual([drawn.status, drawn.headers.get('content-type')], [200, 'image/svg+xml; charset=utf-8'])
    assert.equal((await draw('detector', fan.id, safety)).status, 404)
    assert.equal((await draw('fan', fan.id, guardian)).status, 403)
  })

  test('that is not ours is a problem', async () => {
    const read = await plant.request('/api/codes/read', { cookie: guardian, body: { text: 'https://example.com' } })
    assert.deepEqual([read.status, read.body['code']], [422, 'code-unreadable'])
  })
})

/** 30 000 × 30 000 white points in some hundred kilobytes; its checksums are left out, because nobody should get that far. */
const bomb = (): Buffer => {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13, 0)
  header.write('IHDR', 4, 'latin1')
  header.writeUInt32BE(30_000, 8)
  header.writeUInt32BE(30_000, 12)
  header.set([1, 0, 0, 0, 0], 16)
  const rows = deflateSync(Buffer.alloc(30_000 * 3751))
  const data = Buffer.alloc(8)
  data.writeUInt32BE(rows.byteLength, 0)
  data.write('IDAT', 4, 'latin1')
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header, data, rows, Buffer.alloc(4)])
}
