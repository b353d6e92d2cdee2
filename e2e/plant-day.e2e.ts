import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const jobsOfADay = 38
/** Some jobs need two permits and some are refused: so many make a day of 38 jobs of all kinds, at whatever hour the test runs. */
const permitsADay = 60
const operations = {
  'hot-work': '动火作业',
  'confined-space': '受限空间作业',
  blinding: '盲板抽堵作业',
  'work-at-height': '高处作业',
  lifting: '吊装作业',
  'temporary-power': '临时用电',
  excavation: '动土作业',
  'road-closing': '断路作业',
} as const
let plant: ServedPlant
const as = (login: string, path = '') => ({ url: plant.url + path, account: { login, password: demoPassword } })

before(async () => {
  plant = await servePlant({ days: 3, permitsADay })
})
after(() => plant.close())

type PlannedJob = {
  readonly job_id: string
  readonly content: string
  readonly day: string
  readonly operations: readonly string[]
}

/** Every job by the plant's day on which it begins, those that came furthest first, so that their pages have most to show. */
const jobsByDay = async (): Promise<ReadonlyMap<string, readonly PlannedJob[]>> =>
  plant.database.withPlant(demoPlant, async (tx) => {
    const { rows } = await tx.query<PlannedJob>(
      `select job_id, content, to_char(to_timestamp(window_from / 1000.0) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
         array(select p ->> 'operation' from jsonb_array_elements(permits) p) as operations
       from jobs where plant_id = $1 order by status = 'closed' desc, updated_at desc`,
      [tx.plantId],
    )
    return Map.groupBy(rows, ({ day }) => day)
  })
const kindsIn = (jobs: readonly PlannedJob[]) => new Set(jobs.flatMap((job) => job.operations))

test('a plant-day of 38 jobs of all eight kinds', async (t) => {
  const browser = browserFor(t)
  const days = await jobsByDay()
  const isFull = (jobs: readonly PlannedJob[]): boolean =>
    jobs.length >= jobsOfADay && Object.keys(operations).every((operation) => kindsIn(jobs).has(operation))
  const [, day] = [...days].find(([, jobs]) => isFull(jobs)) ?? []
  assert.ok(day, JSON.stringify([...days].map(([date, jobs]) => [date, jobs.length, [...kindsIn(jobs)]])))

  const desk = await browser.openDesk(as('safety'))
  await desk.page.locator('article').first().waitFor()
  await desk.shot('board')
  const phone = await browser.openPhone(as('leader', '/field/jobs'))
  for (const [operation, name] of Object.entries(operations)) {
    const job: PlannedJob | undefined = day.find((one) => one.operations.includes(operation))
    assert.ok(job, operation)
    await desk.page.goto(`${plant.url}/jobs/${job.job_id}`)
    const drawer = desk.page.getByRole('dialog')
    await drawer.getByText(job.content).first().waitFor()
    assert.match((await drawer.textContent()) ?? '', new RegExp(name))
    await desk.shot(`desk ${operation}`)
    await phone.page.goto(`${plant.url}/field/jobs/${job.job_id}`)
    await phone.page.getByText(job.content).first().waitFor()
    const text = (await phone.page.getByRole('main').textContent()) ?? ''
    assert.match(text, new RegExp(name))
    assert.doesNotMatch(text, /undefined|\[object|NaN/)
    await phone.shot(`phone ${operation}`)
  }
})
