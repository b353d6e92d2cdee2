import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { screensZhCn } from '#core/messages/screens.zh-cn.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { contractorFeatures } from '#web/contractor/features.ts'
import { deskFeatures } from '#web/desk/features.ts'
import { fieldFeatures } from '#web/field/features.ts'
import { isFor, type Role } from '#web/session/roles.ts'
import { browserFor, type Device } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant
/** What stands for each part of a path that names one thing. A path with another part fails here until it is given one. */
let things: Readonly<Record<string, string>>
const as = (login: string, path = '/') => ({ url: plant.url + path, account: { login, password: demoPassword } })

before(async () => {
  plant = await servePlant({ days: 2 })
  things = { ':job': await jobWithMostToShow(), ':person': await somebody(), ':import': 'no-such-import' }
})
after(() => plant.close())

const jobWithMostToShow = (): Promise<string> =>
  plant.database.withPlant(demoPlant, async (tx) => {
    const { rows } = await tx.query<{ job_id: string }>(
      `select job_id from jobs where plant_id = $1 order by status = 'working' desc, jsonb_array_length(permits) desc, updated_at desc limit 1`,
      [tx.plantId],
    )
    return rows[0]?.job_id ?? assert.fail('a plant without a job')
  })

const somebody = (): Promise<string> =>
  plant.database.withPlant(demoPlant, async (tx) => {
    const { rows } = await tx.query<{ person_id: string }>(`select person_id from people where plant_id = $1 limit 1`, [
      tx.plantId,
    ])
    return rows[0]?.person_id ?? assert.fail('a plant without people')
  })

const fill = (path: string): string =>
  path.replaceAll(/:\w+/g, (part) => things[part] ?? assert.fail(`nothing stands for ${part} in ${path}`))

/** A page is there, whole, in words, and does not have to be pushed sideways. */
const look = async (device: Device, url: string, name: string): Promise<void> => {
  const { page } = device
  await page.goto(url)
  await settled(page)
  await device.shot(name)
  const text = (await page.locator('body').textContent()) ?? ''
  assert.doesNotMatch(text, /undefined|\[object|NaN|Invalid Date/, `${url} shows a value that is none`)
  assert.ok(!text.includes(screensZhCn.session.failure.pageBroken), `${url} breaks`)
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }))
  assert.ok(wide <= seen, `${url} is ${wide} px wide on a screen of ${seen}`)
}

/** More than the page's head can be read, and nothing more is on its way. Pages listen for ever, so the network never falls idle. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const parts = [...(document.querySelector('main')?.children ?? [])].filter(({ tagName }) => tagName !== 'HEADER')
    return (
      parts.some(({ textContent }) => (textContent ?? '').trim() !== '') &&
      !document.querySelector('main [aria-busy="true"]')
    )
  })
  await page.evaluate(() => document.fonts.ready)
}

const desks: readonly (readonly [login: string, roles: readonly Role[]])[] = [
  ['safety', ['safety-officer']],
  ['admin', ['administrator']],
]

test('every page of the desk shows a day of the plant without a fault', async (t) => {
  const browser = browserFor(t)
  const seen = new Set<string>()
  for (const [login, roles] of desks) {
    const desk = await browser.openDesk(as(login))
    for (const { path, audience } of deskFeatures)
      if (isFor(audience, roles) && !seen.has(path)) {
        seen.add(path)
        await look(desk, plant.url + fill(path), `desk ${path}`)
      }
  }
  assert.equal(seen.size, deskFeatures.length, 'a page that nobody here may open')
})

test('every page of the phone shows it too', async (t) => {
  const browser = browserFor(t)
  const phone = await browser.openPhone(as('safety', '/field/'))
  const targets: Target[] = []
  for (const { path } of fieldFeatures) {
    await look(phone, `${plant.url}/field${fill(path)}`, `phone ${path}`)
    targets.push(...(await targetsOf(phone.page)).map((target) => ({ ...target, name: `${path}: ${target.name}` })))
  }
  assert.ok(targets.length > fieldFeatures.length, `only ${targets.length} targets were found`)
  assert.deepEqual(
    // Half a pixel is lost where a row of targets is shared out.
    targets.filter(({ width, height }) => Math.min(width, height) < targetPxMin - 0.5),
    [],
    'too small for a thumb in a glove',
  )
})

/** What is tapped with a glove on; less than this is missed, or the neighbour is hit. */
const targetPxMin = 56

type Target = { readonly name: string; readonly width: number; readonly height: number }

/** Everything on the page that can be seen and tapped, by its words. */
const targetsOf = (page: Page): Promise<readonly Target[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], [role="button"], [role="tab"], select, summary')].flatMap(
      (target) => {
        const { width, height } = target.getBoundingClientRect()
        if (width === 0 || height === 0 || getComputedStyle(target).visibility !== 'visible') return []
        const words = target.getAttribute('aria-label') ?? target.textContent ?? ''
        return [{ name: `${target.tagName.toLowerCase()} ${words.trim().slice(0, 30)}`, width, height }]
      },
    ),
  )

test('every page of a contractor shows its own firm', async (t) => {
  const browser = browserFor(t)
  const desk = await browser.openDesk(as('contractor', '/contractor/'))
  for (const { path } of contractorFeatures) await look(desk, `${plant.url}/contractor${path}`, `contractor ${path}`)
})
