import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { epochMs, hourMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { buildWeb } from '#scripts/start/build-web.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { startServer, type RunningServer } from '#server/main.ts'
import { createDatabase } from '#server/store/database.ts'
import { applicationAt, atVessel } from '#server/testing/test-plant.ts'
import { browserFor, type Device, type OpenOptions } from './harness/browser-for.ts'

let url = ''
const closers: (() => Promise<unknown>)[] = []
const job = 'approvals'

before(async () => {
  const server_ = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-approvals-'))
  const database = createDatabase(server_)
  await loadDemoPlant(database, epochMs(Date.now()))
  const server: RunningServer = await startServer({
    appUrl: server_.appUrl,
    dataDir,
    host: '127.0.0.1',
    port: 20_000 + (process.pid % 20_000),
    defaultPlant: demoPlant,
    webFolder: await buildWeb(),
  })
  url = server.url
  closers.push(server.close, database.close, server_.close, () => rm(dataDir, { recursive: true }))
})
after(async () => {
  for (const close of closers) await close()
})

/** Holds a button as a thumb does: until it has filled. */
const hold = async (page: Page, name: RegExp): Promise<void> => {
  const button = page.getByRole('button', { name })
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.waitForTimeout(1300)
  await page.mouse.up()
}

test('a job goes from the submitted application to ready to start, on the phones of those who sign', async (t) => {
  const browser = browserFor(t)
  const as = (login: string, path: string, options: Partial<OpenOptions> = {}): Promise<Device> =>
    browser.openPhone({
      url: `${url}/field/jobs/${job}${path}`,
      account: { login, password: demoPassword },
      ...options,
    })

  const leader = await as('leader', '')
  const now = epochMs(Date.now())
  const submitted = await leader.context.request.post(`${url}/api/jobs/${job}/commands`, {
    headers: { 'idempotency-key': 'approvals-submit' },
    data: {
      type: 'SubmitJob',
      occurredAt: now,
      application: applicationAt(now, { window: { from: now - hourMs / 6, to: now + 5 * hourMs } }),
    },
  })
  assert.equal(submitted.status(), 200, await submitted.text())
  await leader.page.reload()
  await leader.page.getByText('写作业准备').first().waitFor()
  await leader.shot('01-track-submitted')

  // An approver who comes too early sees what lacks, all at once, and whose it is.
  const director = await as('director', '/approve', { at: { ...atVessel, latitude: atVessel.latitude + 0.02 } })
  await director.page.getByText('还差 31 项').waitFor()
  await director.shot('02-approve-too-early')

  await leader.page.goto(`${url}/field/jobs/${job}/prepare`)
  await prepare(leader)
  await leader.page.getByRole('button', { name: '下一步:确认安全措施' }).click()

  await leader.page.getByRole('heading', { name: '受限空间作业' }).waitFor()
  await leader.shot('05-measures')
  await confirmMeasures(leader.page)
  await leader.shot('06-measures-done')
  await leader.page.getByRole('button', { name: '下一步:安全交底' }).click()
  await leader.page.getByText('等待').or(leader.page.getByText('我来交底')).first().waitFor()
  await leader.shot('07-briefing')
  await hold(leader.page, /我来交底并签字/)
  await leader.page.getByText('还差 2 人签字').first().waitFor()
  for (const login of ['welder', 'guardian']) {
    const phone = await as(login, '/briefing')
    await phone.page.getByRole('button', { name: /我已听清/ }).waitFor()
    if (login === 'welder') await phone.shot('08-briefed')
    await hold(phone.page, /我已听清/)
    await phone.page.getByText('已签字').first().waitFor()
  }

  // Far from the vessel it is said before the signature, and refused after it.
  await director.page.reload()
  await director.page.getByText(/审批须在/).waitFor()
  await director.shot('09-approve-off-site')
  await hold(director.page, /^批准/)
  await director.page.getByText('现在还不行').waitFor()
  await director.shot('10-approve-refused')
  await director.moveTo(atVessel)
  await director.page.getByText(/在作业地点内/).waitFor()
  await director.shot('11-approve-on-site')
  await hold(director.page, /^批准/)
  await director.page.getByText('这一步不由您审批').waitFor()

  // By day the hot work is of the first level and safety's to approve, by night of the special one and the leadership's.
  const { nextSteps } = (await (await leader.context.request.get(`${url}/api/jobs/${job}`)).json()) as {
    nextSteps: readonly { readonly by: { readonly authority: string } }[]
  }
  const last = nextSteps[0]?.by.authority === 'responsible-leader' ? 'leadership' : 'safety'
  const approver = await as(last, '/approve', { at: atVessel })
  await approver.page.getByText(/在作业地点内/).waitFor()
  await hold(approver.page, /^批准/)
  await approver.page.getByText('审批全部完成').waitFor()
  await approver.shot('12-approved')

  await leader.page.goto(`${url}/field/jobs/${job}/start`)
  await leader.page.getByText(/开工还差/).waitFor()
  await leader.shot('13-start-missing')
  await leader.page.evaluate(() => {
    localStorage.setItem('holdpoint.appearance', 'sunlight')
    localStorage.setItem('holdpoint.language', 'en')
  })
  await leader.page.goto(`${url}/field/jobs/${job}`)
  await leader.page.getByText('Gas test').first().waitFor()
  await leader.shot('14-track-sunlight-english')
  await leader.page.goto(`${url}/field/jobs/${job}/approve`)
  await leader.page.getByText('All approvals are given').waitFor()
  await leader.shot('15-approve-sunlight-english')
})

const prepare = async ({ page, shot }: Device): Promise<void> => {
  const write = page.getByRole('button', { name: '填写' })
  await write.first().waitFor()
  await shot('03-prepare')
  for (let left = await write.count(); left > 0; left--) {
    await write.first().click()
    const plan = page.getByLabel('内容')
    const ticks = page.getByRole('checkbox')
    if ((await plan.count()) > 0) await plan.fill('班长指挥,两人在外待命;报警后先断气,用三脚架提升')
    else if ((await ticks.count()) > 0) for (const tick of await ticks.all()) await tick.click()
    else for (let row = 0; row < 3; row++) await page.getByRole('button', { name: /→/ }).first().click()
    if (left === 3) await shot('04-hazards')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' })
  }
}

const confirmMeasures = async (page: Page): Promise<void> => {
  const inPlace = page.getByRole('button', { name: '已落实', exact: true })
  for (let left = await inPlace.count(); left > 0; left--) {
    await inPlace.first().click()
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('article button')].filter((one) => one.textContent === '已落实').length < count,
      left,
    )
  }
}
