import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { hashPassword } from '#server/session/password.ts'
import { type Database } from '#server/store/database.ts'
import { prepareJob, type AsLogin, type Walked } from '#server/testing/started-job.ts'
import { atVessel, cast, signature } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { answerAlarms, button, hold, takePicture } from './harness/gestures.ts'
import { workFace } from './harness/scenes.ts'
import { walkedOver } from './harness/walked-over.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const job = 'guarded'
const relief = createRoster().employees.find(
  ({ position, number }) => position === 'guardian' && number !== cast.guardian.number,
)!
let plant: ServedPlant
let url = ''
let server: Walked
let as: AsLogin = {}

before(async () => {
  plant = await servePlant({})
  url = plant.url
  await addReliefAccount(plant.database)
  server = walkedOver(url, plant.database, atVessel)
  const guardians = [cast.guardian.number, relief.number]
  as = await prepareJob(server, job, { guardians }, ['relief'])
})
after(() => plant.close())

const addReliefAccount = (database: Database) =>
  database.withPlant(demoPlant, async (tx) =>
    tx.query(
      `insert into accounts (plant_id, account_id, login, password_hash, person_id, roles) values ($1, 'relief', 'relief', $2, $3, '{guardian}')`,
      [demoPlant, await hashPassword(demoPassword), relief.number],
    ),
  )

const metresPerDegree = 111_195
const north = (metres: number) => ({ ...atVessel, latitude: atVessel.latitude + metres / metresPerDegree })
const statusOf = async (): Promise<string> =>
  (await server.request(`/api/jobs/${job}`, { cookie: as['leader']! })).body['job'].status
const give = async (login: string, body: object) => {
  const answer = await server.command(as[login]!, job, body)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}
test('a guardian signs in at the site, walks away, comes back and is relieved without a gap', async (t) => {
  const browser = browserFor(t)
  const phone = await browser.openPhone({
    url: `${url}/field/jobs/${job}/sign-in`,
    account: { login: 'guardian', password: demoPassword },
    at: north(300),
    sees: await workFace(31),
  })
  const { page } = phone
  await answerAlarms(page)
  await page.getByText('请走到作业点再签到').waitFor()
  assert.ok(await button(page, '拍照签到').isDisabled())
  await phone.shot('1 too far')
  await phone.moveTo({ ...atVessel, accuracyMetres: 400 })
  await page.getByText('误差太大').waitFor()
  await phone.shot('2 uncertain')
  await phone.moveTo(atVessel)
  await page.getByText('位置没问题').waitFor()
  await phone.shot('3 at the site')
  await button(page, '拍照签到').click()
  await takePicture(phone)
  await button(page, /按住离开|按住交班/).waitFor()
  await page.getByText(/正在监护/).waitFor()
  await phone.shot('4 on duty')

  await give('leader', { type: 'StartWork', signature })
  const desk = await browser.openDesk({ url, account: { login: 'safety', password: demoPassword } })
  await phone.moveTo(north(320))
  await page.getByText('您已离开现场').first().waitFor()
  await phone.shot('5 left')
  assert.equal(await statusOf(), 'suspended')
  await desk.page.goto(`${url}/`)
  await desk.page
    .getByText(/监护人.+已离开现场/)
    .first()
    .waitFor()
  await desk.shot('6 board')

  const leader = await browser.openPhone({
    url: `${url}/field/messages`,
    account: { login: 'leader', password: demoPassword },
    at: atVessel,
  })
  await answerAlarms(leader.page)
  await leader.page
    .getByText(/由 .+ 处理/)
    .first()
    .waitFor()
  await leader.shot('7 alarms')

  await phone.moveTo(atVessel)
  await page.getByText('在现场').first().waitFor()
  await give('leader', { type: 'ResumeWork', signature })

  const next = await browser.openPhone({
    url: `${url}/field/jobs/${job}/sign-in`,
    account: { login: 'relief', password: demoPassword },
    at: atVessel,
    sees: await workFace(32),
  })
  await answerAlarms(next.page)
  await next.page.getByText('位置没问题').waitFor()
  await button(next.page, '拍照签到').click()
  await takePicture(next)
  await next.page.getByText(/正在监护/).waitFor()
  await page.getByText('已签到,可以交班').waitFor()
  await phone.shot('8 hand over')
  await hold(page, /按住交班/)
  await button(page, '拍照签到').waitFor()
  assert.equal(await statusOf(), 'active')
})

test('what went in must come out before the job can be accepted', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/jobs/${job}/passages`,
    account: { login: 'relief', password: demoPassword },
    at: atVessel,
    sees: await workFace(33),
  })
  const { page } = phone
  await answerAlarms(page)
  await button(page, '进').first().click()
  await page.getByText('1 人').waitFor()
  await page.getByLabel('工具名称').fill('焊枪')
  await page.getByLabel('数量').fill('2')
  await button(page, '进').last().click()
  await page.getByText('还差 2 件').waitFor()
  await phone.shot('1 inside')
  await button(page, '出').first().click()
  await page.getByText('0 人').waitFor()
  await button(page, '出').first().click()
  await page.getByText('还差 1 件').waitFor()

  await page.goto(`${url}/field/jobs/${job}/close-out`)
  await button(page, '按住结束作业').waitFor()
  await phone.shot('2 end the work')
  await hold(page, '按住结束作业')
  await page.getByText(/焊枪/).waitFor()
  await phone.shot('3 mismatch')
  await button(page, '清点工具').click()
  await button(page, '出').first().click()
  await page.getByText('数量相符').waitFor()
  await page.goto(`${url}/field/jobs/${job}/close-out`)
  await page.getByText('全部清点出来').waitFor()
  await button(page, '拍现场').click()
  await takePicture(phone)
  await page.getByText(/已拍 1 张/).waitFor()
  await button(page, '看过,没有余火').click()
  await page.getByText('已看 1 次').waitFor()
  await phone.shot('4 fire watch')
})

test('stopping is two taps away at most, in English and in the sun', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/jobs/${job}/close-out`,
    account: { login: 'relief', password: demoPassword },
    at: atVessel,
  })
  const { page } = phone
  await answerAlarms(page)
  await page.evaluate(() => localStorage.setItem('holdpoint.language', 'en'))
  await page.reload()
  await page.getByText('Fire watch').first().waitFor()
  await button(page, /sunlight/i).click()
  await phone.shot('1 close-out in the sun')
  await page.goto(`${url}/field/messages`)
  await page.getByRole('button', { name: 'Stop work' }).click()
  await phone.shot('2 which work')
  await page.goto(`${url}/field/jobs/${job}/close-out`)
  await page.getByText('Fire watch').first().waitFor()
  await page.getByRole('button', { name: 'Stop work' }).click()
  await page.getByText(/is stopped/).waitFor()
  await phone.shot('3 stopped')
  const history = (await server.request(`/api/jobs/${job}`, { cookie: as['leader']! })).body['history']
  assert.equal(history.at(-1).event.type, 'WorkStopped')
})
