import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant, southPlant } from '#demo/load-plant.ts'
import { hourMs } from '#core/time/epoch.ts'
import { pdfOf, zipOf } from '../documents/examples.ts'
import { problemsZhCn } from '#core/messages/requests/problems.zh-cn.ts'
import { documentLimits } from '../documents/inspect-document.ts'
import { hashOf } from '../evidence/content-store.ts'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

/** A written plan on its way from the leader's phone to those who approve it. */
describe('plans over HTTP', () => {
  let plant: TestPlant
  const as: { [login: string]: string } = {}
  const job = 'special'
  let keys = 0

  before(async () => {
    plant = await createTestPlant()
    for (const login of ['leader', 'welder', 'safety', 'contractor']) as[login] = await plant.signIn(login)
    // Until eight in the evening: at night the hot work is of the special level.
    const window = { from: plant.now() + 4 * hourMs, to: plant.now() + 10 * hourMs }
    const sent = await plant.command(as['leader'] ?? '', job, {
      type: 'SubmitJob',
      application: applicationAt(plant.now(), { window }),
    })
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
  })
  after(() => plant.close())

  const upload = async (bytes: Buffer, options: { login?: string; name?: string; job?: string; key?: string } = {}) => {
    const response = await plant.app.request(`/api/jobs/${options.job ?? job}/documents`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        cookie: as[options.login ?? 'leader'] ?? '',
        'document-name': encodeURIComponent(options.name ?? '特级动火方案.pdf'),
        'idempotency-key': options.key ?? `document-key-${++keys}`,
      },
      body: new Uint8Array(bytes),
    })
    return { status: response.status, body: (await response.json()) as Record<string, never> }
  }
  const codes = async (): Promise<readonly string[]> =>
    (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body['readiness'].gate.refusals.map(
      ({ code }: { code: string }) => code,
    )
  const record = (document: object) =>
    plant.command(as['leader'] ?? '', job, {
      type: 'RecordPreparation',
      operation: 'hot-work',
      preparation: 'work-plan',
      content: { kind: 'plan', text: '', document },
    })
  const about = { title: '特级动火方案', drawnUpBy: '李工', approvedBy: '王总', approvedOn: '2026-11-23' }

  test('special hot work is not approved without the file of its plan', async () => {
    assert.ok((await codes()).includes('plan-not-uploaded'))
  })

  test('a file is taken by what it is and kept to the byte, once for a key', async () => {
    const bytes = pdfOf('特级')
    const first = await upload(bytes, { key: 'document-once' })
    assert.equal(first.status, 201, JSON.stringify(first.body))
    assert.deepEqual((await upload(bytes, { key: 'document-once' })).body, first.body)
    const got = await plant.app.request(`/api/documents/${String(first.body['document'])}`, {
      headers: { cookie: as['safety'] ?? '' },
    })
    assert.equal(got.status, 200)
    assert.equal(hashOf(Buffer.from(await got.arrayBuffer())), hashOf(bytes))
    assert.match(got.headers.get('content-disposition') ?? '', /^attachment/)
    assert.equal(got.headers.get('x-content-type-options'), 'nosniff')
  })

  test('another kind under a right name, a torn, empty, too large or unfolding file is refused with what may be', async () => {
    const word = { '[Content_Types].xml': 9, 'word/document.xml': 9 }
    for (const [bytes, code] of [
      [Buffer.from('<html>plan</html>'), 'document-type-unfit'],
      [zipOf({ 'evil.exe': 4 }), 'document-type-unfit'],
      [pdfOf('x').subarray(0, 60), 'document-damaged'],
      [Buffer.alloc(0), 'document-empty'],
      [Buffer.concat([pdfOf('x'), Buffer.alloc(documentLimits.bytesMax)]), 'document-too-large'],
      [Buffer.concat([pdfOf('x'), Buffer.alloc(documentLimits.bytesMax + 200_000)]), 'document-too-large'],
      [zipOf({ ...word, bomb: 0xfffffff0 }), 'document-unfolds-too-far'],
      [zipOf({ ...word, 'word/vbaProject.bin': 4 }), 'document-has-macros'],
    ] as const) {
      const { status, body } = await upload(bytes)
      assert.deepEqual([status, body['code']], [422, code])
      assert.equal(body['fields']?.[0]?.['message'], problemsZhCn[code])
    }
    assert.equal((await upload(pdfOf('x'), { name: ' ' })).status, 422)
    assert.equal((await upload(pdfOf('x'), { login: 'welder' })).status, 403)
    assert.equal((await upload(pdfOf('x'), { login: 'contractor' })).status, 403)
    assert.equal((await upload(pdfOf('x'), { job: 'of-nobody' })).status, 404)
  })

  test('only a file of this job stands in its papers, with its hash in the history', async () => {
    await plant.command(as['leader'] ?? '', 'other', {
      type: 'SubmitJob',
      application: applicationAt(plant.now(), { place: 'road-south' }),
    })
    const { body: own } = await upload(pdfOf('own'))
    const foreign = await plant.document('other')
    for (const id of [foreign, 'never-uploaded']) {
      const refused = await record({ id, ...about })
      assert.deepEqual([refused.status, refused.body['refusals'][0].code], [409, 'plan-document-unknown'])
    }
    assert.equal((await record({ id: own['document'], ...about, approvedOn: '2026-12-01' })).status, 200)
    assert.ok((await codes()).includes('plan-not-approved-yet'))
    assert.equal((await record({ id: own['document'], ...about })).status, 200)
    assert.ok(!(await codes()).some((code) => code.startsWith('plan-')))
    const exported = await plant.request(`/api/jobs/${job}/history`, { cookie: as['safety'] ?? '' })
    assert.ok(JSON.stringify(exported.body).includes(hashOf(pdfOf('own'))))
    assert.equal((await record({ id: own['document'], ...about, file: { contentHash: 'x' } })).status, 422)
    assert.equal((await record({ id: own['document'], ...about, approvedBy: ' ' })).status, 422)
  })

  test('a plan is unknown in any other plant', async () => {
    const { rows } = await plant.database.withPlant(demoPlant, (tx) =>
      tx.query<{ document_id: string }>('select document_id from documents where plant_id = $1 limit 1', [tx.plantId]),
    )
    const south = await plant.database.withPlant(southPlant, (tx) =>
      tx.query('select from documents where document_id = $1', [rows[0]?.document_id]),
    )
    assert.equal(south.rowCount, 0)
    const missing = await plant.request('/api/documents/never', { cookie: as['safety'] ?? '' })
    assert.equal(missing.status, 404)
  })
})
