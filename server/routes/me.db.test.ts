import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { JobPage } from '#contract/job-views.ts'
import type { MyDuties, MyJobs } from '#contract/me.ts'
import { prepareJob } from '../testing/started-job.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

let plant: TestPlant
before(async () => {
  plant = await createTestPlant()
})
after(() => plant.close())

const read = async <T>(login: string, path: string): Promise<T> =>
  (await plant.request(path, { cookie: await plant.signIn(login) })).body as T

test('each person finds the duties that are theirs, in the job that asks for them', async () => {
  const leader = await plant.signIn('leader')
  await plant.command(leader, 'mine', { type: 'SubmitJob', application: applicationAt(plant.now()) })

  const ofLeader = await read<MyDuties>('leader', '/api/me/duties')
  assert.ok(ofLeader.duties.some(({ action, job }) => action === 'prepare' && job.id === 'mine'))
  const ofWelder = await read<MyDuties>('welder', '/api/me/duties')
  assert.deepEqual(
    ofWelder.duties.map(({ duty }) => duty.key),
    [`sign-briefing.${cast['welder-qualified'].number}`],
  )
  // Urgent work goes to dispatch first, so the director owes nothing yet.
  const ofDispatch = await read<MyDuties>('dispatch', '/api/me/duties')
  assert.deepEqual([...new Set(ofDispatch.duties.map(({ action }) => action))], ['approve'])
  assert.deepEqual((await read<MyDuties>('director', '/api/me/duties')).duties, [])
  assert.deepEqual(
    (await read<MyJobs>('leader', '/api/me/jobs')).mine.map(({ id }) => id),
    ['mine'],
  )
})

test('a refused application lies with its applicant to be mended', async () => {
  const leader = await plant.signIn('leader')
  const refused = await plant.command(leader, 'draft', {
    type: 'SubmitJob',
    application: applicationAt(plant.now(), {
      crew: [{ person: cast['welder-certificate-expired'].number, duties: ['welder', 'entrant'] }],
    }),
  })
  assert.equal(refused.status, 409)
  const { duties } = await read<MyDuties>('leader', '/api/me/duties')
  const mend = duties.find(({ job }) => job.id === 'draft')
  assert.deepEqual([mend?.action, mend?.job.status], ['mend', 'drafted'])
  const page = await read<JobPage>('leader', '/api/jobs/draft')
  assert.deepEqual(
    page.duties.map(({ kind }) => kind),
    ['mend'],
  )
})

test('nobody is told anything without signing in', async () => {
  assert.equal((await plant.request('/api/me/duties')).status, 401)
  assert.equal((await plant.request('/api/me/jobs')).status, 401)
})

test('the gas analyst finds an approved job among their own, although they stand in no list of its crew', async () => {
  // A plant of its own: the guardian of the other test's job is taken.
  const free = await createTestPlant()
  try {
    const as = await prepareJob(free, 'gas-of-the-analyst')
    const { body } = await free.request('/api/me/jobs', { cookie: as['analyst'] ?? '' })
    assert.ok(body['copied'].some(({ id }: { id: string }) => id === 'gas-of-the-analyst'))
  } finally {
    await free.close()
  }
})
