import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant

before(async () => {
  plant = await servePlant({})
})
after(() => plant.close())

test('the safety officer keeps the risk library on the desk: adds a row, changes it and sees what it was', async (t) => {
  const desk = await browserFor(t).openDesk({
    url: `${plant.url}/registers/risks`,
    account: { login: 'officer', password: demoPassword },
  })
  const { page, shot } = desk
  await page.getByText('一车间釜用甲醇、甲苯').waitFor()
  await shot('40-risk-library')
  await page.getByRole('button', { name: '新增一条' }).click()
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  await fill('作业步骤', '焊接')
  await fill('危害', '衬里受热脱落')
  await fill('后果', '砸伤')
  await fill('控制措施', '分段焊接,随时敲检')
  await shot('41-risk-new')
  await page
    .getByRole('button', { name: '保 存' })
    .or(page.getByRole('button', { name: '保存' }))
    .click()
  await page.getByRole('cell', { name: /衬里受热脱落/ }).click()
  await fill('控制措施', '先拆衬里再焊')
  await page
    .getByRole('button', { name: '保 存' })
    .or(page.getByRole('button', { name: '保存' }))
    .click()
  await page.getByRole('cell', { name: '先拆衬里再焊' }).click()
  await page.getByText(/分段焊接,随时敲检/).waitFor()
  await shot('42-risk-history')
})
