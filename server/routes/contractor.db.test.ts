import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { OwnPaper } from '#contract/contractor.ts'
import { createRoster } from '#demo/roster.ts'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const { contractorPeople, employees } = createRoster()
const firmOf = ({ employer }: (typeof contractorPeople)[number]): string =>
  employer.kind === 'own' ? '' : employer.contractor
const manager = contractorPeople.find(({ position }) => position === 'manager')!
const own = contractorPeople.find((one) => firmOf(one) === firmOf(manager) && one !== manager)!
const another = contractorPeople.find((one) => firmOf(one) !== firmOf(manager))!

describe("a contractor's manager", () => {
  let plant: TestPlant
  let contractor: string
  before(async () => {
    plant = await createTestPlant()
    contractor = await plant.signIn('contractor')
  })
  after(() => plant.close())
  const read = (path: string, cookie = contractor) => plant.request(`/api/contractor/${path}`, { cookie })

  test('reads what is due of the own people: who, which document, by when and what to do, and of nobody else', async () => {
    const { status, body } = await read('papers')
    assert.equal(status, 200)
    const papers = body['papers'] as readonly OwnPaper[]
    assert.ok(papers.length > 0)
    const ours = new Set(contractorPeople.filter((one) => firmOf(one) === firmOf(manager)).map(({ number }) => number))
    for (const { person, state, action } of papers) {
      assert.ok(ours.has(person))
      assert.ok(state !== ('valid' as string) && action.length > 0)
    }
    assert.equal(body['people'], ours.size)
  })

  test("opens one of the own people, while another firm's and the plant's are as unknown as one that never was", async () => {
    assert.equal((await read(`people/${own.number}`)).body['name'], own.name)
    for (const person of [another.number, employees[0]!.number, 'nobody'])
      assert.equal((await read(`people/${person}`)).status, 404)
  })

  test("sees the own work and not the plant's", async () => {
    const leader = await plant.signIn('leader')
    await plant.command(leader, 'plants-own', { type: 'SubmitJob', application: applicationAt(plant.now()) })
    assert.deepEqual((await read('jobs')).body['jobs'], [])
    await plant.database.withPlant('farbridge' as never, (tx) =>
      tx.query(`update jobs set workers = $2 where plant_id = $1 and job_id = 'plants-own'`, [
        tx.plantId,
        [own.number],
      ]),
    )
    const [job] = (await read('jobs')).body['jobs'] as { id: string }[]
    assert.equal(job?.id, 'plants-own')
  })

  test('is nobody else: the plant has pages of its own', async () => {
    for (const login of ['leader', 'safety']) {
      const cookie = await plant.signIn(login)
      for (const path of ['papers', 'jobs', `people/${own.number}`])
        assert.equal((await read(path, cookie)).status, 403)
    }
    assert.equal((await plant.request('/api/contractor/papers')).status, 401)
    assert.equal((await plant.request(`/api/directory/people/${own.number}`, { cookie: contractor })).status, 403)
  })
})
