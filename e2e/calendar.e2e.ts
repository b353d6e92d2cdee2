import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dayMs, hourMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { applicationAt, atVessel } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { button } from './harness/gestures.ts'
import { ordinaryDay } from './harness/ordinary-day.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'
import { walkedOver } from './harness/walked-over.ts'

let plant: ServedPlant
const as = (login: string, path: string) => ({ url: plant.url + path, account: { login, password: demoPassword } })
before(async () => {
  plant = await servePlant({})
})
after(() => plant.close())

const day = ordinaryDay(Date.now() + dayMs, 'after')
const [year, month, date] = day.split('-').map(Number) as [number, number, number]
const spoken = new RegExp(`^${year}年${month}月${date}日`)

const openDay = async (page: Page): Promise<void> => {
  await button(page, spoken).click()
  await page.getByRole('dialog').getByText('改动记录').waitFor()
}

test('a day that the officer makes a holiday raises work of that day until it is taken back', async (t) => {
  const browser = browserFor(t)
  const server = walkedOver(plant.url, plant.database, atVessel)
  const from = Date.parse(`${day}T10:00:00+08:00`)
  const applied = await server.command(await server.signIn('leader'), 'before-the-holiday', {
    type: 'SubmitJob',
    application: applicationAt(server.now(), {
      place: 'maintenance-shop',
      content: '预制管段焊接',
      window: { from, to: from + 5 * hourMs },
    }),
  })
  assert.equal(applied.status, 200, JSON.stringify(applied.body))

  const desk = await browser.openDesk(as('officer', `/registers/calendar?year=${year}`))
  const { page } = desk
  await page.getByText('10月1日').first().waitFor()
  await desk.shot('calendar-1-year')
  assert.equal(await button(page, spoken).getAttribute('data-look'), 'plain-work')
  await openDay(page)
  await page.getByRole('dialog').getByText('预制管段焊接').waitFor()
  await page.getByRole('radio', { name: '节假日' }).check()
  await button(page, '保 存').or(button(page, '保存')).click()
  await page.getByText('节假日和重大活动要写名称').waitFor()
  await page.getByLabel('名称').fill('厂庆日')
  await button(page, '保 存').or(button(page, '保存')).click()
  await page.getByText('日历已变,应为一级').waitFor()
  await desk.shot('calendar-2-holiday-with-its-jobs')
  await page
    .getByRole('button', { name: /^(Close|关闭)$/ })
    .first()
    .click()
  assert.match((await button(page, spoken).getAttribute('aria-label')) ?? '', /节假日 厂庆日/)

  const phone = await browser.openPhone(as('leader', '/field/apply'))
  const form = phone.page
  await button(form, '动火作业').click()
  await button(form, '选择地点').click()
  await form.getByLabel('找地点').fill('预制场')
  await button(form, /预制场/).click()
  await form.getByLabel('开始').fill(`${day}T10:00`)
  const permit = form.getByRole('article', { name: '动火作业' })
  await form
    .getByRole('group', { name: /装置已全部停车/ })
    .getByRole('button', { name: '否' })
    .click()
  await permit.getByText('节假日升一级').waitFor()
  await permit.getByText('一级', { exact: true }).waitFor()
  await permit.scrollIntoViewIfNeeded()
  await phone.shot('calendar-3-application-raised')

  await openDay(page)
  await button(page, '取消这一天的设置').click()
  await page.getByText('取消设置,按星期判断').waitFor()
  await page.getByText('日历已变,应为一级').waitFor({ state: 'detached' })
  await desk.shot('calendar-4-taken-back')
  await form.reload()
  await permit.getByText('二级', { exact: true }).waitFor()
  assert.equal(await permit.getByText('节假日升一级').count(), 0)
})

test('a list of a year is looked at before it is taken in, and its bad rows are named', async (t) => {
  const desk = await browserFor(t).openDesk(as('admin', '/registers/calendar?year=2030'))
  const { page } = desk
  await page.getByText('2030 年的节假日还没有录入').waitFor()
  await desk.shot('calendar-5-not-entered')
  await button(page, '录入全年名单').click()
  const list = page.getByLabel('粘贴名单')
  const days = '2030-02-02至2030-02-12 节假日 春节\n2030-10-01至2030-10-07 节假日 国庆节\n2030-09-28 调休上班'
  await list.fill(`${days}\n2030-02-30 节假日 元宵节`)
  await button(page, '核对名单').click()
  await page.getByText('第 4 行「2030-02-30 节假日 元宵节」').waitFor()
  await desk.shot('calendar-6-bad-row')
  assert.equal(await button(page, /^录入 \d+ 天$/).count(), 0)
  await list.fill(days)
  await button(page, '核对名单').click()
  await button(page, '录入 19 天').click()
  await page.getByText('2030 年的节假日还没有录入').waitFor({ state: 'detached' })
  await page.getByText('10月1日–10月7日').waitFor()
  await desk.shot('calendar-7-list-taken-in')
})

test('whoever may not change the calendar reads it', async (t) => {
  const desk = await browserFor(t).openDesk(as('director', `/registers/calendar?year=${year}`))
  await openDay(desk.page)
  assert.equal(await desk.page.getByRole('radio').count(), 0)
  assert.equal(await button(desk.page, '录入全年名单').count(), 0)
})
