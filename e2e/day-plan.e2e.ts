import { after, before, test } from 'node:test'
import { epochMs, hourMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { applicationAt, atVessel, cast } from '#server/testing/test-plant.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'
import { walkedOver } from './harness/walked-over.ts'

let plant: ServedPlant

before(async () => {
  plant = await servePlant({})
})
after(() => plant.close())

test('the desk plans tomorrow: what is booked, by workshop, and who lacks what for that day', async (t) => {
  const browser = browserFor(t)
  const now = epochMs(Date.now())
  const clock = plantClockOf('Asia/Shanghai')
  const tomorrow = clock.endOf(clock.dateOf(now))
  const server = walkedOver(plant.url, plant.database, atVessel)
  const leader = await server.signIn('leader')
  const crews = [{ person: cast['welder-qualified'].number, duties: ['welder', 'entrant'] }]
  for (const [job, fromHours, change] of [
    ['planned-1', 8, {}],
    [
      'planned-2',
      13,
      { place: 'road-south', placeDetail: '地磅段', content: '栏杆补焊', urgentReason: '昨夜被车撞坏' },
    ],
  ] as const)
    await server.command(leader, job, {
      type: 'SubmitJob',
      application: applicationAt(now, {
        crew: crews,
        window: { from: tomorrow + fromHours * hourMs, to: tomorrow + (fromHours + 4) * hourMs },
        ...change,
      }),
    })
  await plant.database.withPlant(demoPlant, (tx) =>
    tx.query(
      `update credentials set valid_through = current_date, is_unlimited = false where plant_id = $1 and person_id = $2 and category = 'fusion-welding'`,
      [tx.plantId, cast['welder-qualified'].number],
    ),
  )
  const desk = await browser.openDesk({
    url: `${plant.url}/plan`,
    account: { login: 'director', password: demoPassword },
  })
  await desk.page.getByText('前一天 16:00 前申请为预约').waitFor()
  await desk.page.getByText(/到期/).first().waitFor()
  await desk.shot('31-plan-of-tomorrow')
  await desk.page.getByRole('radio', { name: '后天' }).click()
  await desk.page.getByText('这一天还没有作业申请').waitFor()
  await desk.shot('32-plan-empty')
  const phone = await browser.openPhone({
    url: `${plant.url}/field/apply`,
    account: { login: 'leader', password: demoPassword },
  })
  await phone.page.getByLabel('为什么当天必须做').fill('法兰渗漏,等不到明天')
  await phone.shot('33-urgent-reason')
})
