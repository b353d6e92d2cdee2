import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { epochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { applyForOpenJobs } from '#demo/open-jobs.ts'
import { createRoster } from '#demo/roster.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant
let url = ''
const account = { login: 'safety', password: demoPassword }

before(async () => {
  plant = await servePlant({})
  url = plant.url
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  // Urgent work has to be agreed within half an hour: the board is opened just before it is over.
  await applyForOpenJobs(plant.database, parsed.rulebook, createRoster(), epochMs(Date.now() - 30 * 60_000 + 25_000))
})
after(() => plant.close())

test('a card turns red when a duty becomes late, although nothing happens and nobody reloads', async (t) => {
  const desk = await browserFor(t).openDesk({ url, account })
  const card = desk.page.locator('article', { hasText: 'T-301' })
  await card.waitFor()
  assert.equal(await card.getAttribute('data-sign'), 'not-open')
  await desk.page
    .locator('article[data-sign="stopped"]', { hasText: 'T-301' })
    .getByText('审批超时')
    .waitFor({ timeout: 45_000 })
})

test('a stop that is sent by another device moves the card without a reload', async (t) => {
  const desk = await browserFor(t).openDesk({ url, account })
  const card = desk.page.locator('article').first()
  await card.waitFor()
  await desk.shot('board')
  await desk.page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
  const href = (await card.getByRole('link').getAttribute('href')) ?? ''
  const cardIn = (column: string) =>
    desk.page.getByRole('region', { name: column }).locator('article', { has: desk.page.locator(`a[href="${href}"]`) })
  assert.deepEqual([await cardIn('待审批').count(), await cardIn('中断').count()], [1, 0])
  await desk.context.request.post(`${url}/api/plants/${demoPlant}/jobs/${href.split('/').at(-1)}/stop`, { data: {} })
  await cardIn('中断').getByText('有人叫停').waitFor()
  assert.equal(await cardIn('待审批').count(), 0)
  assert.equal(await desk.page.evaluate(() => 'isSamePage' in globalThis), true)
  await desk.page.getByRole('button', { name: '大屏显示' }).click()
  await desk.shot('wall')
  await desk.page.getByRole('button', { name: '退出大屏' }).click()
  await desk.page.getByText('表格').click()
  await desk.page.locator('table').first().waitFor()
  await desk.shot('table')
})

test('a job opens beside the board, with its story and its proof', async (t) => {
  const desk = await browserFor(t).openDesk({ url, account })
  await desk.page.locator('article a').first().click()
  await desk.page.getByRole('dialog').getByText('提交申请').first().waitFor()
  await desk.shot('drawer')
  await desk.page.getByRole('tab', { name: '存证' }).click()
  await desk.page.getByRole('link', { name: '下载经过' }).waitFor()
  await desk.shot('proof')
  await desk.page.keyboard.press('Escape')
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
})

test('the workbench holds what waits for the person who opens it', async (t) => {
  const desk = await browserFor(t).openDesk({ url: `${url}/workbench`, account: { ...account, login: 'director' } })
  await desk.page.getByRole('heading', { name: '待我处理' }).waitFor()
  await desk.shot('workbench')
})
