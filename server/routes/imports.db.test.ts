import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import { demoPlant } from '#demo/load-plant.ts'
import { limits } from '../import/limits.ts'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const folder = join(import.meta.dirname, '..', '..', 'demo', 'ledgers')
const header = '姓名,工号,身份证号,部门,岗位,联系电话'
const good = '田小雨,N1,11010519491231002X,检修,操作工,15400009999'

describe('importing over HTTP', () => {
  let plant: TestPlant
  let safety: string
  let keys = 0

  before(async () => {
    plant = await createTestPlant()
    safety = await plant.signIn('safety')
  })
  after(() => plant.close())

  const post = (path: string, body: unknown = {}, cookie = safety) =>
    plant.request(path, { cookie, body, method: 'POST', key: `import-key-${++keys}` })
  const begin = async (): Promise<string> => {
    const { status, body } = await post('/api/imports')
    assert.equal(status, 201)
    return body['id'] as string
  }
  const upload = async (id: string, name: string, content: string | Uint8Array, headers: object = {}) => {
    const response = await plant.app.request(`/api/imports/${id}/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { cookie: safety, 'content-type': 'application/octet-stream', ...headers },
      body: content as BodyInit,
    })
    return { status: response.status, body: (await response.json()) as Record<string, ReturnType<typeof JSON.parse>> }
  }
  const settled = async (id: string) => {
    for (;;) {
      const { body } = await plant.request(`/api/imports/${id}`, { cookie: safety })
      if (body['work'] === null) return body
      await wait(20)
    }
  }
  const run = async (id: string) => {
    assert.equal((await post(`/api/imports/${id}/preview`)).status, 202)
    await settled(id)
    assert.equal((await post(`/api/imports/${id}/commit`)).status, 202)
    return settled(id)
  }
  const problemOf = ({ body }: { readonly body: Record<string, ReturnType<typeof JSON.parse>> }) =>
    (body['refusals'] as { code: string }[]).map(({ code }) => code)

  test('goes from the files to a preview, a commit, a decision and back', async () => {
    const id = await begin()
    for (const name of ['花名册.xlsx', '特种作业证台账.xlsx', '体检台账.xlsx', '培训记录.csv', '岗位作业矩阵.xlsx'])
      assert.equal((await upload(id, name, await readFile(join(folder, name)))).status, 201)
    const committed = await run(id)
    assert.equal(committed['status'], 'committed')
    const counts = committed['counts'] as Record<string, number>
    assert.ok(counts['accepted']! > 0 && counts['refused']! > 60 && counts['conflict']! > 0)
    // The ledgers speak of people who are known: nobody is there twice afterwards.
    const { rows: people } = await plant.database.withPlant(demoPlant, (tx) =>
      tx.query<{ count: number; numbers: number }>(
        'select count(*)::integer as count, count(distinct staff_number)::integer as numbers from people where plant_id = $1',
        [demoPlant],
      ),
    )
    assert.deepEqual(people[0], { count: 980, numbers: 980 })

    const { body } = await plant.request(`/api/imports/${id}/rows?outcomes=refused&limit=200`, { cookie: safety })
    assert.equal(body['total'], counts['refused'])
    for (const row of body['rows'] as { problems: unknown[] }[]) assert.ok(row.problems.length > 0)

    const conflicts = await plant.request(`/api/imports/${id}/rows?outcomes=conflict&limit=200`, { cookie: safety })
    const open = conflicts.body['rows'] as { file: number; sheet: number; row: number; finding: { canTake: boolean } }[]
    const { file, sheet, row } = open.find(({ finding }) => finding.canTake)!
    const decided = await post(`/api/imports/${id}/findings`, { file, sheet, row, decision: 'take' })
    assert.equal(decided.status, 200)
    assert.equal(decided.body['findingsOpen'], open.length - 1)
    assert.equal((await post(`/api/imports/${id}/findings`, { file, sheet, row, decision: 'keep' })).status, 409)

    const undone = await post(`/api/imports/${id}/undo`)
    assert.deepEqual([undone.status, undone.body['status']], [200, 'undone'])
  })

  test('is open to the safety officer and the administrator alone', async () => {
    const leader = await plant.signIn('leader')
    assert.equal((await plant.request('/api/imports', { cookie: leader })).status, 403)
    assert.equal((await plant.request('/api/imports')).status, 401)
  })

  test('knows no import of another plant, whatever is asked of it', async () => {
    const elsewhere = '01990000-0000-7000-8000-000000000000'
    for (const path of ['', '/rows', '/files/0/returned'])
      assert.equal((await plant.request(`/api/imports/${elsewhere}${path}`, { cookie: safety })).status, 404, path)
    for (const path of ['/preview', '/commit', '/cancel', '/undo'])
      assert.equal((await post(`/api/imports/${elsewhere}${path}`)).status, 404, path)
    assert.equal((await upload(elsewhere, 'a.csv', header)).status, 404)
  })

  test('the same key begins one import, and with another body it is refused', async () => {
    const twice = async () => plant.request('/api/imports', { cookie: safety, body: {}, key: 'one-key-for-two' })
    assert.equal((await twice()).body['id'], (await twice()).body['id'])
    const id = await begin()
    const other = await plant.request(`/api/imports/${id}/undo`, { cookie: safety, body: {}, key: 'one-key-for-two' })
    assert.deepEqual([other.status, other.body['code']], [422, 'idempotency-key-reused'])
  })

  test('refuses steps out of their order and says what state the import is in', async () => {
    const id = await begin()
    const early = await post(`/api/imports/${id}/commit`)
    assert.deepEqual([early.status, early.body['code']], [409, 'import-is-open'])
    const undo = await post(`/api/imports/${id}/undo`)
    assert.deepEqual([undo.status, problemOf(undo)], [409, ['undo-not-committed']])
  })

  describe('refuses a file that', () => {
    test('is something else under a ledger’s name, in the reader’s language', async () => {
      const id = await begin()
      const chinese = await upload(id, '花名册.xlsx', '%PDF-1.7 …')
      assert.deepEqual([chinese.status, problemOf(chinese)], [422, ['file-type-differs']])
      assert.match(chinese.body['detail'] as string, /花名册\.xlsx.*pdf/i)
      const english = await upload(id, 'roster.xlsx', '%PDF-1.7 …', { 'accept-language': 'en' })
      assert.match(english.body['detail'] as string, /content of “roster\.xlsx” is pdf/i)
    })
    test('is empty, or has no name', async () => {
      const id = await begin()
      assert.deepEqual(problemOf(await upload(id, 'a.csv', '')), ['file-empty'])
      assert.equal((await upload(id, ' ', header)).status, 422)
    })
    test('is larger than the limit, however it was announced', async () => {
      const id = await begin()
      const piece = new Uint8Array(8 * 1024 * 1024)
      let left = limits.fileBytesMax / piece.length + 1
      const endless = new ReadableStream({
        pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
      })
      const response = await plant.app.request(`/api/imports/${id}/files?name=a.csv`, {
        method: 'POST',
        headers: { cookie: safety },
        body: endless,
        duplex: 'half',
      } as RequestInit)
      assert.equal(response.status, 422)
      assert.deepEqual(problemOf({ body: (await response.json()) as never }), ['file-too-large'])
    })
    test('grows without measure when it is unpacked', async () => {
      const id = await begin()
      const bomb = await upload(id, 'bomb.xlsx', zipOf('xl/workbook.xml', Buffer.alloc(900 * 1024 * 1024, 0x20)))
      assert.deepEqual([bomb.status, problemOf(bomb)], [422, ['file-expands-too-much']])
    })
  })

  test('explains an impossible date, row and column, and takes nothing of that row', async () => {
    const id = await begin()
    const lines = ['姓名,身份证号,入职日期,工号,岗位', '田小雨,11010519491231002X,2026-02-30,N7,操作工']
    assert.equal((await upload(id, '员工花名册.csv', lines.join('\n'))).status, 201)
    const { counts } = (await run(id)) as { counts: Record<string, number> }
    assert.deepEqual([counts['accepted'], counts['refused']], [0, 1])
    const { body } = await plant.request(`/api/imports/${id}/rows?outcomes=refused`, { cookie: safety })
    const [row] = body['rows'] as { row: number; problems: { code: string; column: number; params: object }[] }[]
    assert.equal(row!.row, 2)
    assert.deepEqual(row!.problems, [{ code: 'date-impossible', params: { text: '2026-02-30' }, column: 2 }])
  })

  test('reads the columns as a person says, and refuses what would say nothing', async () => {
    const id = await begin()
    await upload(id, 'a.csv', [header, good].join('\n'))
    const choose = (change: object) =>
      plant.request(`/api/imports/${id}/files/0/sheets/0`, {
        cookie: safety,
        method: 'PUT',
        body: {
          kind: 'read',
          ledger: 'people',
          firstHeaderRow: 1,
          lastHeaderRow: 1,
          mapping: { 0: { field: 'name' }, 2: { field: 'idNumber' } },
          includeHidden: false,
          ...change,
        },
      })
    assert.equal((await choose({})).status, 200)
    const nameless = await choose({ mapping: { 2: { field: 'idNumber' } } })
    assert.deepEqual([nameless.status, problemOf(nameless)], [422, ['column-missing']])
    assert.equal((await choose({ mapping: { 0: { field: 'no-such-field' } } })).status, 422)
    assert.equal((await choose({ surprise: 1 })).status, 422)
    assert.equal((await choose({ firstHeaderRow: 200_000, lastHeaderRow: 200_000 })).status, 422)
    const data = await choose({ firstHeaderRow: 2, lastHeaderRow: 2 })
    assert.deepEqual(problemOf(data), ['header-is-data'])
    const twice = await choose({ mapping: { 0: { field: 'name' }, 1: { field: 'name' }, 2: { field: 'idNumber' } } })
    assert.deepEqual(problemOf(twice), ['column-twice'])
  })

  test('shows the head of a sheet without the numbers of people, and what its columns seem to mean at a place', async () => {
    const id = await begin()
    await upload(id, 'a.csv', ['名单', header, good].join('\n'))
    const head = (query: string, cookie = safety) =>
      plant.request(`/api/imports/${id}/files/0/sheets/0/head${query}`, { cookie })
    const { body } = await head('?first=2&ledger=people')
    assert.deepEqual(body['rows'][2].cells.slice(0, 3), ['田小雨', 'N1', '110••••••••••••02X'])
    assert.deepEqual(body['guess'].mapping[2], { field: 'idNumber' })
    assert.equal((await head('?first=3')).body['because'], 'header-is-data')
    assert.equal((await head('')).body['guess'], null)
    assert.equal((await head('?first=0')).status, 422)
    assert.equal((await plant.request(`/api/imports/${id}/files/0/sheets/7/head`, { cookie: safety })).status, 404)
    assert.equal((await head('', await plant.signIn('guardian'))).status, 403)
  })

  test('tells open screens of those who import, and nobody else, that imports changed', async () => {
    const listen = async (cookie: string) => {
      const response = await plant.app.request('/api/live', { headers: { cookie } })
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
      let heard = ''
      const reading = (async () => {
        for (;;) {
          const { value, done } = await reader.read()
          if (done) return
          heard += value
        }
      })()
      return {
        heard: () => heard,
        leave: async () => {
          await reader.cancel()
          await reading
        },
      }
    }
    const [officer, guardian] = [await listen(safety), await listen(await plant.signIn('guardian'))]
    const id = await begin()
    await upload(id, 'a.csv', [header, good].join('\n'))
    while (!officer.heard().includes('"imports"')) await wait(10)
    assert.doesNotMatch(guardian.heard(), /imports/)
    await officer.leave()
    await guardian.leave()
  })

  test('returns the file with the reason beside the refused row', async () => {
    const id = await begin()
    await upload(id, '花名册.csv', [header, good.replace('11010519491231002X', '4.4052E+17')].join('\n'))
    await run(id)
    const response = await plant.app.request(`/api/imports/${id}/files/0/returned`, { headers: { cookie: safety } })
    assert.match(response.headers.get('content-disposition') ?? '', /attachment/)
    assert.match(await response.text(), /4\.4052E\+17.*表格软件/)
  })
})

/** One entry, honest about nothing but its compressed size. */
const zipOf = (name: string, content: Buffer): Uint8Array => {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 4)
  central.writeUInt16LE(20, 6)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(content.length, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}
