import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoPassword } from '#demo/accounts.ts'
import { startJob } from '#server/testing/started-job.ts'
import { atVessel, cast } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'
import { walkedOver } from './harness/walked-over.ts'

const job = 'english'
const small = { width: 1280, height: 800 }
let plant: ServedPlant

before(async () => {
  plant = await servePlant({ days: 0 })
  await startJob(walkedOver(plant.url, plant.database, atVessel), job)
})
after(() => plant.close())

/** Where the product itself speaks: names, places and contents are the plant's own and stay as they were written. */
const spoken =
  'button, th, label, h1, h2, h3, dt, legend, nav a, [role=tab], [role=menuitem], .ant-select-placeholder, input[placeholder]'

const chineseIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ({ selector, names }) =>
      [...document.querySelectorAll(selector)]
        .map((one) => one.textContent || one.getAttribute('placeholder') || '')
        .filter((text) => /\p{Script=Han}/u.test(text) && !names.includes(text)),
    { selector: spoken, names: Object.values(cast).map(({ name }) => name) },
  )
/** A machine without a Chinese font is given ours, which takes a moment; the pictures are to show it. */
const fontsAreThere = (page: Page) =>
  page.waitForFunction(() => [...document.fonts].every(({ status }) => status !== 'loading'))
const isCutOff = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

test('the desk speaks English throughout and fits a small screen', async (t) => {
  const desk = await browserFor(t).openDesk({
    url: `${plant.url}/`,
    account: { login: 'safety', password: demoPassword },
    language: 'en',
    size: small,
  })
  const { page } = desk
  // The pictures of this job were written down without their files.
  desk.allowFault(/\/picture\?size=thumbnail/)
  await page.evaluate(() => localStorage.setItem('holdpoint.language', 'en'))
  const found: string[] = []
  for (const [path, sign] of [
    ['/', '更换人孔法兰'],
    [`/jobs/${job}`, 'Hold points'],
    ['/people', 'People'],
    ['/people/matrix', 'matrix'],
    ['/people/import', 'Import'],
    ['/workbench', 'workbench'],
    ['/registers/isolation', 'solation'],
  ] as const) {
    await page.goto(`${plant.url}${path}`, { waitUntil: 'load' })
    await page.getByText(new RegExp(sign, 'i')).first().waitFor()
    await page.locator('.ant-spin-spinning').waitFor({ state: 'detached' })
    await fontsAreThere(page)
    await desk.shot(path)
    found.push(...(await chineseIn(page)).map((text) => `${path}: ${text}`))
    if (await isCutOff(page)) found.push(`${path}: wider than the screen`)
  }
  await page.goto(`${plant.url}/people/${cast['welder-qualified'].number}?check=fusion-welding`)
  await page.getByRole('dialog').waitFor()
  await desk.shot('official check from a refusal')
  found.push(...(await chineseIn(page)).map((text) => `person: ${text}`))
  t.diagnostic(found.join('\n'))
  assert.deepEqual(found, [])
})

test("a contractor's manager finds what the own people lack, until when, and what to do", async (t) => {
  const desk = await browserFor(t).openDesk({
    url: `${plant.url}/contractor`,
    account: { login: 'contractor', password: demoPassword },
  })
  const { page } = desk
  await page.getByRole('heading', { name: '要处理的证件' }).waitFor()
  const row = page.locator('tbody tr[data-row-key]').first()
  await row.waitFor()
  await fontsAreThere(page)
  await desk.shot('1 papers')
  await row.click()
  await page.getByRole('dialog').getByText('职业健康体检').waitFor()
  await desk.shot('2 one person')
  await page.goto(`${plant.url}/contractor/jobs`)
  await page.getByRole('heading', { name: '本单位的作业' }).waitFor()
  await page.getByText('现在没有作业').waitFor()
  await desk.shot('3 no jobs')
})
