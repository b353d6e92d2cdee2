import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { ledgerDimensions, type LedgerPage } from '#contract/ledger.ts'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'
import { safe } from './export-ledger.ts'

let plant: TestPlant
let leader = ''
before(async () => {
  plant = await createTestPlant()
  leader = await plant.signIn('leader')
  const contents = ['=cmd|calc', '更换法兰', '更换 100% 阀门']
  for (const [at, content] of contents.entries()) {
    const { status } = await plant.command(leader, `ledger-${at}`, {
      type: 'SubmitJob',
      application: applicationAt(plant.now(), { content }),
    })
    assert.equal(status, 200)
    await plant.command(leader, `ledger-${at}`, { type: 'WithdrawApplication', reason: '改期' })
    await plant.command(leader, `ledger-${at}`, { type: 'CancelJob', reason: '改期' })
    plant.pass(1)
  }
})
after(() => plant.close())

const ask = async (query: string): Promise<LedgerPage> => {
  const { status, body } = await plant.request(`/api/ledger?${query}`, { cookie: leader })
  assert.equal(status, 200)
  return body as LedgerPage
}
const workbook = async (query: string): Promise<readonly (readonly string[])[]> => {
  const response = await plant.app.request(`/api/ledger/export?${query}`, { headers: { cookie: leader } })
  assert.equal(response.status, 200)
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')))
}

describe('the ledger', () => {
  test('lists every permit the newest first, with a count for each value', async () => {
    const page = await ask('')
    assert.ok(page.total >= 6, `${page.total} permits`)
    assert.equal(page.lines.length, page.total)
    const operations = page.counts.operation
    assert.equal(
      operations.reduce((sum, { count }) => sum + count, 0),
      page.total,
    )
    assert.deepEqual(operations.map(({ name }) => name).toSorted(), ['动火作业', '受限空间作业'].toSorted())
  })

  test('drills down along every dimension: as many lines as the count that was chosen says', async () => {
    const { counts, total } = await ask('')
    for (const dimension of ledgerDimensions) {
      if (dimension === 'alarm') continue
      assert.equal(
        counts[dimension].reduce((sum, { count }) => sum + count, 0),
        total,
        dimension,
      )
      for (const { value, name, count } of counts[dimension]) {
        const page = await ask(`${dimension}=${encodeURIComponent(value)}`)
        assert.equal(page.total, count, `${dimension} ${value}`)
        assert.deepEqual(
          page.counts[dimension].map((one) => one.value),
          [value],
          `${dimension} ${name}`,
        )
      }
    }
    assert.deepEqual(
      counts.month.map(({ value }) => value),
      ['2026-11'],
    )
    assert.match(counts.leader[0]?.name ?? '', /[\u4e00-\u9fff]/)
  })

  const questions = [
    '',
    'operation=hot-work',
    'operation=hot-work&operation=confined-space&contractor=no',
    'status=approved',
    'place=R-102&unit=nowhere',
    'text=100%25',
    'text=_',
    `person=${encodeURIComponent('孙明远')}`,
    `from=${Date.UTC(2026, 10, 24)}&to=${Date.UTC(2026, 10, 24, 2)}`,
    'alarm=10',
    'language=en&operation=confined-space',
  ]
  for (const question of questions)
    test(`exports exactly what it lists for “${question}”`, async () => {
      const page = await ask(question)
      const [about, head, ...rows] = await workbook(question)
      assert.deepEqual(
        head,
        page.columns.map(({ title }) => title),
      )
      assert.deepEqual(
        rows,
        page.lines.map(({ cells }) => cells.map(safe)),
      )
      assert.match(about?.[0] ?? '', /2026-11-24/)
      assert.equal(page.lines.length, page.total)
    })

  test('filters: a percent sign means itself, a place of another unit is none', async () => {
    assert.equal((await ask('text=100%25')).total, 2)
    assert.equal((await ask('text=_')).total, 0)
    assert.equal((await ask('place=R-102&unit=nowhere')).total, 0)
    assert.ok((await ask(`person=${encodeURIComponent('孙明远')}`)).total > 0)
  })

  test('keeps a formula that somebody wrote from being one', async () => {
    const cells = (await workbook('')).flat()
    assert.ok(cells.includes("'=cmd|calc"))
    assert.ok(cells.every((cell) => !cell.startsWith('=')))
  })

  test('is not for a contractor, and refuses a time that is none', async () => {
    const contractor = await plant.signIn('contractor')
    assert.equal((await plant.request('/api/ledger', { cookie: contractor })).status, 403)
    assert.equal((await plant.request('/api/ledger?from=yesterday', { cookie: leader })).status, 422)
    assert.equal((await plant.request('/api/ledger')).status, 401)
  })
})
