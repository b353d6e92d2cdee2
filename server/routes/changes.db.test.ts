import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { readEvents } from '../store/events.ts'
import { verifyHistory } from '../store/recorded-event.ts'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const crew = createRoster().cast
let plant: TestPlant
let as: AsLogin = {}
const job = 'changing'
before(async () => {
  plant = await createTestPlant()
  as = await startJob(plant, job, {
    operations: ['confined-space'],
    crew: [{ person: cast['welder-qualified'].number, duties: ['entrant'] }],
  })
})
after(() => plant.close())

const give = (login: string, body: object) => plant.command(as[login] ?? '', job, body)
const codesOf = async (login: string, body: object): Promise<readonly string[]> => {
  const { status, body: answer } = await give(login, body)
  return status === 200 ? [] : (answer['refusals'] as { code: string }[]).map(({ code }) => code)
}
const page = async (of = job) => (await plant.request(`/api/jobs/${of}`, { cookie: as['leader'] ?? '' })).body
const replace = (joins: string) => ({
  type: 'ChangePeople',
  change: { kind: 'replace', role: 'crew', leaves: cast['welder-qualified'].number, joins },
  reason: '身体不适',
})

describe('a change during work', () => {
  test('judges the newcomer with what the registers say now, and keeps the refusal', async () => {
    const codes = await codesOf('leader', replace(crew['welder-medical-overdue'].number))
    assert.ok(
      codes.some((code) => code.startsWith('medical') || code.startsWith('blood')),
      codes.join(),
    )
    const { history } = await page()
    assert.equal(history.at(-1).event.command, 'ChangePeople')
  })

  test('is malformed when it names nobody, and no matter of a guardian', async () => {
    const answer = await give('leader', {
      type: 'ChangePeople',
      change: { kind: 'leave', role: 'leader' },
      reason: 'x',
    })
    assert.equal(answer.status, 422)
    assert.equal((await give('guardian', { type: 'AnswerEnding', isAgreed: true, note: '' })).status, 403)
  })

  test('lets in somebody who passes, and the work goes on', async () => {
    assert.deepEqual(await codesOf('leader', replace(crew['welder-qualified-2'].number)), [])
    const { job: state, duties } = await page()
    assert.equal(state.status, 'active')
    assert.deepEqual(
      state.record.application.crew.map(({ person }: { person: string }) => person),
      [crew['welder-qualified-2'].number],
    )
    assert.ok(duties.some(({ key }: { key: string }) => key === `sign-briefing.${crew['welder-qualified-2'].number}`))
  })

  test('of the end stops the work until whoever the rulebook names has answered', async () => {
    assert.deepEqual(await codesOf('leader', { type: 'CancelJob', reason: '生产安排变化' }), [])
    assert.equal((await page())['job'].status, 'suspended')
    const { body } = await plant.request('/api/me/duties', { cookie: as['director'] ?? '' })
    assert.ok(
      body['duties'].some(
        ({ duty, job: of }: never) => (duty as { kind: string }).kind === 'agree' && (of as { id: string }).id === job,
      ),
    )
    assert.deepEqual(await codesOf('safety', { type: 'AnswerEnding', isAgreed: true, note: '' }), ['may-not-agree'])
    assert.deepEqual(await codesOf('director', { type: 'AnswerEnding', isAgreed: false, note: '先停着' }), [])
    assert.equal((await page())['job'].status, 'suspended')
  })

  test('of the place closes the job and begins another with a draft that points back', async () => {
    assert.deepEqual(await codesOf('leader', { type: 'CloseAndReissue', cause: 'place', reason: '改到 N5' }), [])
    const { job: old } = await page()
    assert.equal(old.status, 'finished')
    const successor = old.record.changes.reissuedAs as string
    const { job: draft } = await page(successor)
    assert.deepEqual([draft.status, draft.reissueOf], ['drafted', job])
    assert.equal(draft.application.content, old.record.application.content)
    const { body } = await plant.request('/api/me/duties', { cookie: as['leader'] ?? '' })
    assert.ok(
      body['duties'].some(
        ({ duty, job: of }: never) =>
          (duty as { kind: string }).kind === 'mend' && (of as { id: string }).id === successor,
      ),
    )
    for (const stream of [job, successor]) {
      const events = await plant.database.withPlant(demoPlant, (tx) => readEvents(tx, stream))
      assert.deepEqual(verifyHistory(demoPlant, events), [])
    }
  })
})
