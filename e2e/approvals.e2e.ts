import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { epochMs, hourMs } from '#core/time/epoch.ts'
import { demoPassword, demoPin } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { demoPlaces } from '#demo/places.ts'
import { hashPassword } from '#server/session/password.ts'
import { briefJob, type Walked } from '#server/testing/started-job.ts'
import { applicationAt, atVessel, cast } from '#server/testing/test-plant.ts'
import { confirmMeasures, hold, uploadPlan } from './harness/gestures.ts'
import { browserFor, type Device, type OpenOptions } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'
import { walkedOver } from './harness/walked-over.ts'

let plant: ServedPlant
let url = ''
const job = 'approvals'
const { 'workshop-director': director_, 'maintenance-director': maintenance } = cast
/** A fitter whose papers are in order; found in the plant, because the demo has some whose are not. */
let fitter = ''
const [roadCorner] = demoPlaces.find(({ id }) => id === 'road-south')?.facts.fence ?? []
assert.ok(roadCorner)
const onRoad = { latitude: roadCorner[1] + 0.00002, longitude: roadCorner[0] + 0.00002, accuracyMetres: 5 }
let server: Walked

before(async () => {
  plant = await servePlant({})
  url = plant.url
  server = walkedOver(url, plant.database, onRoad)
  await plant.database.withPlant(demoPlant, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select p.person_id as id from people p join medicals m on m.plant_id = p.plant_id and m.person_id = p.person_id and m.verdict = 'fit'
       join credentials c on c.plant_id = p.plant_id and c.person_id = p.person_id and c.category = 'annual-safety-training' and c.valid_through > now() + interval '30 days'
       where p.plant_id = $1 and p.position_id = 'fitter' and p.employer_id = $1 and m.follow_up_due is null and coalesce(m.systolic_mm_hg, 200) < 140 order by 1 limit 1`,
      [demoPlant],
    )
    fitter = rows[0]?.id ?? ''
    await tx.query(
      `insert into accounts (plant_id, account_id, login, password_hash, person_id, roles) values ($1, 'fitter', 'fitter', $2, $3, '{worker}')`,
      [demoPlant, await hashPassword(demoPassword), fitter],
    )
  })
})
after(() => plant.close())

test('a job goes from the submitted application to ready to start, on the phones of those who sign', async (t) => {
  const browser = browserFor(t)
  const as = (login: string, path: string, options: Partial<OpenOptions> = {}): Promise<Device> =>
    browser.openPhone({
      url: `${url}/field/jobs/${job}${path}`,
      account: { login, password: demoPassword },
      ...options,
    })

  const leader = await as('leader', '')
  const now = epochMs(Date.now())
  const submitted = await leader.context.request.post(`${url}/api/jobs/${job}/commands`, {
    headers: { 'idempotency-key': 'approvals-submit' },
    data: {
      type: 'SubmitJob',
      occurredAt: now,
      application: applicationAt(now, { window: { from: now - hourMs / 6, to: now + 5 * hourMs } }),
    },
  })
  assert.equal(submitted.status(), 200, await submitted.text())
  await leader.page.reload()
  await leader.page.getByText('写作业准备').first().waitFor()
  await leader.shot('01-track-submitted')

  // An approver who comes too early sees what lacks, all at once, and whose it is.
  const far = { ...atVessel, latitude: atVessel.latitude + 0.02 }
  const dispatch = await as('dispatch', '/approve', { at: far })
  await dispatch.page.getByText('还差 31 项').waitFor()
  await dispatch.shot('02-approve-too-early')

  await leader.page.goto(`${url}/field/jobs/${job}/prepare`)
  await prepare(leader)
  await leader.page.getByRole('button', { name: '下一步:确认安全措施' }).click()

  await leader.page.getByRole('heading', { name: '受限空间作业' }).waitFor()
  await leader.shot('05-measures')
  await confirmMeasures(leader.page)
  await leader.shot('06-measures-done')
  await leader.page.getByRole('button', { name: '下一步:安全交底' }).click()
  await leader.page.getByText('等待').or(leader.page.getByText('我来交底')).first().waitFor()
  await leader.shot('07-briefing')
  await hold(leader.page, /我来交底并签字/)
  await leader.page.getByText('还差 2 人签字').first().waitFor()
  for (const login of ['welder', 'guardian']) {
    const phone = await as(login, '/briefing')
    await phone.page.getByRole('button', { name: /我已听清/ }).waitFor()
    if (login === 'welder') await phone.shot('08-briefed')
    await hold(phone.page, /我已听清/)
    await phone.page.getByText('已签字').first().waitFor()
  }

  // The work was not booked: dispatch reads why, and agrees from where it sits.
  await dispatch.page.reload()
  await dispatch.page.getByText(/紧急原因/).waitFor()
  await dispatch.shot('08a-urgent-at-dispatch')
  await hold(dispatch.page, /^批准/)
  await dispatch.page.getByText('这一步不由您审批').waitFor()

  // Far from the vessel it is said before the signature, and refused after it.
  const director = await as('director', '/approve', { at: far })
  await director.page.getByText(/审批须在/).waitFor()
  await director.shot('09-approve-off-site')
  await hold(director.page, /^批准/)
  await director.page.getByText('现在还不行').waitFor()
  await director.shot('10-approve-refused')
  await director.moveTo(atVessel)
  await director.page.getByText(/在作业地点内/).waitFor()
  await director.shot('11-approve-on-site')

  // Called away, the director lets somebody with the same right stand in; their phone says for whom they sign.
  await director.page.goto(`${url}/field/stand-in`)
  await director.page.getByRole('button', { name: maintenance.name }).click()
  await director.page.getByLabel(/原因/).fill('去总部开会')
  await director.shot('11a-stand-in')
  await hold(director.page, /^委托给/)
  await director.page.getByText('生效中').waitFor()
  await director.shot('11b-stands-in')
  const standIn = await browser.openPhone({
    url: `${url}/field/`,
    account: { login: 'maintenance', password: demoPassword },
    at: atVessel,
  })
  await standIn.page
    .getByText(/委托代签/)
    .first()
    .waitFor()
  await standIn.shot('11c-home-stands-in')
  await standIn.page.goto(`${url}/field/jobs/${job}/approve`)
  await standIn.page.getByText(/在作业地点内/).waitFor()
  await standIn.shot('11d-approve-for-another')
  await hold(standIn.page, /^批准/)
  await standIn.page.getByText('收回我的签字').waitFor()
  await standIn.page.getByText(`受${director_.name}委托`).waitFor()
  await standIn.shot('11e-signed-for-another')

  // By day the hot work is of the first level and safety's to approve, by night of the special one and the leadership's.
  const { nextSteps } = (await (await leader.context.request.get(`${url}/api/jobs/${job}`)).json()) as {
    nextSteps: readonly { readonly by: { readonly authority: string } }[]
  }
  const last = nextSteps[0]?.by.authority === 'responsible-leader' ? 'leadership' : 'safety'
  const approver = await as(last, '/approve', { at: atVessel })
  await approver.page.getByText(/在作业地点内/).waitFor()
  await hold(approver.page, /^批准/)
  if (last === 'leadership') await typePin(approver.page, demoPin)
  await approver.page.getByText('审批全部完成').waitFor()
  await approver.shot('12-approved')

  await leader.page.goto(`${url}/field/jobs/${job}/start`)
  await leader.page.getByText(/开工还差/).waitFor()
  await leader.shot('13-start-missing')
  await leader.page.evaluate(() => {
    localStorage.setItem('holdpoint.appearance', 'sunlight')
    localStorage.setItem('holdpoint.language', 'en')
  })
  await leader.page.goto(`${url}/field/jobs/${job}`)
  await leader.page.getByText('Gas test').first().waitFor()
  await leader.shot('14-track-sunlight-english')
  await leader.page.goto(`${url}/field/jobs/${job}/approve`)
  await leader.page.getByText('All approvals are given').waitFor()
  await leader.shot('15-approve-sunlight-english')
})

test('a road is countersigned, sent back to one of its signatures, given one more signer, withdrawn and sent again', async (t) => {
  const browser = browserFor(t)
  const road = 'road'
  const now = epochMs(Date.now())
  await briefJob(
    server,
    road,
    {
      crew: [{ person: fitter, duties: ['road-worker'] }],
      operations: ['road-closing'],
      place: 'road-south',
      placeDetail: '南环路东段',
      content: '路面修补',
      window: { from: now + 6 * hourMs, to: now + 10 * hourMs },
      fields: {
        'road-closing.reason': '路面修补',
        'road-closing.section': '南环路,单侧占道',
        'road-closing.fire-engines-pass': true,
        'road-closing.without-sign-boards': false,
        'road-closing.has-warden': true,
        'road-closing.lamp-height-metres': 1.5,
        'road-closing.cross-work': false,
      },
    },
    ['fitter'],
    ['fitter', 'guardian'],
  )
  const as = (login: string, path: string): Promise<Device> =>
    browser.openPhone({ url: `${url}/field${path}`, account: { login, password: demoPassword }, at: onRoad })

  const safety = await as('safety', `/jobs/${road}/approve`)
  await safety.page.getByText('会签 · 先后不限').waitFor()
  await safety.page.getByText(/在作业地点内/).waitFor()
  await safety.shot('21-countersign')
  await hold(safety.page, /^批准 2 项签字/)
  await safety.page.getByText('这一步不由您审批').waitFor()

  const department = await as('department', `/jobs/${road}/approve`)
  await department.page.getByRole('button', { name: '退回修改' }).click()
  await department.page.getByRole('button', { name: /退回「消防部门会签」/ }).click()
  await department.page.getByLabel('原因').fill('消防车绕行路线没有画出来')
  await department.shot('22-return-to-step')
  await department.page.getByRole('button', { name: '退回', exact: true }).click()
  await department.page.getByText('这一步不由您审批').waitFor()

  // Only the signature that was sent back is asked for again, and its signer reads why before anything else.
  await safety.page.goto(`${url}/field/`)
  await safety.page
    .getByText(/退回原因/)
    .first()
    .waitFor()
  await safety.shot('23-home-sent-back')
  await safety.page.goto(`${url}/field/jobs/${road}/approve`)
  await safety.page.getByText(/在作业地点内/).waitFor()
  await safety.shot('24-sent-back')
  await hold(safety.page, /^批准:消防部门会签/)
  await safety.page.getByText('这一步不由您审批').waitFor()

  await department.page.reload()
  await department.page.getByRole('button', { name: '加签(再请一人签字)' }).click()
  await department.page.getByLabel(/找人/).fill(cast['production-manager'].name)
  await department.page.getByRole('button', { name: cast['production-manager'].name }).click()
  await department.page.getByLabel('请他看什么').fill('夜间封路,请主管领导把关')
  await department.shot('25-add-signer')
  await department.page.getByRole('button', { name: /^请 .* 加签/ }).click()
  await department.page.getByText(/^加签:/).waitFor()
  await hold(department.page, /^批准/)
  await department.page.getByText('这一步不由您审批').waitFor()
  await department.shot('26-waits-for-added')
  const leadership = await as('leadership', `/jobs/${road}/approve`)
  await leadership.page.getByText('请您加签').waitFor()
  await hold(leadership.page, /^批准/)
  await leadership.page.getByText('审批全部完成').waitFor()
  await leadership.shot('27-all-signed')

  const leader = await as('leader', `/jobs/${road}/approve`)
  await leader.page.getByRole('button', { name: '撤回申请' }).click()
  await leader.page.getByLabel('原因').fill('改到下周一')
  await leader.page.getByRole('button', { name: '撤回', exact: true }).click()
  await leader.page.getByText(/等待申请人/).waitFor()
  await leader.page.goto(`${url}/field/`)
  await leader.page.getByText('改到下周一').first().waitFor()
  await leader.shot('28-home-returned')
  await leader.page.goto(`${url}/field/jobs/${road}/returned`)
  await leader.page.getByText('怎么改').waitFor()
  await leader.shot('29-returned')
  await leader.page.getByLabel(/改了什么/).fill('时间不变,恢复原计划')
  await hold(leader.page, /^重新送审/)
  await leader.page.getByText('没有要处理的退回').waitFor()
})

const prepare = async ({ page, shot }: Device): Promise<void> => {
  const write = page.getByRole('button', { name: '填写' })
  await write.first().waitFor()
  await shot('03-prepare')
  for (let left = await write.count(); left > 0; left--) {
    await write.first().click()
    const plan = page.getByLabel('内容')
    const ticks = page.getByRole('checkbox')
    if ((await plan.count()) > 0) {
      await plan.fill('班长指挥,两人在外待命;报警后先断气,用三脚架提升')
      const picker = page.locator('input[type=file]')
      const buffer = Buffer.from('<html>no plan</html>')
      await picker.setInputFiles({ name: '作业方案.pdf', mimeType: 'application/pdf', buffer })
      await page.getByText(/看的是内容,不是文件名/).waitFor()
      await shot(`03-plan-refused-${left}`)
      await uploadPlan(page)
      await shot(`03-plan-uploaded-${left}`)
    } else if ((await ticks.count()) > 0) for (const tick of await ticks.all()) await tick.click()
    else await weigh(page, left === 3 ? shot : undefined)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' })
  }
}

/** Takes over what the library proposes, one by one and then all, and changes a row of it. */
const weigh = async (page: Page, shot?: Device['shot']): Promise<void> => {
  const one = page.getByRole('button', { name: /^采用:/ })
  await one.first().waitFor()
  await shot?.('04-proposed')
  await one.first().click()
  await page.getByRole('button', { name: '改', exact: true }).first().click()
  await page.getByLabel('控制措施').fill('从釜底抽风,三点测甲醇,每 30 分钟复测一次')
  await page.getByRole('radio', { name: '监护人' }).click()
  await shot?.('04-hazards')
  await page.getByRole('button', { name: '收起' }).click()
  await page.getByRole('button', { name: /全部采用/ }).click()
  await shot?.('04-taken')
}

const typePin = async (page: Page, pin: string): Promise<void> => {
  await page.getByRole('button', { name: '1', exact: true }).and(page.locator(':enabled')).waitFor()
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
}
