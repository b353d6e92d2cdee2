import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { sceneJpeg } from '../evidence/examples.ts'
import { pdfText } from '../paper/pdf-text.ts'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

describe('a permit on paper', () => {
  let plant: TestPlant
  let as: AsLogin
  let permits: readonly { readonly id: string; readonly number: string; readonly operation: string }[]
  before(async () => {
    plant = await createTestPlant()
    as = await startJob(plant, 'printed')
    permits = (await plant.request('/api/jobs/printed', { cookie: as['leader'] ?? '' })).body['job'].record.permits
  })
  after(() => plant.close())

  const paperOf = async (permit: string, cookie = as['leader'] ?? '') => {
    const answer = await plant.app.request(`/api/permits/${permit}/paper`, { headers: { cookie } })
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  test('prints each permit of a job as a PDF whose Chinese words can be selected', async () => {
    for (const { id, number, operation } of permits) {
      const { status, bytes } = await paperOf(id)
      assert.equal(status, 200)
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
      const characters = selectableCharacters(bytes)
      const title = operation === 'hot-work' ? '动火安全作业票' : '受限空间安全作业票'
      for (const character of `${title}第一二三联监护人更换人孔法兰${number}`)
        assert.ok(characters.has(character), `${operation}: ${character}`)
    }
    assert.deepEqual(permits.map(({ operation }) => operation).toSorted(), ['confined-space', 'hot-work'])
  })

  test('knows no permit that does not exist, and shows nothing to whoever is not signed in', async () => {
    assert.equal((await paperOf('never-issued')).status, 404)
    assert.equal((await paperOf(permits[0]?.id ?? '', '')).status, 401)
  })

  test("shows a contractor no paper of another firm's work", async () => {
    const contractor = await plant.signIn('contractor')
    for (const { id } of permits) assert.equal((await paperOf(id, contractor)).status, 404)
  })

  test('shows the hand that somebody drew on a signature, and prints without it once its file is gone', async () => {
    const job = 'printed'
    const { guardian = '' } = as
    const page = async () => (await plant.request(`/api/jobs/${job}`, { cookie: guardian })).body
    const signWith = async (handwriting: string): Promise<string> => {
      plant.pass(1)
      const { contentHash } = (await page())['readiness']
      const signed = { ...signature, handwriting, contentHash: contentHash.briefing }
      const body = { type: 'SignBriefing', as: 'briefed', signature: signed }
      assert.equal((await plant.command(guardian, job, body)).status, 200)
      return pdfText((await paperOf(permits[0]?.id ?? '')).bytes).join('')
    }
    const drawn = await signWith(await handIn(plant, guardian, job))
    assert.equal(drawn.split('▣').length - 1, 3)
    // As a capture whose file somebody lost: only its receipt is there.
    const lost = await signWith(await plant.capture(job, 'signature', 'lost-hand'))
    assert.ok(lost.includes('（手写签名原件未保留）') && !lost.includes('▣'))
  })

  test('tells whoever scans its code the state and the last hash, and names nobody', async () => {
    const { id, number } = permits[0]!
    const address = plant.paperCodes.addressOf('', 'farbridge', id)
    const { status, body } = await plant.request(address)
    assert.equal(status, 200)
    const { body: page } = await plant.request('/api/jobs/printed', { cookie: as['leader'] ?? '' })
    assert.deepEqual(
      [body['number'], body['status'], body['isExpired'], body['lastHash']],
      [number, 'active', false, page['history'].at(-1).hash],
    )
    for (const name of Object.values<string>(page['people'])) assert.ok(!JSON.stringify(body).includes(name), name)
    const shown = await (await plant.app.request(address, { headers: { accept: 'text/html' } })).text()
    assert.match(shown, /作业中/)
  })

  test('answers a code that we did not print as if there were nothing', async () => {
    const { id } = permits[0]!
    const [, ofOther = ''] = plant.paperCodes.addressOf('', 'farbridge', permits[1]?.id ?? '').split('code=')
    for (const code of ['', 'AAAAAAAAAAAAAAAAAAAAAA', ofOther])
      assert.equal((await plant.request(`/verify/farbridge/${id}?code=${code}`)).status, 404, code)
  })
})

/** A drawing as the signature pad sends it. */
const handIn = async (plant: TestPlant, cookie: string, job: string): Promise<string> => {
  const { body: asked } = await plant.request(`/api/jobs/${job}/capture-tickets`, {
    cookie,
    body: { step: 'signature' },
  })
  const answer = await plant.app.request('/api/evidence', {
    method: 'POST',
    headers: {
      'content-type': 'image/jpeg',
      cookie,
      'idempotency-key': 'hand-of-the-guardian',
      'capture-ticket': String(asked['ticket']),
      'capture-job': job,
      'capture-step': 'signature',
      'capture-source': 'camera',
      'captured-at': String(plant.now()),
    },
    body: new Uint8Array(await sceneJpeg(77)),
  })
  const receipt = (await answer.json()) as { evidence: { id: string } }
  assert.equal(answer.status, 201, JSON.stringify(receipt))
  return receipt.evidence.id
}

/** The characters that the fonts' tables map glyphs back to: what a reader selects and searches. */
const selectableCharacters = (pdf: Buffer): ReadonlySet<string> => {
  const found = new Set<string>()
  let at = 0
  while ((at = pdf.indexOf('stream\n', at)) !== -1) {
    const start = at + 'stream\n'.length
    at = pdf.indexOf('endstream', start)
    for (const character of mappedIn(inflated(pdf.subarray(start, at)))) found.add(character)
    at += 'endstream'.length
  }
  return found
}

/** Mapping tables may be written without compression. */
const inflated = (bytes: Buffer): string => {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return bytes.toString('latin1')
  }
}

const mappedIn = (table: string): readonly string[] =>
  table.includes('beginbfchar')
    ? [...table.matchAll(/<[0-9a-fA-F]{4}> <([0-9a-fA-F]+)>/g)].flatMap(([, hex = '']) => [
        ...Buffer.from(hex, 'hex').swap16().toString('utf16le'),
      ])
    : []
