import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { browserFor } from './harness/browser-for.ts'
import { button, hold } from './harness/gestures.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant
const as = (login: string, path = '') => ({ url: plant.url + path, account: { login, password: demoPassword } })

before(async () => {
  plant = await servePlant({ days: 2 })
})
after(() => plant.close())

test('anybody clears the plant from a phone, every phone sounds, and the heads are counted until it is called off', async (t) => {
  const browser = browserFor(t)
  const other = await browser.openPhone(as('analyst', '/field'))
  await other.page.getByRole('navigation').waitFor()
  const caller = await browser.openPhone(as('welder', '/field'))
  await button(caller.page, '停止作业').click()
  await button(caller.page, '紧急撤离').click()
  await caller.page.getByLabel(/原因/).fill('储罐区闻到异味')
  await caller.shot('evacuation-call')
  await button(caller.page, '立即撤离').click()
  await caller.page.getByRole('alertdialog').waitFor()

  const siren = other.page.getByRole('alertdialog', { name: '马上撤离' })
  await siren.waitFor()
  assert.match((await siren.textContent()) ?? '', /全厂.*储罐区闻到异味/)
  await other.shot('evacuation-siren')
  await button(other.page, '我已撤到安全处').click()
  await other.page.getByText('正在撤离：全厂').first().waitFor()

  const desk = await browser.openDesk(as('safety'))
  await button(desk.page, '紧急撤离').click()
  const missing = button(desk.page, /看到人了/)
  await missing.first().waitFor()
  await desk.shot('evacuation-heads')
  await hold(desk.page, '按住解除撤离')
  await desk.page.getByText('还有人没有清点到').first().waitFor()
  for (let left = await missing.count(); left > 0; left--) {
    await missing.first().click()
    await desk.page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('button')].filter((one) => one.textContent?.includes('看到人了')).length < count,
      left,
    )
  }
  await hold(desk.page, '按住解除撤离')
  await desk.page.getByText('正在撤离：全厂').waitFor({ state: 'detached' })
  await desk.page.goto(`${plant.url}/`)
  await desk.page.locator('article').first().waitFor()
  assert.equal(await desk.page.locator('article[data-sign="active"]').count(), 0, 'nothing works any more')
})
