import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator } from 'playwright-core'
import { demoPassword } from '#demo/accounts.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant
let url = ''
const account = { login: 'officer', password: demoPassword }

before(async () => {
  plant = await servePlant({})
  url = plant.url
})
after(() => plant.close())

test('one safety officer writes what is stricter, another publishes it', async (t) => {
  const desk = await browserFor(t).openDesk({ url, account })
  await desk.page.goto(`${url}/rules`)
  await desk.page.getByText('气体取样到开工不超过 30 分钟').first().waitFor()
  await desk.page.getByText('5.3.1 c').first().waitFor()
  await desk.shot('rules')
  await desk.page.getByRole('button', { name: '受限空间作业' }).click()
  await desk.page.getByText('每 120 分钟一次').first().waitFor()

  await desk.page.getByRole('button', { name: '起草新一版' }).click()
  const text = desk.page.getByRole('textbox', { name: '规则正文（YAML）' })
  await desk.page.waitForFunction(() => (document.querySelector('textarea')?.value.length ?? 0) > 1000)
  const written = (await text.inputValue()).replace(/^edition: .*$/m, 'edition: ours-1')
  await paste(text, written.replace('ageMinutesMax: 30', 'ageMinutesMax: 45'))
  await desk.page
    .getByRole('button', { name: '检 查' })
    .or(desk.page.getByRole('button', { name: '检查' }))
    .click()
  await desk.page.getByText('标准 5.3.1 c 的要求不能放松').first().waitFor()
  await desk.shot('rules-too-loose')

  const today = /^effectiveFrom: .*$/m
  await paste(
    text,
    written.replace('ageMinutesMax: 30', 'ageMinutesMax: 15').replace(today, 'effectiveFrom: 2026-01-01'),
  )
  await desk.page
    .getByRole('button', { name: '检 查' })
    .or(desk.page.getByRole('button', { name: '检查' }))
    .click()
  await desk.page.getByText('没有问题，可以发布').waitFor()
  await desk.page.getByRole('button', { name: '提交发布' }).click()
  await desk.page.getByText('ours-1 版已提交，等另一位安全管理人员发布').waitFor()
  await desk.page.keyboard.press('Escape')
  await desk.page
    .getByRole('button', { name: '查看' })
    .or(desk.page.getByRole('button', { name: '查 看' }))
    .click()
  await desk.page.getByText('这一版是您起草的').waitFor()
  assert.ok(await desk.page.getByRole('button', { name: '发布这一版' }).isDisabled())
  await desk.shot('rules-own-draft')

  const second = await browserFor(t).openDesk({ url, account: { login: 'safety', password: demoPassword } })
  await second.page.goto(`${url}/rules`)
  await second.page.getByText('起草了 ours-1 版，请您审阅').waitFor()
  await second.shot('rules-waiting-draft')
  await second.page.getByRole('button', { name: '审阅并发布' }).click()
  await second.page.getByText('没有问题，可以发布').waitFor()
  await second.shot('rules-review')
  await second.page.getByRole('button', { name: '发布这一版' }).click()
  await second.page.getByText('ours-1 版 · 2026-01-01 起执行').waitFor()
  await second.shot('rules-published')
})

/** At one go, as out of an editor: typing thousands of lines takes Chromium minutes. */
const paste = async (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, value)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)
