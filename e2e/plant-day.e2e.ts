import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

const jobsOfADay = 38
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
  plant = await servePlant({ days: 3 })
})
after(() => plant.close())

/** The job of a kind that came furthest, so that its page has most to show; by what a person would look for. */
const jobsOf = async (operation: string): Promise<readonly { job_id: string; content: string }[]> =>
  plant.database.withPlant(demoPlant, async (tx) => {
    const { rows } = await tx.query<{ job_id: string; content: string }>(
      `select job_id, content from jobs where plant_id = $1 and permits @> jsonb_build_array(jsonb_build_object('operation', $2::text))
       order by status = 'closed' desc, updated_at desc`,
      [tx.plantId, operation],
    )
    return rows
  })

test('a plant-day of all eight kinds: the board shows it, and a job of each kind opens on desk and phone', async (t) => {
  const browser = browserFor(t)
  const found = new Map(
    await Promise.all(Object.keys(operations).map(async (operation) => [operation, await jobsOf(operation)] as const)),
  )
  const jobs = new Set([...found.values()].flat().map(({ job_id }) => job_id))
  assert.ok(jobs.size >= jobsOfADay, `${jobs.size} jobs`)

  const desk = await browser.openDesk(as('safety'))
  await desk.page.locator('article').first().waitFor()
  await desk.shot('plant-day board')
  const phone = await browser.openPhone(as('leader', '/field/jobs'))
  for (const [operation, name] of Object.entries(operations)) {
    const [job] = found.get(operation) ?? []
    assert.ok(job, `no ${operation} in three days`)
    await desk.page.goto(`${plant.url}/jobs/${job.job_id}`)
    const drawer = desk.page.getByRole('dialog')
    await drawer.getByText(job.content).first().waitFor()
    assert.match((await drawer.textContent()) ?? '', new RegExp(name))
    await desk.shot(`plant-day desk ${operation}`)
    await phone.page.goto(`${plant.url}/field/jobs/${job.job_id}`)
    await phone.page.getByText(job.content).first().waitFor()
    const text = (await phone.page.getByRole('main').textContent()) ?? ''
    assert.match(text, new RegExp(name))
    assert.doesNotMatch(text, /undefined|\[object|NaN/)
    await phone.shot(`plant-day phone ${operation}`)
  }
})
