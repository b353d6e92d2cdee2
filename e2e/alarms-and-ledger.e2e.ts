import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { startSimulators, type Simulator } from '#scripts/start/simulators.ts'
import { startJob, type AsLogin, type Walked } from '#server/testing/started-job.ts'
import { atVessel, cast } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { walkedOver } from './harness/walked-over.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const job = 'watched'
let plant: ServedPlant
let simulators: readonly Simulator[] = []
let url = ''
let server: Walked
let as: AsLogin = {}

before(async () => {
  simulators = await startSimulators(process.env)
  plant = await servePlant({ withNumbers: true })
  url = plant.url
  server = walkedOver(url, plant.database, atVessel)
  as = await startJob(server, job)
})
after(async () => {
  await plant.close()
  for (const simulator of simulators) simulator.end()
})

const account = (login: string) => ({ login, password: demoPassword })

/** Tests the air anew: this much methanol, in percent of its lower explosion limit. */
const testGas = async (methanol: number, picture: string): Promise<void> => {
  const readings = [
    { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
    { gas: 'methanol', value: methanol, unit: 'percent-lel' },
    { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
  ]
  const { status } = await server.command(as['analyst'] ?? '', job, {
    type: 'RecordGasTest',
    test: {
      samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: server.now(), readings })),
      instrument: 'GD-01',
      analyst: cast.analyst.number,
      position: atVessel,
      displayPicture: await server.capture(job, 'gas-test', `${job}-gas-${picture}`),
    },
  })
  assert.equal(status, 200)
}

test('bad air during work suspends it, calls the guardian away at once, and stands on the desk until the air is good', async (t) => {
  const browser = browserFor(t)
  const phone = await browser.openPhone({ url: `${url}/field`, account: account('guardian'), at: atVessel })
  const desk = await browser.openDesk({ url: `${url}/alarms`, account: account('officer') })
  await phone.page.getByText('更换人孔法兰').first().waitFor()
  await desk.page.getByRole('heading', { name: '报警' }).waitFor()

  await testGas(40, 'over')

  await phone.page.getByText('马上撤离').waitFor()
  await phone.shot('gas-over-limit-phone')
  const { body } = await server.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })
  assert.equal(body['job'].status, 'suspended')

  const row = desk.page.getByRole('row', { name: /06 气体浓度超标/ })
  await row.waitFor()
  await desk.shot('alarms-desk')
  await row.getByRole('button', { name: '填写结果并关闭' }).click()
  await desk.page.getByLabel('处理结果').fill('人员已撤离，强制通风后复测')
  await desk.shot('alarms-close')
  await desk.page.getByRole('button', { name: '关闭这条报警' }).click()
  await desk.page.getByText('报警的情况还在').waitFor()
  await desk.shot('alarms-still-stands')
  await desk.page.keyboard.press('Escape')

  await testGas(2, 'good')
  await row.waitFor({ state: 'detached' })
  await desk.page.getByText('已关闭', { exact: true }).click()
  await desk.page.getByText('已整改').first().waitFor()
  await desk.shot('alarms-ended')
})

test('the ledger drills down by a count and hands out a workbook of what it shows', async (t) => {
  const desk = await browserFor(t).openDesk({ url: `${url}/ledger`, account: account('officer') })
  const rows = desk.page.locator('tbody tr[data-row-key]')
  await rows.nth(1).waitFor()
  await desk.shot('ledger')
  await desk.page.getByRole('button', { name: /^动火作业\s*\d+$/ }).click()
  await desk.page.getByText('作业类型：动火作业').waitFor()
  await rows.nth(1).waitFor({ state: 'detached' })
  assert.equal(await rows.count(), 1)
  await desk.shot('ledger-drilled')
  const href = await desk.page.getByRole('link', { name: '导出 Excel' }).getAttribute('href')
  const workbook = await desk.context.request.get(`${url}${href}`)
  assert.equal((await workbook.body()).subarray(0, 2).toString(), 'PK')
})

test('the desk shows what went to the park, and an administrator may send it again from a day', async (t) => {
  const desk = await browserFor(t).openDesk({ url: `${url}/integrations/park`, account: account('admin') })
  await desk.page.getByText('回执').first().waitFor()
  await desk.shot('feed')
  await desk.page.getByLabel('起始日期').fill(new Date().toISOString().slice(0, 10))
  await desk.page.getByRole('button', { name: '开始重新上报' }).click()
  await desk.page.getByText(/^完成：\d+ 项作业/).waitFor()
  await desk.shot('feed-replayed')
})
