import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { JobId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import { minuteMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { type Database } from '#server/store/database.ts'
import { readEvents } from '#server/store/events.ts'
import { atVessel, jobSteps, vessel } from './harness/approved-job.ts'
import { browserFor, type Device } from './harness/browser-for.ts'
import { hold } from './harness/gestures.ts'
import { codeInView, workFace } from './harness/scenes.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant
let url = ''
let job: JobId
let database: Database
let steps: ReturnType<typeof jobSteps>

before(async () => {
  plant = await servePlant({})
  url = plant.url
  database = plant.database
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  steps = jobSteps(database, parsed.rulebook)
  job = await steps.approvedJob()
})
after(() => plant.close())

const record = async () => {
  const events = await database.withPlant(demoPlant, (tx) => readEvents(tx, job))
  const now = replay(
    events.map(({ event }) => event),
    job,
  )
  assert.ok('record' in now)
  return now
}

/** The shutter, then the picture as it is; `next` is what the camera shows when it is opened the next time. */
const take = async (phone: Device, shot: string, next: number): Promise<void> => {
  const shutter = phone.page.getByRole('button', { name: '拍照' })
  await shutter.and(phone.page.locator(':enabled')).waitFor()
  await phone.shot(shot)
  await shutter.click()
  await phone.see(await workFace(next))
  await phone.page.getByRole('button', { name: '用这张' }).click()
}

test('the analyst finds the gas test at home, is asked about a wrong unit, and hands in readings within limits', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/`,
    account: { login: 'analyst', password: demoPassword },
    at: atVessel,
    sees: await workFace(31),
  })
  const { page } = phone
  await page.getByRole('button', { name: '去检测' }).waitFor()
  await phone.shot('home')
  await page.getByRole('button', { name: '去检测' }).click()
  await page.getByText('已过期').waitFor()
  await phone.shot('detectors')
  await page.getByRole('button', { name: /GD-01/ }).click()

  await page.getByRole('radio', { name: '%VOL' }).first().click()
  await page.getByLabel('甲醇（可燃）').nth(1).fill('10')
  await page.getByText('您输入的是 %LEL?').waitFor()
  await phone.shot('wrong unit')
  await page.getByRole('button', { name: '是 %LEL' }).click()
  assert.equal(await page.getByText('您输入的是 %LEL?').count(), 0)

  const fill = async (label: string, value: string) => {
    for (const field of await page.locator('input').and(page.getByLabel(label)).all()) await field.fill(value)
  }
  await fill('氧气', '19.4')
  await page.getByText('太低').first().waitFor()
  await phone.shot('oxygen low')
  await fill('氧气', '20.8')
  await fill('甲醇（可燃）', '2')
  await fill('甲醇（有毒）', '6')
  await page.getByText('在作业区域内').waitFor()
  await phone.shot('readings')
  await page.getByRole('button', { name: '强光' }).click()
  await phone.shot('readings in the sun')
  await page.getByRole('button', { name: '强光' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await take(phone, 'display', 32)
  await page.getByText('已到服务器').waitFor()
  await phone.shot('read back')
  await hold(page, '读数一致')
  await page.getByText('全部合格').waitFor()
  await phone.shot('within limits')
  const [kept] = (await record()).record.gasTests
  assert.deepEqual(
    kept?.samples.map(({ point, readings }) => [point, readings.length]),
    [
      ['upper', 3],
      ['middle', 3],
      ['lower', 3],
    ],
  )
})

test('the guardian scans the fan of another vessel, is told so, and binds the right one', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/jobs/${job}/ventilation`,
    account: { login: 'guardian', password: demoPassword },
    at: atVessel,
    sees: await codeInView(plant.codeOf('fan', 'FAN-R-101')),
  })
  const { page } = phone
  await page.getByText('这台风机不能用').waitFor()
  await page.getByText('不是给').waitFor()
  await phone.shot('wrong fan')
  await phone.see(await codeInView(plant.codeOf('fan', `FAN-${vessel}`)))
  await page.getByRole('button', { name: '再扫一台' }).click()
  await page.getByText('拍风机铭牌和二维码').waitFor()
  await take(phone, 'plate', 41)
  await page.getByText('拍运转中的风机').waitFor()
  await take(phone, 'running', 42)
  await page.getByText('在作业区域内').waitFor()
  await phone.shot('confirm ventilation')
  await page.getByRole('radio', { name: '10 分钟前' }).click()
  await hold(page, '按住确认通风')
  await page.getByText('通风已确认').waitFor()
  await phone.shot('ventilated')
  const { ventilation } = (await record()).record
  assert.equal(ventilation?.fan, `FAN-${vessel}`)
  assert.ok(Date.now() - (ventilation?.startedAt ?? 0) >= 10 * minuteMs)
})

test('a snapshot that is due takes the whole screen and leads to both pictures', async (t) => {
  await steps.start(job)
  const now = Date.now()
  await database.withPlant(demoPlant, (tx) =>
    tx.query(
      `update obligations set opens_at = $3, due_at = $4, late_at = $5 where plant_id = $1 and stream_id = $2 and kind = 'snapshot'`,
      [tx.plantId, job, now - 31 * minuteMs, now - minuteMs, now + 4 * minuteMs],
    ),
  )
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/`,
    account: { login: 'guardian', password: demoPassword },
    at: atVessel,
    sees: await workFace(51),
  })
  const { page } = phone
  const alarm = page.getByRole('alertdialog')
  await alarm.waitFor()
  await phone.shot('alarm')
  await alarm.getByRole('button').click()
  await page.getByRole('button', { name: '开始拍照' }).waitFor()
  await phone.shot('snapshot due')
  await page.getByRole('button', { name: '开始拍照' }).click()
  await page.getByText('拍作业面全景').waitFor()
  await take(phone, 'work face', 52)
  await page.getByText('拍监护人正面').waitFor()
  await take(phone, 'guardian', 53)
  await page.getByText('快照已记录').waitFor()
  await phone.shot('snapshot done')
  assert.equal((await record()).record.snapshots.length, 1)
})

test('in English: a code at the vessel leads to its job, and a stop by somebody else is heard', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/me`,
    account: { login: 'guardian', password: demoPassword },
    at: atVessel,
    sees: await codeInView(plant.codeOf('place', vessel)),
  })
  const { page } = phone
  await page.getByRole('radio', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Scan' }).click()
  await page.getByText('Jobs at').waitFor()
  await phone.shot('scanned')
  await page.getByRole('button', { name: 'Home' }).click()
  await page.getByText('My jobs').waitFor()
  await phone.shot('home in English')
  await page.goto(`${url}/field/jobs/${job}/gas-test`)
  await page.getByRole('button', { name: /GD-01/ }).click()
  await page.getByText('Within').first().waitFor()
  await phone.shot('gas test in English')

  // Somebody without an account stops the work at the gate: the guardian's phone sounds on whatever page it is.
  await fetch(`${url}/api/plants/${demoPlant}/jobs/${job}/stop`, { method: 'POST', body: '{}' })
  const alarm = page.getByRole('alertdialog', { name: 'All work has stopped' })
  await alarm.waitFor()
  await phone.shot('stopped in English')
  await alarm.getByRole('button').click()
  await alarm.waitFor({ state: 'detached' })
})
