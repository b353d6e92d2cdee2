import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { id, type OperationId, type PersonId } from '#core/ids.ts'
import { dayMs, hourMs, minuteMs } from '#core/time/epoch.ts'
import { demoPassword, demoPin } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { printBatch } from '#server/contingency/emergency-tickets.ts'
import { prepareJob, type AsLogin, type Walked } from '#server/testing/started-job.ts'
import { atVessel, cast } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { hold } from './harness/gestures.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'
import { walkedOver } from './harness/walked-over.ts'

const source = 'SRC-DETECTORS'
const job = 'spoken'
let plant: ServedPlant
let server: Walked
let cookies: AsLogin
const as = (login: string, path: string) => ({ url: plant.url + path, account: { login, password: demoPassword } })

before(async () => {
  plant = await servePlant({ days: 0 })
  server = walkedOver(plant.url, plant.database, atVessel)
  // Work of a morning and no fire: asked for in the same way at whatever hour this test runs.
  const morning = Math.ceil(server.now() / dayMs) * dayMs + dayMs + 2 * hourMs
  cookies = await prepareJob(server, job, {
    operations: ['confined-space'],
    window: { from: morning, to: morning + 2 * hourMs },
    crew: [{ person: cast['welder-qualified'].number, duties: ['entrant'] }],
    content: '釜内检查',
    fields: { 'confined-space.original-medium': '甲醇', 'confined-space.activity': 'maintenance' },
  })
  await fallSilent()
  await speakReadings()
  await enterOldPaper()
})
after(() => plant.close())

const post = async (login: string, path: string, body: object): Promise<void> => {
  const answer = await server.request(path, { cookie: cookies[login] ?? '', key: crypto.randomUUID(), body })
  assert.ok(answer.status < 300, JSON.stringify(answer.body))
}

const fallSilent = async (): Promise<void> => {
  await plant.database.withPlant(demoPlant, (tx) =>
    tx.query('update sources set heard_at = $2, places = array[$4]::text[] where plant_id = $1 and source_id = $3', [
      tx.plantId,
      server.now() - 30 * minuteMs,
      source,
      'R-102',
    ]),
  )
  await post('safety', '/api/contingencies', { mode: 'detectors-silent', source, hours: 4 })
}

/** The air is tested once more, this time spoken aloud. */
const speakReadings = async (): Promise<void> => {
  await plant.database.withPlant(demoPlant, (tx) =>
    tx.query(
      `insert into evidence (plant_id, evidence_id, job_id, step, person_id, ticket_id, mime, byte_count, content_hash, width_pixels, height_pixels, clarity, captured_at, received_at, reuse)
       values ($1, 'voice-1', $2, 'gas-test', $3, 'voice-1', 'audio/webm', 1, repeat('ab', 32), 0, 0, '{}', $4, $4, 'none')`,
      [tx.plantId, job, cast.analyst.number, server.now()],
    ),
  )
  const readings = [
    { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
    { gas: 'methanol', value: 2, unit: 'percent-lel' },
    { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
  ]
  const tested = await server.command(cookies['analyst'] ?? '', job, {
    type: 'RecordGasTest',
    test: {
      samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: server.now(), readings })),
      instrument: 'GD-01',
      analyst: cast.analyst.number,
      position: atVessel,
      displayPicture: await server.capture(job, 'gas-test', 'spoken-display'),
      spoken: { recording: 'voice-1', said: '氧气二十点八' },
    },
  })
  assert.equal(tested.status, 200, JSON.stringify(tested.body))
}

/** A ticket of the day before yesterday: its check is overdue. */
const enterOldPaper = async (): Promise<void> => {
  const now = server.now()
  const batch = { operation: id<OperationId>('hot-work'), prefix: 'DH', count: 1, by: id<PersonId>('p'), now }
  const [ticket] = await plant.database.withPlant(demoPlant, (tx) => printBatch(tx, batch))
  cookies = { ...cookies, officer: await server.signIn('officer') }
  await post('officer', '/api/emergency-tickets/entries', {
    occurredAt: now - 30 * hourMs,
    ticket: ticket?.number,
    code: ticket?.code,
    level: 'second',
    place: 'maintenance-shop',
    leader: cast['crew-leader'].number,
    guardian: cast.guardian.number,
    content: '停网时焊接支架',
    window: { from: now - 34 * hourMs, to: now - 32 * hourMs },
    second: { login: 'safety', pin: demoPin },
  })
}

test('what was done by fallback is listed overdue first, and checked on phone and desk', async (t) => {
  const browser = browserFor(t)
  const desk = await browser.openDesk(as('safety', '/registers/debts'))
  const rows = desk.page.getByRole('row').filter({ hasText: /纸质应急票|应急念读/ })
  await rows.nth(1).waitFor()
  assert.match((await rows.nth(0).textContent()) ?? '', /超期.*纸质应急票.*安全管理部门/)
  assert.match((await rows.nth(1).textContent()) ?? '', /待核对.*应急念读的气体检测.*超期上报 主管领导/)
  await desk.shot('1-list')

  const phone = await browser.openPhone(as('safety', '/field'))
  await phone.page.getByText('核对应急记录').first().waitFor()
  await phone.shot('2-home')
  await phone.page.getByRole('button', { name: '去核对' }).first().click()
  await phone.page.getByLabel('核对情况').fill('原件已归档,与补录一致')
  await phone.shot('3-phone-explains')
  await hold(phone.page, '按住确认核对')
  await phone.page.getByText('已说明').waitFor()
  await phone.shot('4-phone-settled')

  await rows.nth(1).waitFor({ state: 'detached' })
  await rows.nth(0).click()
  const { page } = desk
  const typed = page.getByRole('dialog').getByRole('textbox')
  await typed.first().waitFor()
  await desk.shot('5-compare-empty')
  const values = ['20.7', '2', '6', '20.8', '2', '6', '20.1', '2', '6']
  for (const [at, value] of values.entries()) await typed.nth(at).fill(value)
  await page.getByText(/超过允许的/).waitFor()
  await desk.shot('6-compared')
  desk.allowFault(/409/)
  await hold(page, '按住记下差异')
  await page
    .getByText(/没有信号/)
    .last()
    .waitFor()
  await page.getByRole('alert').first().scrollIntoViewIfNeeded()
  await desk.shot('7-refused-while-silent')
  await post('safety', `/api/sources/${source}/heartbeat`, {})
  await hold(page, '按住记下差异')
  await page.getByText('有差异,要查原因').first().waitFor()
  await desk.shot('8-differs')
  await page.keyboard.press('Escape')
  await page.getByText('没有待核对的记录').waitFor()
  await page.getByText('全部', { exact: true }).click()
  await page.getByRole('row').filter({ hasText: '有差异' }).waitFor()
  await desk.shot('9-all')
})
