import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { judgeHistoryExport } from '../store/history-export.ts'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

describe('the export of a history', () => {
  let plant: TestPlant
  before(async () => {
    plant = await createTestPlant()
    const leader = await plant.signIn('leader')
    await plant.command(leader, 'exported', { type: 'SubmitJob', application: applicationAt(plant.now()) })
    await plant.request('/api/plants/farbridge/jobs/exported/stop', { body: { reason: 'stop-work', note: '有味道' } })
  })
  after(() => plant.close())

  test('verifies as it was handed out, and no longer once a word in it is changed', async () => {
    const { status, body } = await plant.request('/api/jobs/exported/history', { cookie: await plant.signIn('safety') })
    assert.equal(status, 200)
    const text = JSON.stringify(body)
    const verdict = judgeHistoryExport(text)
    assert.deepEqual([verdict.kind, 'eventCount' in verdict && verdict.eventCount], ['verified', 2])
    const forged = judgeHistoryExport(text.replace('有味道', '没味道'))
    assert.deepEqual(forged.kind === 'broken' && forged.problems, [
      { version: 2, problem: 'hash-wrong', type: 'WorkStopped' },
    ])
  })

  test('is for those who must prove, and knows no job that does not exist', async () => {
    const asked = async (login: string, job: string) =>
      (await plant.request(`/api/jobs/${job}/history`, { cookie: await plant.signIn(login) })).status
    assert.equal(await asked('welder', 'exported'), 403)
    assert.equal(await asked('safety', 'never-seen'), 404)
  })
})
