import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { hashPassword } from '#server/session/password.ts'
import { type Database } from '#server/store/database.ts'
import { startJob } from '#server/testing/started-job.ts'
import { atVessel, cast } from '#server/testing/test-plant.ts'
import { browserFor, type Device } from './harness/browser-for.ts'
import { button, hold } from './harness/gestures.ts'
import { walkedOver } from './harness/walked-over.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const job = 'changing'
const newcomer = createRoster().cast['welder-qualified-2']
let plant: ServedPlant
let url = ''

before(async () => {
  plant = await servePlant({})
  url = plant.url
  await addNewcomerAccount(plant.database)
  await startJob(walkedOver(url, plant.database, atVessel), job, {
    operations: ['confined-space'],
    crew: [{ person: cast['welder-qualified'].number, duties: ['entrant'] }],
  })
})
after(() => plant.close())

const addNewcomerAccount = (database: Database) =>
  database.withPlant(demoPlant, async (tx) =>
    tx.query(
      `insert into accounts (plant_id, account_id, login, password_hash, person_id, roles) values ($1, 'newcomer', 'newcomer', $2, $3, '{worker}')`,
      [demoPlant, await hashPassword(demoPassword), newcomer.number],
    ),
  )

test('a worker is replaced during work and briefed late, the work goes on, and another place is another permit', async (t) => {
  const browser = browserFor(t)
  // The pictures of the start were not taken by a camera, so there is nothing to show of them.
  const without = (device: Device): Device => {
    device.allowFault(/api\/evidence\/changing-/)
    return device
  }
  const as = async (login: string, path: string): Promise<Device> =>
    without(
      await browser.openPhone({
        url: `${url}/field/jobs/${job}${path}`,
        account: { login, password: demoPassword },
        at: atVessel,
      }),
    )

  // The way: 变更 → 换人 → who steps back, and then who takes over.
  const leader = await as('leader', '')
  await button(leader.page, '变更').click()
  await button(leader.page, /^换人/).waitFor()
  await leader.shot('changes-01-ways')
  await button(leader.page, /^换人/).click()
  await button(leader.page, new RegExp(cast['welder-qualified'].name)).waitFor()
  await leader.shot('changes-02-who')
  await button(leader.page, new RegExp(cast['welder-qualified'].name)).click()
  await button(leader.page, new RegExp(newcomer.name)).waitFor()
  await leader.shot('changes-03-candidates')
  await button(leader.page, new RegExp(newcomer.name)).click()
  await button(leader.page, '身体不适').waitFor()
  await leader.shot('changes-04-reason')
  await button(leader.page, '提交变更').click()
  await leader.page.getByText('人员变更记录').waitFor()
  await leader.shot('changes-05-made')

  // The newcomer waits for the briefer, hears it and signs; the others stay briefed.
  const phone = await as('newcomer', '/briefing')
  await phone.page.getByText('还差 1 人签字').first().waitFor()
  assert.equal(await button(phone.page, /我已听清/).count(), 0)
  await leader.page.goto(`${url}/field/jobs/${job}/briefing`)
  await button(leader.page, /补做交底/).waitFor()
  await leader.shot('changes-06-brief-newcomer')
  await hold(leader.page, /补做交底/)
  await hold(phone.page, /我已听清/)
  await phone.page.getByText('已签字').first().waitFor()
  await phone.shot('changes-07-briefed')
  await leader.page.goto(`${url}/field/jobs/${job}`)
  await leader.page.getByText('作业中').first().waitFor()

  // Somebody asks to cancel: the work stands, the head of the unit says no, and it waits for a resume.
  await leader.page.goto(`${url}/field/jobs/${job}/changes`)
  await button(leader.page, /^取消作业/).click()
  await leader.page.getByLabel('原因').fill('生产安排变化')
  await leader.shot('changes-08-cancel')
  await hold(leader.page, '按住申请取消')
  await leader.page.getByText('等有权人答复').waitFor()
  await leader.shot('changes-09-waits')
  const head = await as('director', '/changes')
  await button(head.page, '不同意').waitFor()
  await head.shot('changes-10-answer')
  await button(head.page, '不同意').click()
  await button(head.page, '不同意').waitFor({ state: 'detached' })

  // Another place is another permit.
  await leader.page.reload()
  await button(leader.page, /^内容、范围、地点或时间变了/).click()
  await button(leader.page, '换地点').click()
  await leader.page.getByLabel('原因').fill('改到 N5')
  await leader.shot('changes-11-reissue')
  await hold(leader.page, '按住关闭重办')
  await leader.page.waitForURL(/\/apply\//)
  await leader.page.getByRole('button', { name: /提交/ }).first().waitFor()
  await leader.shot('changes-12-draft')
  await leader.page.goto(`${url}/field/jobs/${job}`)
  await leader.page.getByText('已关闭重办').first().waitFor()
  await leader.shot('changes-13-old-job')

  const desk = without(
    await browser.openDesk({ url: `${url}/jobs/${job}`, account: { login: 'officer', password: demoPassword } }),
  )
  await desk.page.getByText('已关闭重办').first().waitFor()
  await desk.shot('changes-14-desk')
})
