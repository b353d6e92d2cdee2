import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { minuteMs } from '#core/time/epoch.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { applicationAt, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

const job = 'job-filmed'
/** The one that the workshop of the vessel carries to its work. */
const portable = 'CAM-SYNTHESIS-1'
const wall = 'CAM-WALL'

describe('special hot work', () => {
  let plant: TestPlant
  let as: AsLogin
  let keys = 0
  before(async () => {
    plant = await createTestPlant()
    await plant.database.withPlant(demoPlant, (tx) =>
      tx.query(
        `update places set facts = facts || '{"isInOperation": true}' where plant_id = $1 and place_id = 'R-102'`,
        [tx.plantId],
      ),
    )
    as = await startJob(plant, job)
    as = { ...as, officer: await plant.signIn('officer'), auditor: await plant.signIn('auditor') }
  })
  after(() => plant.close())

  const post = (login: string, path: string, body: object) =>
    plant.request(path, { cookie: as[login] ?? '', body, key: `video-key-${++keys}` })
  const view = async () => (await plant.request('/api/video', { cookie: as['safety'] ?? '' })).body
  const cameraOf = async (id: string) => (await view())['cameras'].find((one: { id: string }) => one.id === id)
  const state = (camera: string, to: string) => post('safety', `/api/cameras/${camera}/states`, { state: to, note: '' })
  const codes = ({ body }: { body: Record<string, { code: string }[]> }) => body['refusals']?.map(({ code }) => code)
  const apply = (name: string) =>
    plant.command(as['leader'] ?? '', name, {
      type: 'SubmitJob',
      application: applicationAt(plant.now(), { guardians: ['nobody'] }),
    })
  const film = (id: string, fromMinutes: number, toMinutes: number, change: object = {}) => ({
    id,
    camera: portable,
    from: startedAt + fromMinutes * minuteMs,
    to: startedAt + toMinutes * minuteMs,
    contentHash: 'd'.repeat(64),
    address: `https://nvr.example/${id}.mp4`,
    ...change,
  })
  const handIn = (...recordings: object[]) => post('officer', '/api/recordings', { recordings })
  let startedAt = 0

  test('is refused where no fit camera that works covers the place, with everything that is wrong', async () => {
    assert.equal((await state(portable, 'faulty')).status, 200)
    assert.ok(codes(await apply('job-dark'))?.includes('camera-faulty'))
    const walled = { id: wall, name: '釜区枪机', address: 'rtsp://nvr.example/1', places: ['R-102'], hasRecorder: true }
    assert.equal((await post('safety', '/api/cameras', { ...walled, explosionRating: null })).status, 204)
    const both = codes(await apply('job-dark')) ?? []
    assert.ok(both.includes('camera-faulty') && both.includes('camera-unfit'), String(both))
    assert.equal((await post('safety', '/api/cameras', { ...walled, explosionRating: 'Ex db IIC T6 Gb' })).status, 204)
    // For work that is only applied for nobody has to have heard the recorder.
    assert.ok(!codes(await apply('job-lit'))?.some((code) => code.startsWith('camera')))
  })

  test('resumes only when the recorder is heard', async () => {
    await plant.request(`/api/plants/${demoPlant}/jobs/${job}/stop`, { body: { reason: 'break', note: '' } })
    const resume = () => plant.command(as['leader'] ?? '', job, { type: 'ResumeWork', signature })
    assert.deepEqual(codes(await resume()), ['camera-faulty', 'camera-silent'])
    assert.equal((await cameraOf(wall)).recorder.isSilent, true)
    const unknown = await post('officer', '/api/cameras/signs', { cameras: [wall, 'CAM-X'] })
    assert.deepEqual([unknown.status, unknown.body['fields'][0].path], [422, 'cameras.1'])
    assert.equal((await cameraOf(wall)).recorder.lastHeardAt, null)
    assert.equal((await post('officer', '/api/cameras/signs', { cameras: [wall] })).status, 202)
    const resumed = await resume()
    assert.equal(resumed.status, 200, JSON.stringify(resumed.body))
    assert.equal((await state(portable, 'in-service')).status, 200)
  })

  test('is owed its film when it ends, until no gap is left', async () => {
    plant.pass(60)
    await plant.command(as['leader'] ?? '', job, { type: 'FinishWork' })
    const page = (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body
    startedAt = page['job'].record.work.at(-1).from
    const owed = async () =>
      (await view())['work'].find((one: { span: { from: number } }) => one.span.from === startedAt)
    assert.deepEqual([(await owed()).state, (await owed()).gaps.length], ['waiting', 1])
    assert.deepEqual((await handIn(film('a', -1, 40))).body, { kept: 1, known: 0 })
    assert.deepEqual((await owed()).gaps, [{ from: startedAt + 40 * minuteMs, to: startedAt + 60 * minuteMs }])
    assert.deepEqual((await handIn(film('a', -1, 40), film('b', 40, 60))).body, { kept: 1, known: 1 })
    assert.equal((await owed()).state, 'complete')
    const closed = (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body
    assert.equal(closed['job'].record.recordings.length, 2)
  })

  test('keeps nothing of a list in which one stretch is wrong, and names it', async () => {
    const faults = [
      [film('c', 5, 5), 'recordings.1.to'],
      [film('c', 0, 600), 'recordings.1.to'],
      [film('c', -24 * 60 - 1, 0), 'recordings.1.to'],
      [film('c', 0, 5, { camera: 'CAM-X' }), 'recordings.1.camera'],
      [film('a', -1, 41), 'recordings.1.id'],
      [film('c', 0, 5, { contentHash: 'abc' }), 'recordings.1.contentHash'],
      [film('c', 0, 5, { address: 'https://admin:secret@nvr.example/c.mp4' }), 'recordings.1.address'],
      [film('c', 0, 5, { owner: 'me' }), 'recordings.1'],
    ] as const
    for (const [wrong, path] of faults) {
      const { status, body } = await handIn(film('good', 0, 5), wrong)
      assert.deepEqual([status, body['fields']?.[0]?.path], [422, path], JSON.stringify(wrong))
    }
    assert.equal((await view())['recordings'].filter(({ id }: { id: string }) => id === 'good').length, 0)
    assert.equal((await post('leader', '/api/recordings', { recordings: [film('c', 0, 5)] })).status, 403)
  })

  test('leaves film that is kept 31 days, longer while it is held, and as long as its job has anything open', async () => {
    const held = await post('auditor', '/api/recordings/b/holds', { reason: '事故调查', job })
    assert.equal(held.status, 403, 'an account without a person can hold nothing')
    const { body } = await post('officer', '/api/recordings/b/holds', { reason: '事故调查', job })
    const release = () => post('officer', `/api/recordings/b/holds/${body['hold']}/release`, {})
    const refusedFor = async () => (await release()).body['fields'].map(({ code }: { code: string }) => code)
    assert.deepEqual(await refusedFor(), ['retention-runs', 'job-evidence-held'])
    assert.equal((await post('officer', '/api/recordings/a/let-go', {})).status, 409)
    plant.pass(31 * 24 * 60)
    for (const login of ['officer', 'safety', 'welder']) as = { ...as, [login]: await plant.signIn(login) }
    assert.deepEqual(await refusedFor(), ['job-evidence-held'])
    assert.equal((await post('officer', '/api/recordings/a/let-go', {})).status, 200)
    assert.equal((await post('officer', '/api/recordings/b/let-go', {})).status, 409)
    await plant.database.withPlant(demoPlant, async (tx) => {
      await tx.query(`update jobs set status = 'closed' where plant_id = $1 and job_id = $2`, [tx.plantId, job])
      await tx.query('update obligations set met_at = 1 where plant_id = $1 and stream_id = $2', [tx.plantId, job])
      await tx.query('update alarms set ended_at = 1 where plant_id = $1 and job_id = $2', [tx.plantId, job])
    })
    assert.equal((await release()).status, 200)
    assert.deepEqual(await refusedFor(), ['hold-released-already'])
    assert.equal((await post('officer', '/api/recordings/b/let-go', {})).status, 200)
    assert.equal((await post('officer', '/api/recordings/b/holds', { reason: '再看' })).status, 409)
    assert.equal((await post('officer', '/api/recordings/none/holds', { reason: '再看' })).status, 404)
  })

  test('is not filmed by other equipment, at a place that nobody knows, or with a password in the address', async () => {
    const camera = { id: 'CAM-NEW', name: '新', address: null, explosionRating: null, places: [], hasRecorder: false }
    const faulty = async (change: object) => {
      const { status, body } = await post('safety', '/api/cameras', { ...camera, ...change })
      return [status, body['fields']?.[0]?.path]
    }
    assert.deepEqual(await faulty({ id: 'FAN-R-102' }), [422, 'id'])
    assert.deepEqual(await faulty({ places: ['R-102', 'moon'] }), [422, 'places.1'])
    assert.deepEqual(await faulty({ address: 'rtsp://admin:secret@nvr.example/1' }), [422, 'address'])
    assert.equal((await post('welder', '/api/cameras', camera)).status, 403)
    assert.equal((await state('CAM-NONE', 'faulty')).status, 404)
  })
})
