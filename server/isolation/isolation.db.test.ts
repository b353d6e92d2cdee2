import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { id } from '#core/ids.ts'
import { hourMs } from '#core/time/epoch.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { hashOf } from '../store/recorded-event.ts'
import { prepareJob, type AsLogin } from '../testing/started-job.ts'
import { applicationAt, atVessel, cast, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'
import { readPointEvents } from './point-events.ts'

const feed = 'ISO-R-102-FV1'
const motor = 'ISO-R-102-M1'

describe('isolation points', () => {
  let plant: TestPlant
  let as: AsLogin
  let keys = 0
  before(async () => {
    plant = await createTestPlant()
    as = await prepareJob(plant, 'welding')
  })
  after(() => plant.close())

  const give = (login: string, point: string, job: string, body: object) =>
    plant.request(`/api/isolation-points/${point}/commands`, {
      cookie: as[login] ?? '',
      key: `point-key-${++keys}`,
      body: { occurredAt: plant.now(), job, ...body },
    })
  const codes = ({ body }: { body: { [key: string]: ReturnType<typeof JSON.parse> } }): readonly string[] =>
    ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code).toSorted()
  /** What a start is refused for because of its points. */
  const pointCodes = (answer: Parameters<typeof codes>[0]) => codes(answer).filter((code) => code.startsWith('point-'))
  const lock = { type: 'IsolatePoint', lockNumber: 'L-07', tagNumber: 'T-07', keyHolder: cast['crew-leader'].number }
  const tryOut = { type: 'TryOutPoint', witness: cast.guardian.number, isDead: true }
  const start = () => plant.command(as['leader'] ?? '', 'welding', { type: 'StartWork', signature })
  const later = (hours: number) => ({
    window: { from: plant.now() + hours * hourMs, to: plant.now() + (hours + 4) * hourMs },
  })
  const submit = (job: string, hours: number) =>
    plant.command(as['leader'] ?? '', job, {
      type: 'SubmitJob',
      application: applicationAt(plant.now(), later(hours)),
    })

  test('a start is refused until every named point is locked and tried out', async () => {
    const picture = await plant.capture('welding', 'guardian-sign-in', 'welding-face')
    await plant.command(as['guardian'] ?? '', 'welding', {
      type: 'SignInGuardian',
      signIn: { person: cast.guardian.number, method: { kind: 'picture-on-site', picture }, position: atVessel },
    })
    assert.equal((await give('leader', feed, 'welding', { type: 'NamePoint' })).status, 200)
    assert.deepEqual(pointCodes(await start()), ['point-not-isolated'])
    assert.equal((await give('leader', feed, 'welding', lock)).status, 200)
    assert.deepEqual(pointCodes(await start()), ['point-not-tried-out'])
    assert.deepEqual(codes(await give('leader', feed, 'welding', { ...tryOut, witness: lock.keyHolder })), [
      'point-witness-is-same',
    ])
    assert.equal((await give('leader', feed, 'welding', { ...tryOut, isDead: false })).status, 200)
    assert.deepEqual(pointCodes(await start()), ['point-still-live'])
    assert.equal((await give('leader', feed, 'welding', lock)).status, 200)
    assert.equal((await give('leader', feed, 'welding', tryOut)).status, 200)
    assert.deepEqual(pointCodes(await start()), [])
  })

  test('the lock stays on while another job relies on the point, and the refusal names it', async () => {
    assert.equal((await submit('inspection', 6)).status, 200)
    assert.equal((await give('leader', feed, 'inspection', { type: 'NamePoint' })).status, 200)
    const refused = await give('leader', feed, 'welding', { type: 'RestorePoint' })
    assert.equal(refused.status, 409)
    assert.deepEqual(
      (refused.body['refusals'] as { params: { job?: string } }[]).flatMap(({ params }) => params.job ?? []),
      ['welding', 'inspection'],
    )
    await plant.command(as['leader'] ?? '', 'welding', { type: 'CancelJob', reason: '改期' })
    await plant.command(as['director'] ?? '', 'welding', { type: 'AnswerEnding', isAgreed: true, note: '' })
    assert.deepEqual(codes(await give('leader', feed, 'welding', { type: 'RestorePoint' })), ['point-relied-on'])
  })

  test('of two who take the lock off at once, one does and the other finds it gone', async () => {
    await plant.command(as['leader'] ?? '', 'inspection', { type: 'CancelJob', reason: '改期' })
    const answers = await Promise.all([1, 2, 3].map(() => give('leader', feed, 'welding', { type: 'RestorePoint' })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409])
    assert.deepEqual(answers.filter(({ status }) => status === 409).flatMap(codes), [
      'point-not-isolated',
      'point-not-isolated',
    ])
  })

  test('a lock that comes off and a job that comes to rely on it go one after the other', async () => {
    for (let round = 0; round < 6; round++) {
      const [first, second] = [`lock-${round}`, `rely-${round}`]
      await submit(first, 10 + round * 10)
      await give('leader', motor, first, lock)
      await plant.command(as['leader'] ?? '', first, { type: 'CancelJob', reason: '改期' })
      await submit(second, 15 + round * 10)
      const [removed, named] = await Promise.all([
        give('leader', motor, first, { type: 'RestorePoint' }),
        give('leader', motor, second, { type: 'NamePoint' }),
      ])
      assert.equal(named.status, 200)
      const { body } = await plant.request(`/api/jobs/${second}/isolation`, { cookie: as['leader'] ?? '' })
      const point = (body['points'] as { id: string; isNamed: boolean; condition: { at: string } }[]).find(
        (one) => one.id === motor,
      )
      assert.equal(point?.isNamed, true)
      assert.equal(point?.condition.at, removed.status === 200 ? 'in-service' : 'isolated')
      await plant.command(as['leader'] ?? '', second, { type: 'CancelJob', reason: '改期' })
      if (removed.status !== 200) await give('leader', motor, second, { type: 'RestorePoint' })
    }
  })

  test('the same key twice is one lock; a stranger locks nothing; an unknown point and job are said to be so', async () => {
    assert.deepEqual(codes(await give('leader', motor, 'welding', lock)), ['job-in-wrong-state'])
    assert.equal((await give('leader', 'ISO-none', 'welding', lock)).status, 404)
    assert.equal((await plant.request('/api/jobs/none/isolation', { cookie: as['leader'] ?? '' })).status, 404)
    assert.equal((await give('leader', feed, 'welding', { type: 'RestorePoint', more: 1 })).status, 422)
  })

  test('what happened at a point is chained, so that nothing can be taken out', async () => {
    const events = await plant.database.withPlant(demoPlant, (tx) => readPointEvents(tx, id(feed)))
    assert.deepEqual(
      events.map(({ event }) => event.type),
      ['PointNamed', 'PointIsolated', 'PointTriedOut', 'PointIsolated', 'PointTriedOut', 'PointNamed', 'PointRestored'],
    )
    events.forEach((event, at) => {
      assert.equal(event.hash, hashOf(demoPlant, event))
      if (at > 0) assert.equal(event.previousHash, events[at - 1]?.hash)
    })
  })

  test('the register says of each point who relies on it', async () => {
    const { body, status } = await plant.request('/api/isolation-points', { cookie: as['safety'] ?? '' })
    assert.equal(status, 200)
    assert.ok((body['points'] as object[]).length >= 15)
    assert.equal((await plant.request('/api/isolation-points')).status, 401)
  })
})
