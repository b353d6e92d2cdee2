import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { id, type OperationId, type PersonId } from '#core/ids.ts'
import { hourMs } from '#core/time/epoch.ts'
import { demoPassword, demoPin } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { demoPlaces } from '#demo/places.ts'
import { printBatch } from '#server/contingency/emergency-tickets.ts'
import { agreeUrgent, briefJob, type Walked } from '#server/testing/started-job.ts'
import { applicationAt, atVessel, cast } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { button, hold } from './harness/gestures.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'
import { walkedOver } from './harness/walked-over.ts'

let plant: ServedPlant
let server: Walked
const as = (login: string, path: string) => ({ url: plant.url + path, account: { login, password: demoPassword } })
const tank = demoPlaces.find(({ id }) => id === 'V-203')
const [corner] = tank?.facts.fence ?? []
const atTank = { latitude: (corner?.[1] ?? 0) + 0.00002, longitude: (corner?.[0] ?? 0) + 0.00002, accuracyMetres: 5 }

before(async () => {
  plant = await servePlant({ days: 1 })
  server = walkedOver(plant.url, plant.database, atVessel)
})
after(() => plant.close())

/** A finger that writes on the pad. */
const writeName = async (page: Page): Promise<void> => {
  const box = await page.locator('canvas').boundingBox()
  if (!box) throw new Error('no pad to write on')
  await page.mouse.move(box.x + 40, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++)
    await page.mouse.move(box.x + 40 + step * 20, box.y + box.height / 2 + (step % 2 === 0 ? 30 : -30))
  await page.mouse.up()
}

/** What a date-and-time field of this plant is given. */
const wallClock = (at: number): string => new Date(at + 8 * hourMs).toISOString().slice(0, 16)

const typePin = async (page: Page, pin: string): Promise<void> => {
  await button(page, '1').and(page.locator(':enabled')).waitFor()
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
}

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).fill(option)
  await page.locator('.ant-select-item-option').filter({ hasText: option }).filter({ visible: true }).first().click()
}

test('while a source is silent its fallback is declared and gas is spoken', async (t) => {
  const browser = browserFor(t)
  const now = server.now()
  const leader = await server.signIn('leader')
  const submitted = await server.command(leader, 'silent', {
    type: 'SubmitJob',
    application: applicationAt(now, {
      operations: ['confined-space'],
      guardians: [cast.guardian.number, cast['guardian-2'].number],
      window: { from: now + 6.5 * hourMs, to: now + 9 * hourMs },
      crew: [{ person: cast['welder-qualified'].number, duties: ['entrant'] }],
      place: 'V-203',
      placeDetail: '人孔',
      content: '储槽内部检查',
      fields: { 'confined-space.original-medium': '氢气', 'confined-space.activity': 'maintenance' },
    }),
  })
  if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body))
  const desk = await browser.openDesk(as('safety', '/registers/contingencies'))
  const declare = button(desk.page, /^启用/).first()
  await declare.waitFor()
  await desk.shot('contingencies-1')
  await declare.click()
  await desk.page
    .getByText(/应急中/)
    .first()
    .waitFor()
  await desk.shot('contingencies-2-open')

  const phone = await browser.openPhone({ ...as('analyst', '/field/jobs/silent/gas-test'), at: atTank })
  await phone.context.grantPermissions(['camera', 'geolocation', 'microphone'])
  const { page } = phone
  await page.getByText('GD-01').first().click()
  await page.getByText(/念读数并录音/).waitFor()
  await page.getByText(/在作业区域内/).waitFor()
  await button(page, '录音').click()
  await button(page, '念完了').waitFor()
  await phone.shot('recording')
  // Somebody speaks for a while; a recording of no length is refused.
  await page.waitForTimeout(2500)
  await button(page, '念完了').click()
  await page.getByText('录音已保存').waitFor()
  const said = page.getByLabel(/听到的话/)
  await said.fill('氧气大概二十')
  await button(page, '填入读数').click()
  await page.getByRole('alert').first().waitFor()
  await phone.shot('unclear')
  await said.fill('氧气二十点八，氢气零，硫化氢三')
  await button(page, '填入读数').click()
  await page.getByText('已填入,请核对每一个数值').waitFor()
  await phone.shot('filled')
})

test('a drawn name and the own number sign special hot work', async (t) => {
  const browser = browserFor(t)
  const now = server.now()
  await briefJob(
    server,
    'special',
    {
      window: { from: now + 10 * hourMs, to: now + 14 * hourMs },
      fields: {
        'hot-work.method': 'arc-welding',
        'hot-work.shutdown-agreed': false,
        'hot-work.needed-in-wind': true,
        'confined-space.original-medium': '甲醇',
        'confined-space.activity': 'maintenance',
      },
    },
    [],
    ['guardian'],
  )
  const welder = await browser.openPhone({ ...as('welder', '/field/jobs/special/briefing'), at: atVessel })
  await button(welder.page, /加手写签名/).click()
  await button(welder.page, '用这个签名').waitFor()
  await writeName(welder.page)
  await welder.shot('name')
  await button(welder.page, '用这个签名').and(welder.page.locator(':enabled')).click()
  await welder.page.getByText('已附手写签名').waitFor()
  await welder.shot('drawn')
  await hold(welder.page, /我已听清/)
  await welder.page
    .getByText(/^已签字/)
    .nth(1)
    .waitFor()
  await welder.shot('briefed')
  await agreeUrgent(server, 'special', await server.signIn('dispatch'))

  const leader = await browser.openPhone({ ...as('leadership', '/field/jobs/special/approve'), at: atVessel })
  await leader.page.getByText(/在作业地点内/).waitFor()
  await hold(leader.page, /^批准/)
  await typePin(leader.page, '111111')
  await leader.page.getByText('签到密码不对,再输一次').first().waitFor()
  await leader.shot('pin-wrong')
  await typePin(leader.page, demoPin)
  await leader.page.getByText('收回我的签字').waitFor()
  await leader.shot('approved')
})

test('a paper ticket is printed, used, and entered by two people', async (t) => {
  const now = server.now()
  const batch = { operation: id<OperationId>('hot-work'), prefix: 'DH', count: 1, by: id<PersonId>('p'), now }
  const [ticket] = await plant.database.withPlant(demoPlant, (tx) => printBatch(tx, batch))
  if (!ticket) throw new Error('no ticket')
  const desk = await browserFor(t).openDesk(as('officer', '/registers/paper'))
  const { page } = desk
  await button(page, /^印 10 张/).click()
  await page.getByText('下载 PDF').waitFor()
  await desk.shot('printed')
  await page.getByRole('row', { name: ticket.number }).getByRole('button').click()
  await page.getByLabel(/^一次性码/).fill('AAAAAAAAAA')
  await choose(page, '级别', '二级')
  await choose(page, '作业地点', '机修车间 预制场')
  await choose(page, '作业负责人', cast['crew-leader'].name)
  await choose(page, '监护人', cast.guardian.name)
  await page.getByLabel('作业内容').fill('停网时焊接支架')
  await page.getByLabel('开始').fill(wallClock(now - 3 * hourMs))
  await page.getByLabel('结束').fill(wallClock(now - 2 * hourMs))
  await page.getByLabel('账号').fill('safety')
  await page.getByLabel(/^签到密码/).fill(demoPin)
  const enter = button(page, '两人确认，补录这张票')
  await enter.click()
  await page.getByText('一次性码不对，请看纸票右上角').or(page.getByText('一次性码不对,请看纸票右上角')).waitFor()
  await desk.shot('wrong-code')
  await page.getByLabel(/^一次性码/).fill(ticket.code)
  await enter.click()
  await page.getByText('已补录。这项作业要在期限内核对。').waitFor()
  await desk.shot('entered')
})

const desks: readonly (readonly [string, string, string])[] = [
  ['safety', '/registers/blinds', 'blinds'],
  ['safety', '/registers/isolation', 'isolation'],
  ['safety', '/plan', 'plan'],
  ['safety', '/alarms', 'alarms'],
  ['admin', '/integrations/park', 'feed'],
  ['officer', '/ledger', 'ledger'],
  ['officer', '/rules', 'rules'],
]

test('every page of the desk has its words', async (t) => {
  const browser = browserFor(t)
  for (const [login, path, name] of desks) {
    const desk = await browser.openDesk(as(login, path))
    await desk.page.getByRole('heading').first().waitFor()
    await desk.page.waitForLoadState('networkidle')
    await desk.page.locator('.ant-spin-spinning').waitFor({ state: 'detached' })
    const text = (await desk.page.getByRole('main').textContent()) ?? ''
    assert.doesNotMatch(text, /undefined|\[object|NaN|synthesis-1|utilities/, path)
    await desk.shot(`desk-${name}`)
    await desk.page.evaluate(() => scrollTo(0, 100_000))
    await desk.shot(`desk-${name}-foot`)
  }
})
