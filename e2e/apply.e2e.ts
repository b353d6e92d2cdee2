import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dayMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { createRoster } from '#demo/roster.ts'
import { startSimulators, type Simulator } from '#scripts/start/simulators.ts'
import { browserFor } from './harness/browser-for.ts'
import { button, hold } from './harness/gestures.ts'
import { ordinaryDay } from './harness/ordinary-day.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const { cast } = createRoster()
let plant: ServedPlant
let simulators: readonly Simulator[] = []
let url = ''

before(async () => {
  simulators = await startSimulators(process.env)
  plant = await servePlant({})
  url = plant.url
})
after(async () => {
  await plant.close()
  for (const simulator of simulators) simulator.end()
})

const holdSubmit = (page: Page): Promise<void> => hold(page, '按住提交申请')
/** The job under which the form keeps what is half written. */
const keptJob = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('holdpoint.application.'))
    return (JSON.parse(localStorage.getItem(key ?? '') ?? '{}') as { job: string }).job
  })
const hrSuite = async (order: string, body?: object) =>
  (await (
    await fetch(`${process.env['HR_URL']}/__control/${order}`, body && { method: 'POST', body: JSON.stringify(body) })
  ).json()) as { training: { [gap: string]: { deliveries: number } } }
const member = (page: Page, name: string) => page.getByRole('article', { name })

test('a crew leader applies with three unfit people, hears every reason at once, swaps them and is taken in', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/apply`,
    account: { login: 'leader', password: demoPassword },
  })
  const { page } = phone

  await button(page, '动火作业').click()
  assert.equal(await page.getByRole('group', { name: '做什么作业' }).getByRole('button').count(), 8)
  await phone.shot('1 kinds')
  await button(page, '选择地点').click()
  await page.getByLabel('找地点').fill('R-102')
  await phone.shot('2 place')
  await button(page, /R-102/).click()
  await page.getByLabel('具体部位').fill('人孔 N3')
  await page.getByLabel('作业内容').fill('更换人孔法兰,焊接')
  await page.getByLabel('开始').fill(`${ordinaryDay(Date.now() + dayMs, 'after')}T09:00`)
  // In the evening even the next morning is too late to be booked.
  const urgent = page.getByLabel('为什么当天必须做')
  if (await urgent.isVisible()) await urgent.fill('法兰渗漏,等不到下午')
  await member(page, '受限空间作业').waitFor()
  await phone.shot('3 place and time')

  await page.getByRole('group', { name: '动火方式' }).getByRole('button', { name: '电焊' }).click()
  await page
    .getByRole('group', { name: /装置已全部停车/ })
    .getByRole('button', { name: '否' })
    .click()
  await page.getByLabel('受限空间原有介质').fill('甲醇')
  await page.getByRole('group', { name: '作业活动' }).getByRole('button', { name: '检修' }).click()
  await member(page, '动火作业').scrollIntoViewIfNeeded()
  await phone.shot('4 permits and what is missing')

  const add = async (opener: string, name: string, duties: readonly string[]): Promise<void> => {
    await button(page, opener).click()
    const sheet = page.getByRole('dialog')
    for (const duty of duties) await sheet.getByRole('button', { name: duty, exact: true }).click()
    await sheet.getByLabel('姓名或工号').fill(name)
    await sheet.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await sheet.waitFor({ state: 'detached' })
    await member(page, name).waitFor()
  }
  const welder = ['焊工（熔化焊、热切割）', '进入作业人']
  await add('添加作业人员', cast['welder-certificate-expired'].name, welder)
  await add('添加作业人员', cast['welder-medical-overdue'].name, welder)
  await add('添加作业人员', cast['fitter-training-missing'].name, ['辅助作业人', '进入作业人'])
  await add('添加监护人', cast.guardian.name, [])
  await add('选择气体分析人', cast.analyst.name, [])
  const unfit = ['welder-certificate-expired', 'welder-medical-overdue', 'fitter-training-missing'] as const
  for (const part of unfit)
    await member(page, cast[part].name)
      .getByText(/项不符/)
      .waitFor()
  await member(page, cast.guardian.name).getByText('符合要求').waitFor()
  await member(page, cast.guardian.name).scrollIntoViewIfNeeded()
  await phone.shot('5 people with their states')

  await hrSuite('misbehave', { how: 'late', delayMs: 4000, calls: 1, on: 'training' })
  await holdSubmit(page)
  const reasons = page.getByRole('alert').filter({ hasText: '现在还不行' })
  await reasons.getByText('补训申请正在发送').waitFor()
  await reasons.getByText(/已于 .+ 向人力系统申请补训/).waitFor()
  for (const part of unfit) assert.ok((await reasons.innerText()).includes(cast[part].name))
  await reasons.scrollIntoViewIfNeeded()
  await phone.shot('6 every reason at once')

  await holdSubmit(page)
  const asked = Object.values((await hrSuite('state')).training)
  assert.deepEqual(
    asked.map(({ deliveries }) => deliveries),
    [1],
  )
  const officer = await browserFor(t).openDesk({
    url: `${url}/people/${cast['fitter-training-missing'].number}`,
    account: { login: 'safety', password: demoPassword },
  })
  await officer.page.getByText('已发给人事系统').waitFor()
  await officer.shot('6a asked of HR once')

  // The server keeps what was refused: it is mended under its own address, from any phone.
  const drafted = await keptJob(page)
  await page.goto(`${url}/field/apply/${drafted}`)
  for (const part of unfit)
    await member(page, cast[part].name)
      .getByText(/项不符/)
      .waitFor()

  const swap = async (part: (typeof unfit)[number]): Promise<void> => {
    const { name } = cast[part]
    await reasons
      .getByRole('article')
      .filter({ hasText: name })
      .first()
      .getByRole('button', { name: '换人', exact: false })
      .click()
    const sheet = page.getByRole('dialog', { name: `换下 ${name}` })
    const best = sheet.getByRole('button', { name: /符合要求.*同班/ }).first()
    await best.waitFor()
    await phone.shot(`7 colleagues for ${part}`)
    await best.click()
    await member(page, name).waitFor({ state: 'detached' })
    await reasons.filter({ hasText: name }).waitFor({ state: 'detached' })
  }
  for (const part of unfit) await swap(part)
  await page.getByText('可以提交').waitFor()
  await phone.shot('8 mended')
  await holdSubmit(page)
  await page.waitForURL(/\/field\/jobs\/[^/]+$/)
  const job = page.url().split('/').at(-1)!
  const { permits } = (
    (await (await page.request.get(`${url}/api/jobs/${job}`)).json()) as {
      job: { record: { permits: { operation: string; number: string }[] } }
    }
  ).job.record
  assert.deepEqual(
    permits.map(({ operation }) => operation),
    ['hot-work', 'confined-space'],
  )
  for (const { number } of permits) await page.getByText(number).first().waitFor()
  await phone.shot('9 two permits')

  assert.equal(job, drafted)
  await page.goto(`${url}/field/apply`)
  await page.getByText('还差 4 项').first().waitFor()
  assert.equal(await page.getByLabel('作业内容').inputValue(), '')
})

test('what is half written is there again after the page was closed, in English and in the sun as well', async (t) => {
  const phone = await browserFor(t).openPhone({
    url: `${url}/field/apply`,
    account: { login: 'leader', password: demoPassword },
  })
  const { page } = phone
  await button(page, '动火作业').click()
  await page.getByLabel('具体部位').fill('N7')
  await page.evaluate(() => localStorage.setItem('holdpoint.language', 'en'))
  await page.reload()
  await page.getByLabel('Exact part').waitFor()
  assert.equal(await page.getByLabel('Exact part').inputValue(), 'N7')
  assert.equal(await button(page, 'Hot work').getAttribute('aria-pressed'), 'true')
  await phone.shot('english')
  await button(page, 'Turn sunlight display on').click()
  await page.getByRole('heading', { name: 'Permits needed' }).scrollIntoViewIfNeeded()
  await phone.shot('sunlight')
  const desk = await browserFor(t).openDesk({
    url: `${url}/field/apply`,
    account: { login: 'leader', password: demoPassword },
  })
  await button(desk.page, '高处作业').click()
  await desk.page.getByText('还差 3 项').first().waitFor()
  await desk.shot('desk')
})
