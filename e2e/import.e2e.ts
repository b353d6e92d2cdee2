import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoPassword } from '#demo/accounts.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const ledgers = ['花名册.xlsx', '特种作业证台账.xlsx', '体检台账.xlsx', '培训记录.csv', '岗位作业矩阵.xlsx'].map(
  (name) => join(import.meta.dirname, '..', 'demo', 'ledgers', name),
)
let plant: ServedPlant
let url = ''

before(async () => {
  plant = await servePlant({ withNumbers: true })
  url = plant.url
})
after(() => plant.close())

const figureOf = async (page: Page, label: string): Promise<number> =>
  Number((await page.locator('button[aria-pressed]', { hasText: label }).innerText()).replaceAll(/\D/g, ''))

test('a safety officer drops five ledgers, sees why each bad row is bad, imports, undoes and imports again', async (t) => {
  const desk = await browserFor(t).openDesk({
    url: `${url}/people/import`,
    account: { login: 'safety', password: demoPassword },
  })
  const { page } = desk
  const drop = async () => {
    await page.locator('input[type=file]').setInputFiles(ledgers)
    await page.getByRole('button', { name: '预览' }).waitFor()
  }
  const preview = async () => {
    await page.getByRole('button', { name: '预览' }).click()
    await page.locator('button[aria-pressed]').first().waitFor()
  }
  const commit = async () => {
    await page.getByRole('button', { name: /^导入 .* 行$/ }).click()
    await page.getByRole('button', { name: '撤销这次导入' }).waitFor()
  }

  await page.getByText('把 Excel 或 CSV 台账拖到这里').waitFor()
  await desk.shot('drop')
  await drop()
  await desk.shot('sheets')
  await page.getByRole('button', { name: '核对列' }).first().click()
  await page.getByText('左边是台账里的列名').waitFor()
  await desk.shot('columns')
  await page.keyboard.press('Escape')

  await preview()
  await page.locator('button[aria-pressed]', { hasText: '不能导入' }).click()
  await page.getByText('表格软件').first().waitFor()
  await desk.shot('refused')
  const accepted = await figureOf(page, '可导入')
  assert.ok(accepted > 0)
  assert.ok((await figureOf(page, '不能导入')) > 60)

  await commit()
  await page.locator('button[aria-pressed]', { hasText: '待决定' }).click()
  await page.getByRole('button', { name: '保留原值' }).first().click()
  await page.getByText('已保留原值').first().waitFor()
  await desk.shot('committed')

  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('已撤销,数据回到导入前的样子').waitFor()
  await desk.shot('undone')

  await page.goto(`${url}/people/import`)
  await drop()
  await preview()
  assert.equal(await figureOf(page, '可导入'), accepted)
  await commit()

  await page.goto(`${url}/people/import`)
  await page.getByText('花名册.xlsx').first().waitFor()
  await desk.shot('list')
  await drop()
  await preview()
  await page.getByText('没有可导入的新内容').waitFor()
  assert.equal(await figureOf(page, '可导入'), 0)
  await desk.shot('same again')
})

test('a safety officer maps a sheet that nothing recognises, and the next file with that header is read by itself', async (t) => {
  const { openDesk } = browserFor(t)
  const account = { login: 'safety', password: demoPassword }
  const desk = await openDesk({ url: `${url}/people/import`, account })
  const { page } = desk
  const colleague = await openDesk({ url: `${url}/people/import`, account })
  await colleague.page.getByText('把 Excel 或 CSV 台账拖到这里').waitFor()
  const drop = (name: string, ...lines: readonly string[]) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  const rows = ['田小雨,11010519491231002X,Z901,一车间,13800001234', '林一,110105194912310038,Z902,一车间,13800001235']

  await drop('新人.csv', '某某公司,,,,', '谁,号,厂牌,哪里,怎么找', ...rows)
  await page.getByText('没有认出表头').waitFor()
  await desk.shot('unrecognised')
  await page.getByRole('button', { name: '指定列' }).click()
  await page.getByText('列名在哪一行?点那一行。').waitFor()
  await page.getByRole('button', { name: '列名在第 3 行' }).click()
  await page.getByText('是数据，不是表头').waitFor()
  await desk.shot('a row of data')
  await page.getByRole('button', { name: '列名在第 2 行' }).click()
  await page.getByText('田小雨 · 林一').waitFor()
  const map = async (column: string, field: string) => {
    await page.getByLabel(column, { exact: true }).click()
    await page.getByLabel(column, { exact: true }).fill(field)
    await page.locator('.ant-select-item-option').getByText(field, { exact: true }).click()
  }
  await page.getByLabel('读作').click()
  await page.locator('.ant-select-item-option').getByText('员工花名册', { exact: true }).click()
  for (const [column, field] of [
    ['A 谁', '姓名'],
    ['B 号', '身份证号'],
    ['C 厂牌', '工号'],
    ['D 哪里', '部门/车间'],
    ['E 怎么找', '联系电话'],
  ] as const)
    await map(column, field)
  await desk.shot('mapped')
  await page.getByRole('button', { name: '按这样读' }).click()
  await page.getByText('已认出 5 列').waitFor()
  await page.getByRole('button', { name: '预览' }).click()
  await page.locator('button[aria-pressed]').first().waitFor()
  await desk.shot('mapped preview')
  // The colleague's list follows without a reload.
  await colleague.page.getByText('待确认').first().waitFor()

  await page.goto(`${url}/people/import`)
  await drop('下个月.csv', '谁,号,厂牌,哪里,怎么找', ...rows)
  await page.getByText('按上次指定的读').waitFor()
  await desk.shot('recognised')
})

test('a safety officer finds a welder, checks the certificate, sees a number for a reason and changes the matrix', async (t) => {
  const desk = await browserFor(t).openDesk({
    url: `${url}/people`,
    account: { login: 'safety', password: demoPassword },
  })
  const { page } = desk
  await page.getByText(/^共 \d{3} 条$/).waitFor()
  await desk.shot('people')
  await page.getByPlaceholder('姓名或工号').fill('孙明远')
  await page.getByPlaceholder('姓名或工号').press('Enter')
  await page.getByText('共 1 条').waitFor()
  await page.getByText('孙明远').click()
  await page.getByRole('heading', { name: '证书' }).waitFor()
  await desk.shot('person')

  await page.getByRole('button', { name: '核验证书' }).first().click()
  await page.getByRole('radio', { name: '官网相符' }).check()
  await desk.shot('check')
  await page.getByRole('button', { name: '记下结果' }).click()
  await page.getByText(/safety 官方网站核验/).waitFor()

  await page.getByRole('button', { name: '查看号码' }).click()
  await page.getByLabel('原因').fill('核对证书原件')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText(/^身份证号 \d{17}[\dX]$/).waitFor()
  await desk.shot('numbers')

  await page.goto(`${url}/people/matrix`)
  await page.getByRole('button', { name: '焊工 · 动火作业' }).click()
  await page.getByLabel('最高级别').click()
  await page.getByTitle('不允许').last().click()
  await page.getByLabel('原因').fill('轮岗期间暂停')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('safety 修改:轮岗期间暂停').waitFor()
  await desk.shot('matrix')
})
