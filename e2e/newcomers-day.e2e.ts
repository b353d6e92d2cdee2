import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { JobPage } from '#contract/job-views.ts'
import { addMinutes, epochMs, hourMs, minuteMs, type EpochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { projectFolder } from '#scripts/project-folder.ts'
import { hashPassword } from '#server/session/password.ts'
import { type Database } from '#server/store/database.ts'
import { atVessel } from '#server/testing/test-plant.ts'
import { browserFor, type Device, type OpenOptions, type TestBrowser } from './harness/browser-for.ts'
import { button, confirmMeasures, hold, takePicture, writePreparations } from './harness/gestures.ts'
import { codeInView, workFace } from './harness/scenes.ts'
import { ordinaryDay } from './harness/ordinary-day.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

/**
 * The newcomer's day from end to end: messy ledgers in, an application refused and mended, papers, signatures, the five hold
 * points, a break long enough for a new gas test, and the close. The server's clock is set to a weekday's morning and moved on
 * where a person would wait.
 */
const { cast } = createRoster()
const ledgers = ['花名册.xlsx', '特种作业证台账.xlsx', '体检台账.xlsx', '培训记录.csv', '岗位作业矩阵.xlsx'].map(
  (name) => join(projectFolder, 'demo', 'ledgers', name),
)

let plant: ServedPlant
let url = ''
let database: Database
let fanCode = ''

/** Nine in the morning at the plant, on an ordinary day: neither night nor rest raises a level. */
const morning = (): EpochMs => epochMs(Date.parse(`${ordinaryDay(Date.now(), 'before')}T09:00+08:00`))
let ahead = morning() - Date.now()
const clock = (): EpochMs => epochMs(Date.now() + ahead)
const pass = (minutes: number): void => {
  ahead += minutes * minuteMs
}

before(async () => {
  plant = await servePlant({ withNumbers: true, clock })
  url = plant.url
  database = plant.database
  fanCode = plant.codeOf('fan', 'FAN-R-102')
})
after(() => plant.close())

const account = (login: string) => ({ login, password: demoPassword })
const phoneOf =
  (browser: TestBrowser) =>
  async (login: string, path: string, options: Partial<OpenOptions> = {}): Promise<Device> =>
    browser.openPhone({ url: `${url}/field${path}`, account: account(login), at: atVessel, ...options })

/** A phone that takes no pictures needs no camera, and so no browser process of its own. */
const screenOf =
  (browser: TestBrowser) =>
  (login: string, path: string): Promise<Device> =>
    browser.openDesk({
      url: `${url}/field${path}`,
      account: account(login),
      at: atVessel,
      size: { width: 390, height: 844 },
    })

const importLedgers = async ({ page, shot }: Device): Promise<void> => {
  const preview = async () => {
    await page.locator('input[type=file]').setInputFiles(ledgers)
    await button(page, '预览').click()
    await page.locator('button[aria-pressed]').first().waitFor()
  }
  const commit = async () => {
    await button(page, /^导入 .* 行$/).click()
    await button(page, '撤销这次导入').waitFor()
  }
  await preview()
  await shot('1 ledgers')
  await commit()
  await button(page, '撤销这次导入').click()
  await page.getByText('已撤销,数据回到导入前的样子').waitFor()
  await page.goto(`${url}/people/import`)
  await preview()
  await commit()
}

const apply = async ({ page, shot }: Device): Promise<string> => {
  const member = (name: string) => page.getByRole('article', { name })
  await button(page, '动火作业').click()
  await button(page, '选择地点').click()
  await page.getByLabel('找地点').fill('R-102')
  await button(page, /R-102/).click()
  await page.getByLabel('具体部位').fill('人孔 N3')
  await page.getByLabel('作业内容').fill('更换人孔法兰,焊接')
  const start = new Date(clock() + 8 * hourMs).toISOString().slice(0, 16)
  await page.getByLabel('开始').fill(start)
  await page.getByLabel('为什么当天必须做').fill('法兰渗漏,等不到明天')
  await member('受限空间作业').waitFor()
  await page.getByRole('group', { name: '动火方式' }).getByRole('button', { name: '电焊' }).click()
  await page
    .getByRole('group', { name: /装置已全部停车/ })
    .getByRole('button', { name: '否' })
    .click()
  await page.getByLabel('受限空间原有介质').fill('甲醇')
  await page.getByRole('group', { name: '作业活动' }).getByRole('button', { name: '检修' }).click()

  const add = async (opener: string, name: string, duties: readonly string[]): Promise<void> => {
    await button(page, opener).click()
    const sheet = page.getByRole('dialog')
    for (const duty of duties) await sheet.getByRole('button', { name: duty, exact: true }).click()
    await sheet.getByLabel('姓名或工号').fill(name)
    await sheet.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await sheet.waitFor({ state: 'detached' })
    await member(name).waitFor()
  }
  const welder = ['焊工（熔化焊、热切割）', '进入作业人']
  await add('添加作业人员', cast['welder-certificate-expired'].name, welder)
  await add('添加作业人员', cast['welder-medical-overdue'].name, welder)
  await add('添加作业人员', cast['fitter-training-missing'].name, ['辅助作业人', '进入作业人'])
  await add('添加监护人', cast.guardian.name, [])
  await add('选择气体分析人', cast.analyst.name, [])
  await hold(page, '按住提交申请')
  const reasons = page.getByRole('alert').filter({ hasText: '现在还不行' })
  await reasons.getByText(/向人力系统申请补训|补训申请正在发送/).waitFor()
  await reasons.scrollIntoViewIfNeeded()
  await shot('2 refused at once')
  for (const part of ['welder-certificate-expired', 'welder-medical-overdue', 'fitter-training-missing'] as const) {
    const { name } = cast[part]
    assert.ok((await reasons.innerText()).includes(name), `${name} is not among the reasons`)
    await reasons.getByRole('article').filter({ hasText: name }).first().getByRole('button', { name: '换人' }).click()
    const sheet = page.getByRole('dialog', { name: `换下 ${name}` })
    await sheet
      .getByRole('button', { name: /符合要求/ })
      .first()
      .click()
    await member(name).waitFor({ state: 'detached' })
    await reasons.filter({ hasText: name }).waitFor({ state: 'detached' })
  }
  await page.getByText('可以提交').waitFor()
  await hold(page, '按住提交申请')
  await page.waitForURL(/\/field\/jobs\/[^/]+$/)
  return page.url().split('/').at(-1) ?? ''
}

/** Colleagues who were swapped in have no account in the demo, and each signs with an own one. */
const giveAccounts = async (people: readonly string[]): Promise<readonly string[]> => {
  const passwordHash = await hashPassword(demoPassword)
  return database.withPlant(demoPlant, async (tx) => {
    await tx.query(
      `insert into accounts (plant_id, account_id, login, password_hash, person_id, roles)
       select $1, p, p, $3, p, '{worker}' from unnest($2::text[]) p
       where not exists (select from accounts a where a.plant_id = $1 and a.person_id = p)`,
      [demoPlant, people, passwordHash],
    )
    const { rows } = await tx.query<{ login: string }>(
      'select min(login) as login from accounts where plant_id = $1 and person_id = any($2) group by person_id',
      [demoPlant, people],
    )
    return rows.map(({ login }) => login)
  })
}

const testGas = async (phone: Device, job: string): Promise<void> => {
  const { page } = phone
  await page.goto(`${url}/field/jobs/${job}/gas-test`)
  await button(page, /GD-01/).click()
  for (const [label, value] of [
    ['氧气', '20.8'],
    ['甲醇（可燃）', '2'],
    ['甲醇（有毒）', '6'],
  ] as const)
    for (const field of await page.locator('input').and(page.getByLabel(label)).all()) await field.fill(value)
  await page.getByText('在作业区域内').waitFor()
  await button(page, '下一步').click()
  await takePicture(phone)
  await page.getByText('已到服务器').waitFor()
  await hold(page, '读数一致')
  await page.getByText('全部合格').waitFor()
}

test('a newcomer lives through one day, from messy ledgers to a closed job', async (t) => {
  const browser = browserFor(t)
  const phone = phoneOf(browser)
  const screen = screenOf(browser)
  const desk = await browser.openDesk({ url: `${url}/people/import`, account: account('safety') })
  await importLedgers(desk)

  const leader = await screen('leader', '/apply')
  const job = await apply(leader)
  const read = async (): Promise<JobPage> =>
    (await (await leader.context.request.get(`${url}/api/jobs/${job}`)).json()) as JobPage
  const record = async () => {
    const { job: now } = await read()
    assert.ok('record' in now)
    return now.record
  }
  const at = (page: string): string => `${url}/field/jobs/${job}${page}`
  assert.deepEqual(
    (await record()).permits.map(({ operation }) => operation),
    ['hot-work', 'confined-space'],
  )
  await desk.page.goto(`${url}/`)
  const column = (name: string) => desk.page.getByRole('region', { name })
  await column('待审批').getByText('更换人孔法兰').waitFor()

  await leader.page.goto(at('/prepare'))
  await writePreparations(leader.page)
  await leader.page.goto(at('/measures'))
  await confirmMeasures(leader.page)
  await leader.page.goto(at('/briefing'))
  await hold(leader.page, /我来交底并签字/)
  const { crew, guardians } = (await record()).application
  const briefed = await giveAccounts([...crew.map(({ person }) => person), ...guardians])
  assert.equal(briefed.length, 4)
  for (const [signed, login] of briefed.entries()) {
    const own = await screen(login, `/jobs/${job}/briefing`)
    await hold(own.page, /我已听清/)
    await own.page
      .getByText(/^已签字/)
      .nth(signed)
      .waitFor()
  }
  for (const login of ['dispatch', 'director', 'safety']) {
    const approver = await screen(login, `/jobs/${job}/approve`)
    // Dispatch agrees to urgent work from the control room; the others sign at the vessel.
    if (login !== 'dispatch') await approver.page.getByText(/在作业地点内/).waitFor()
    await hold(approver.page, /^批准/)
    await approver.page.getByText(login === 'safety' ? '审批全部完成' : '这一步不由您审批').waitFor()
    if (login === 'safety') await approver.shot('3 approved on site')
  }
  // The board on the desk has followed by itself.
  await column('待开工').getByText('更换人孔法兰').waitFor()

  await leader.page.goto(at('/start'))
  await leader.page.getByText(/开工还差/).waitFor()
  const analyst = await phone('analyst', '/', { sees: await workFace(901) })
  await testGas(analyst, job)
  const guardian = await phone('guardian', `/jobs/${job}/ventilation`, { sees: await codeInView(fanCode) })
  await guardian.page.getByText('拍风机铭牌和二维码').waitFor()
  await takePicture(guardian)
  await guardian.page.getByText('拍运转中的风机').waitFor()
  await takePicture(guardian)
  await hold(guardian.page, '按住确认通风')
  await guardian.page.getByText('通风已确认').waitFor()
  await guardian.page.goto(at('/sign-in'))
  await button(guardian.page, '拍照签到').click()
  await takePicture(guardian)
  await guardian.page
    .getByText(/正在监护/)
    .first()
    .waitFor()

  await leader.page.goto(at('/start'))
  await hold(leader.page, '按住开工')
  await leader.page.getByText('作业中').first().waitFor()
  await leader.shot('4 at work')
  await column('作业中').getByText('更换人孔法兰').waitFor()

  const [entrant] = crew
  assert.ok(entrant)
  await guardian.page.goto(at('/passages'))
  await button(guardian.page, '进').first().click()
  await guardian.page.getByText('1 人').waitFor()

  // Half an hour later the phone asks for the picture by itself.
  pass(31)
  await guardian.moveTo(atVessel)
  await guardian.page.goto(at(''))
  const alarm = guardian.page.getByRole('alertdialog')
  await alarm.waitFor()
  await guardian.shot('5 the picture is due')
  await alarm.getByRole('button').click()
  await button(guardian.page, '开始拍照').click()
  await takePicture(guardian)
  await takePicture(guardian)
  await guardian.page.getByText('快照已记录').waitFor()

  await guardian.page.goto(at('/passages'))
  await button(guardian.page, '出').first().click()
  await guardian.page.getByText('0 人').waitFor()
  await leader.page.goto(at('/start'))
  await button(leader.page, /中断作业/).click()
  await column('中断').getByText('更换人孔法兰').waitFor()
  pass(61)
  // The browser keeps the time at which a position was set, and an old fix places nobody.
  await guardian.moveTo(atVessel)
  await guardian.page.goto(at(''))
  await guardian.page.getByText(/位置已报/).waitFor()
  await leader.page.goto(at('/start'))
  await leader.page.getByText(/恢复还差/).waitFor()
  await leader.shot('6 resume asks for a new test')
  const { readiness } = await read()
  assert.ok(readiness?.gate?.refusals.some(({ code }) => code === 'gas-test-after-break'))
  await testGas(analyst, job)
  await leader.page.reload()
  await hold(leader.page, '按住恢复作业')
  await column('作业中').getByText('更换人孔法兰').waitFor()

  await guardian.page.goto(at('/close-out'))
  await hold(guardian.page, '按住结束作业')
  await button(guardian.page, '拍现场').click()
  await takePicture(guardian)
  await guardian.page.getByText(/已拍 1 张/).waitFor()
  pass(31)
  await guardian.page.goto(at('/close-out'))
  await button(guardian.page, '看过,没有余火').click()
  await guardian.page.getByText('看守完成').waitFor()
  await guardian.shot('7 cleared and watched')

  await leader.page.goto(at('/accept'))
  await hold(leader.page, /^签字/)
  const director = await screen('director', `/jobs/${job}/accept`)
  await hold(director.page, /^签字/)
  await director.page.getByText('作业已关闭').waitFor()

  await desk.page.goto(`${url}/jobs/${job}`)
  await desk.page.getByText('更换人孔法兰').first().waitFor()
  await desk.page.locator('img').first().waitFor()
  await desk.shot('8 the story')
  const { history } = await read()
  const happened = new Set(history.map(({ event }) => event.type))
  for (const type of [
    'CommandRefused',
    'JobSubmitted',
    'GasTested',
    'VentilationRecorded',
    'GuardianSignedIn',
  ] as const)
    assert.ok(happened.has(type), type)
  for (const type of ['SnapshotTaken', 'WorkStopped', 'WorkResumed', 'FireWatchRecorded', 'JobClosed'] as const)
    assert.ok(happened.has(type), type)
  assert.ok(addMinutes(epochMs(history[0]?.event.occurredAt ?? 0), 120) < clock())
})
