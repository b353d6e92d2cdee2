import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { hourMs } from '#core/time/epoch.ts'
import { demoPassword, demoPin } from '#demo/accounts.ts'
import { demoPlaces } from '#demo/places.ts'
import { briefJob, type Walked } from '#server/testing/started-job.ts'
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
const write = async (page: Page): Promise<void> => {
  const box = await page.locator('canvas').boundingBox()
  if (!box) throw new Error('no pad to write on')
  await page.mouse.move(box.x + 40, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++)
    await page.mouse.move(box.x + 40 + step * 20, box.y + box.height / 2 + (step % 2 === 0 ? 30 : -30))
  await page.mouse.up()
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
  await page.getByRole('heading').first().waitFor()
  await phone.shot('gas-1-detector')
  await page.locator('main li button, main button').first().click()
  await page.waitForTimeout(1000)
  await phone.shot('gas-2-fallback')
  await button(page, /录音/).first().click()
  await page.waitForTimeout(1500)
  await phone.shot('gas-3-recording')
  await button(page, '念完了').click()
  await page.getByText('录音已保存').waitFor()
  await phone.shot('gas-4-kept')
  await page.locator('textarea').first().fill('氧气二十点八，氢气零，硫化氢三')
  await button(page, /填入/).first().click()
  await page.waitForTimeout(500)
  await phone.shot('gas-5-filled')
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
  const guardian = await browser.openPhone({ ...as('welder', '/field/jobs/special/briefing'), at: atVessel })
  await button(guardian.page, /我已听清/).waitFor()
  await guardian.shot('briefing-1')
  await button(guardian.page, /手写|签名/)
    .first()
    .click()
  await guardian.page.locator('canvas').waitFor()
  await guardian.shot('briefing-2-pad')
  await write(guardian.page)
  await guardian.shot('briefing-3-written')
  await button(guardian.page, /用这|使用/)
    .first()
    .click()
  await guardian.page.waitForTimeout(1500)
  await guardian.shot('briefing-4-drawn')
  await hold(guardian.page, /我已听清/)
  await guardian.page.waitForTimeout(1500)
  await guardian.shot('briefing-5-signed')

  const approver = await browser.openPhone({ ...as('leadership', '/field/jobs/special/approve'), at: atVessel })
  await button(approver.page, /^批准/).waitFor()
  await approver.shot('approve-1')
  await button(approver.page, /^批准/).scrollIntoViewIfNeeded()
  await approver.shot('approve-2-foot')
  await hold(approver.page, /^批准/)
  await approver.page.waitForTimeout(800)
  await approver.shot('approve-3-pin')
  for (const digit of '111111') await button(approver.page, digit).click()
  await approver.page.waitForTimeout(1500)
  await approver.shot('approve-4-wrong')
  for (const digit of demoPin) await button(approver.page, digit).click()
  await approver.page.waitForTimeout(1500)
  await approver.shot('approve-5-approved')
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
    await desk.page.waitForTimeout(500)
    await desk.shot(`desk-${name}`)
    await desk.page.evaluate(() => scrollTo(0, 100_000))
    await desk.shot(`desk-${name}-foot`)
  }
})
