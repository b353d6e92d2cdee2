import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { epochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { applyForOpenJobs } from '#demo/open-jobs.ts'
import { createRoster } from '#demo/roster.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant
let url = ''

before(async () => {
  plant = await servePlant({})
  url = plant.url
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  await applyForOpenJobs(plant.database, parsed.rulebook, createRoster(), epochMs(Date.now()))
})
after(() => plant.close())

test('whoever opens the desk signs in and sees the board', async (t) => {
  const desk = await browserFor(t).openDesk({ url })
  desk.allowFault(/401/)
  await desk.page.getByLabel('账号').fill('safety')
  await desk.page.getByLabel('密码').fill(demoPassword)
  await desk.shot('sign-in')
  await desk.page.getByRole('button', { name: '登录' }).click()
  await desk.page.getByRole('heading', { name: '作业看板' }).waitFor()
  await desk.page.locator('article').first().waitFor()
  await desk.shot('board')
  assert.ok((await desk.page.locator('article').count()) >= 1)
})

test('a crew leader finds the jobs on the phone, opens one and stops it with one tap', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/jobs`,
    account: { login: 'leader', password: demoPassword },
  })
  await phone.page.locator('main button').first().waitFor()
  await phone.shot('jobs-today')
  await phone.page.locator('main button').first().click()
  await phone.page.getByText('气体检测').waitFor()
  await phone.shot('job-track')
  await phone.page.getByText('停止作业').click()
  await phone.page.getByText('已停止').waitFor()
  await phone.shot('stopped')
})

test('a crew leader begins an application from home, and says what the weather is', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/`,
    account: { login: 'leader', password: demoPassword },
  })
  const { page } = phone
  await page.getByRole('button', { name: '申请作业' }).waitFor()
  await phone.shot('home')
  await page.getByRole('button', { name: '报天气' }).click()
  await page.getByLabel('风力').fill('18')
  await page.getByText('风力是 0 到 17 的整数').waitFor()
  await page.getByLabel('风力').fill('5')
  await page.getByRole('button', { name: '雷暴' }).click()
  await page.getByRole('button', { name: '报这个天气' }).click()
  await page.getByText(/5 级风 · 雷暴/).waitFor()
  await phone.shot('weather')
})
