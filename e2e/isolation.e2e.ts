import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { id, type EvidenceId, type JobId, type PersonId } from '#core/ids.ts'
import { epochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { type Database } from '#server/store/database.ts'
import { handlePoint } from '#server/isolation/handle-point.ts'
import { readPoint, readPoints } from '#server/isolation/point-rows.ts'
import { insertTestPicture } from '#server/testing/test-plant.ts'
import { atVessel, jobSteps } from './harness/approved-job.ts'
import { browserFor } from './harness/browser-for.ts'
import { workFace } from './harness/scenes.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const feed = 'ISO-R-102-FV1'
const { cast } = createRoster()
const leader = id<PersonId>(cast['crew-leader'].number)
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
  await steps.testAndVentilate(job, capture)
})
after(() => plant.close())

let captures = 0
/** A picture as the capture would have left it. */
const capture = async (step: string): Promise<EvidenceId> => {
  const name = `${job}-${step}-${++captures}`
  const fan = step === 'ventilation' ? 'FAN-R-102' : undefined
  await database.withPlant(demoPlant, (tx) =>
    insertTestPicture(tx, { name, job, step, at: Date.now(), position: atVessel, fan }),
  )
  return id(name)
}

test('a lock stays on while a job relies on it', async (t) => {
  const open = browserFor(t)
  const phone = await open.openPhone({
    url: `${url}/field/jobs/${job}/isolation`,
    account: { login: 'leader', password: demoPassword },
    at: atVessel,
    sees: await workFace(41),
  })
  const { page } = phone
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.getByText('本作业还没有列入隔离点').waitFor()
  await phone.shot('isolation-1-none-named')
  await page.getByRole('button', { name: '列入本作业' }).nth(1).click()
  await page.getByText('0 / 1').waitFor()

  await button('上锁挂牌').click()
  await page.getByLabel('锁号').fill('L-0715')
  await phone.shot('isolation-2-lock')
  await button('拍锁和牌').click()
  await page.getByRole('button', { name: '拍照' }).and(page.locator(':enabled')).click()
  await page.getByRole('button', { name: '用这张' }).click()
  await button('确认已上锁').click()
  await page.getByText('锁 L-0715').waitFor()
  await phone.shot('isolation-3-locked')

  await assert.rejects(steps.start(job), /point-not-tried-out/)
  await button('试启动 / 验电').click()
  await page.getByRole('button', { name: cast.guardian.name }).click()
  await phone.shot('isolation-4-try-out')
  await button('不动、无电').click()
  await page.getByText('1 / 1').waitFor()
  await phone.shot('isolation-5-proven')
  await steps.start(job)

  const other = await steps.submittedLater('更换进料阀垫片')
  await database.withPlant(demoPlant, async (tx) => {
    const point = await readPoint(tx, feed)
    assert.ok(point)
    const now = epochMs(Date.now())
    const named = await handlePoint(tx, point, { type: 'NamePoint', by: leader, occurredAt: now, job: other }, now)
    assert.ok(named.accepted)
  })
  await page.reload()
  await button('解锁摘牌').click()
  await button('确认解锁').click()
  await page.getByText('「更换进料阀垫片」').waitFor()
  await page.getByText('还依靠隔离点').first().waitFor()
  await phone.shot('isolation-6-lock-stays')

  const desk = await open.openDesk({
    url: `${url}/registers/isolation`,
    account: { login: 'safety', password: demoPassword },
  })
  await desk.page.getByText('更换进料阀垫片').waitFor()
  await desk.shot('isolation-7-register')
  const say = (label: string, text: string) => desk.page.getByLabel(label, { exact: true }).fill(text)
  const choosePlace = async () => {
    await desk.page.getByLabel('部位', { exact: true }).click()
    await desk.page.locator('.ant-select-item-option').first().click()
  }
  const save = () => desk.page.getByRole('button', { name: '保存' }).click()
  await desk.page.getByRole('button', { name: '登记隔离点' }).click()
  const [taken] = await database.withPlant(demoPlant, readPoints)
  await say('编号', taken?.number ?? '')
  await say('隔离点', '循环水进口阀')
  await choosePlace()
  await save()
  await desk.page.getByText('这个编号已经登记过').waitFor()
  await desk.shot('isolation-8-number-taken')
  await say('编号', 'V-9001')
  await save()
  await desk.page.getByRole('row').filter({ hasText: 'V-9001' }).getByRole('button', { name: '更正' }).click()
  await say('隔离点', '循环水出口阀')
  await save()
  await desk.page.getByText('循环水出口阀').waitFor()

  await desk.page.getByRole('link', { name: '盲板' }).click()
  await desk.page.getByText('MB-012', { exact: true }).waitFor()
  await desk.shot('isolation-9-blinds')
  await desk.page.getByRole('button', { name: '登记盲板' }).click()
  await say('盲板编号', 'MB-012')
  await say('位置图编号 / 法兰', 'T-88 F3')
  await say('管线号(同一管线写同一个号)', 'P-1208')
  await say('介质', '氮气')
  await say('规格(含厚度)', 'DN80 PN16 δ=8')
  await say('材质', '20#')
  await say('温度(°C)', '40')
  await say('压力(MPa)', '0.6')
  await choosePlace()
  await save()
  await desk.page.getByText('这个编号已经登记过').waitFor()
  await desk.shot('isolation-10-blind-taken')
  await say('盲板编号', 'MB-088')
  await save()
  await desk.page.getByRole('row').filter({ hasText: 'MB-088' }).waitFor()
  await desk.shot('isolation-11-blinds')
})
