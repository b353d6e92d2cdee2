import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoPassword } from '#demo/accounts.ts'
import { prepareJob, type AsLogin, type Walked } from '#server/testing/started-job.ts'
import { atVessel, signature } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { button, hold, takePicture } from './harness/gestures.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'
import { codeInView, darkness, workFace } from './harness/scenes.ts'
import { walkedOver } from './harness/walked-over.ts'

/** What codes on paper are for: proving the place without a face, finding a fan and a detector, stopping without an account. */

const job = 'coded'
const phoneSize = { width: 390, height: 844 }
let plant: ServedPlant
let server: Walked
let as: AsLogin = {}

before(async () => {
  plant = await servePlant({ days: 0 })
  server = walkedOver(plant.url, plant.database, atVessel)
  as = await prepareJob(server, job)
})
after(() => plant.close())

const account = (login: string) => ({ login, password: demoPassword })
const page = async () => (await server.request(`/api/jobs/${job}`, { cookie: as['leader']! })).body
const lastEvent = async () => (await page())['history'].at(-1).event
const give = async (login: string, body: object): Promise<void> => {
  const answer = await server.command(as[login]!, job, body)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}
/** A scanner that types: every key at once, and Enter; waiting for each to arrive would be as slow as a person. */
const typeAsScanner = async (on: Page, code: string): Promise<void> => {
  const keys = await on.context().newCDPSession(on)
  const press = (key: string) => keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
  await Promise.all([...[...code].map(press), keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter' })])
}

test('a guardian whose face must not be taken signs in by the code of the site and the numbers of two people', async (t) => {
  for (const [login, pin] of [
    ['guardian', '204816'],
    ['leader', '951753'],
  ] as const)
    await server.request('/api/me/pin', { method: 'PUT', cookie: as[login]!, body: { password: demoPassword, pin } })
  const phone = await browserFor(t).openPhone({
    url: `${plant.url}/field/jobs/${job}/sign-in`,
    account: account('guardian'),
    at: atVessel,
    sees: await codeInView(`${plant.url}/stop#${plant.codeOf('site', 'R-101')}`),
  })
  const { page: guardian } = phone
  await guardian.getByText('位置没问题').waitFor()
  await button(guardian, /不拍照/).click()
  await guardian.getByText('现场码已扫').waitFor()
  await guardian.getByLabel('您的 6 位签到密码').fill('204816')
  await guardian.getByLabel('账号').fill('leader')
  await guardian.getByLabel('6 位签到密码', { exact: true }).fill('111111')
  await phone.shot('1 two numbers')
  await guardian.getByRole('button', { name: '签到', exact: true }).click()
  await guardian.getByText('密码不对').waitFor()
  await phone.shot('2 wrong number')
  await guardian.getByLabel('6 位签到密码', { exact: true }).fill('951753')
  await guardian.getByRole('button', { name: '签到', exact: true }).click()
  await guardian.getByText('这不是本作业点的码').waitFor()
  await phone.shot('3 code of another place')
  await phone.see(await codeInView(`${plant.url}/stop#${plant.codeOf('site', 'R-102')}`))
  await button(guardian, '重新扫码').click()
  await guardian.getByText('现场码已扫').waitFor()
  await guardian.getByRole('button', { name: '签到', exact: true }).click()
  await guardian.getByText(/正在监护/).waitFor()
  await phone.shot('4 on duty')
  const { type, signIn } = await lastEvent()
  assert.deepEqual([type, signIn.method.kind], ['GuardianSignedIn', 'site-code-and-pin'])
})

test('a scanner that types is as good as the camera', async (t) => {
  const phone = await browserFor(t).openDesk({
    url: `${plant.url}/field/scan`,
    account: account('guardian'),
    size: phoneSize,
    at: atVessel,
    sees: await darkness(),
  })
  await phone.page.getByText(/扫码枪/).waitFor()
  await typeAsScanner(phone.page, plant.codeOf('fan', 'FAN-R-102'))
  await phone.page.getByRole('heading', { name: /R-102 反应釜 轴流风机/ }).waitFor()
  await phone.shot('fan by scanner')
})

test('a stop overtakes everything else that waits in a phone without network', async (t) => {
  await give('leader', { type: 'StartWork', signature })
  const phone = await browserFor(t).openDesk({
    url: `${plant.url}/field/jobs/${job}/passages`,
    account: account('guardian'),
    size: phoneSize,
    at: atVessel,
  })
  phone.allowFault(/ERR_INTERNET_DISCONNECTED/)
  const { page: guardian } = phone
  await guardian.addLocatorHandler(guardian.getByRole('alertdialog'), (alarm) => alarm.getByRole('button').click())
  await button(guardian, '进').first().waitFor()
  await phone.context.setOffline(true)
  await button(guardian, '进').first().click()
  await button(guardian, '停止作业').click()
  await guardian.getByRole('status').last().waitFor()
  await phone.shot('1 both wait')
  const sent: string[] = []
  guardian.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  const received = guardian.waitForResponse((answer) => answer.url().endsWith('/commands'))
  await phone.context.setOffline(false)
  await received
  const ours = sent.filter((path) => path.includes(job) && !path.endsWith('/presence'))
  assert.match(ours[0] ?? '', /\/stop$/)
  await give('leader', { type: 'ResumeWork', signature })
})

test('gas over the limit during work, by a detector found by its code, empties the vessel: the phones of the crew and the guardian say leave', async (t) => {
  const browser = browserFor(t)
  const open = (login: string) =>
    browser.openDesk({ url: `${plant.url}/field/`, account: account(login), size: phoneSize, at: atVessel })
  const crew = [await open('welder'), await open('guardian')]
  // A page that nobody has touched may sound but not vibrate.
  for (const one of crew) one.allowFault(/navigator\.vibrate/)
  const phone = await browser.openPhone({
    url: `${plant.url}/field/jobs/${job}/gas-test`,
    account: account('analyst'),
    at: atVessel,
    sees: await codeInView(plant.codeOf('detector', 'GD-01')),
  })
  const analyst = phone.page
  await button(analyst, '扫检测仪的二维码').click()
  await analyst.getByText('检定有效').waitFor()
  await phone.see(await workFace(71))
  const fill = async (label: string, value: string) => {
    for (const field of await analyst.locator('input').and(analyst.getByLabel(label)).all()) await field.fill(value)
  }
  await fill('氧气', '20.8')
  await fill('甲醇（可燃）', '38')
  await fill('甲醇（有毒）', '6')
  await phone.shot('1 over the limit')
  await button(analyst, '下一步').click()
  await takePicture(phone)
  await analyst.getByText('已到服务器').waitFor()
  await hold(analyst, '读数一致')
  await analyst.getByRole('alert').first().waitFor()
  for (const [index, one] of crew.entries()) {
    await one.page.getByRole('alertdialog', { name: /马上撤离/ }).waitFor()
    await one.shot(`2 leave now ${index + 1}`)
  }
  await phone.shot('3 what the analyst reads')
  const { status, record } = (await page())['job']
  assert.deepEqual([status, record.stop.reason], ['suspended', 'gas-alarm'])
})

test('whoever has no account stops the work by the code at the entrance, and without network as soon as it is back', async (t) => {
  const passer = await browserFor(t).openDesk({
    url: `${plant.url}/stop#${plant.codeOf('site', 'R-102')}`,
    size: phoneSize,
  })
  passer.allowFault(/ERR_INTERNET_DISCONNECTED/)
  await passer.page.waitForLoadState('networkidle')
  await passer.context.setOffline(true)
  await button(passer.page, /停止作业/).click()
  await passer.page.getByText('没有网络。已存在这台手机上').waitFor()
  await passer.shot('1 waits')
  const pressedBefore = Date.now()
  await passer.context.setOffline(false)
  await passer.page.getByText('已记录停止').waitFor()
  await passer.shot('2 recorded')
  const { type, by, occurredAt } = await lastEvent()
  assert.deepEqual([type, by], ['WorkStopped', null])
  assert.ok(occurredAt <= pressedBefore)

  await passer.page.goto(`${plant.url}/stop`, { waitUntil: 'networkidle' })
  await button(passer.page, /停止作业/).click()
  await passer.page.getByText('没有停下任何作业').waitFor()
  await passer.shot('3 no work here')
})
