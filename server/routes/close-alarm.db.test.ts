import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { AlarmLine } from '#contract/alarms.ts'
import { prepareJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, cast, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

describe('closing an alarm', () => {
  let plant: TestPlant
  let as: AsLogin
  let officer: string
  const job = 'alarmed-at-work'
  before(async () => {
    plant = await createTestPlant()
    as = await prepareJob(plant, job)
    officer = await plant.signIn('officer')
  })
  after(() => plant.close())

  const alarmsOf = async (query: string): Promise<readonly AlarmLine[]> =>
    (await plant.request(`/api/alarms?${query}`, { cookie: officer })).body['lines']
  const close = (alarm: AlarmLine | undefined, cookie = officer, result = '已通风') =>
    plant.request(`/api/alarms/${alarm?.id}/close`, { cookie, body: { occurredAt: plant.now(), result } })
  const testGas = async (methanol: number, picture: string): Promise<void> => {
    const readings = [
      { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
      { gas: 'methanol', value: methanol, unit: 'percent-lel' },
      { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
    ]
    const { status, body } = await plant.command(as['analyst'] ?? '', job, {
      type: 'RecordGasTest',
      test: {
        samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: plant.now(), readings })),
        instrument: 'GD-01',
        analyst: cast.analyst.number,
        position: atVessel,
        displayPicture: await plant.capture(job, 'gas-test', picture),
      },
    })
    assert.equal(status, 200, JSON.stringify(body))
  }

  test('is for whoever answers for the work or for safety, with words, when a gate held back what is past', async () => {
    assert.equal((await plant.command(as['leader'] ?? '', job, { type: 'StartWork', signature })).status, 409)
    const [alarm, ...more] = await alarmsOf('state=open')
    assert.deepEqual([alarm?.code, more], ['31', []])
    assert.equal((await close(alarm, as['guardian'])).status, 403)
    assert.equal((await close(alarm, as['welder'])).status, 403)
    assert.equal((await close(alarm, officer, ' ')).status, 422)
    assert.equal((await close(alarm, as['director'], '监护人还在路上')).status, 200)
    const [ended] = await alarmsOf('state=ended')
    assert.deepEqual(
      [ended?.id, ended?.result, ended?.note, ended?.endedBy],
      [alarm?.id, 'closed-by-person', '监护人还在路上', cast['workshop-director'].name],
    )
    // Closed is not permitted: the gate goes on refusing, and what it finds again is a new alarm.
    assert.equal((await plant.command(as['leader'] ?? '', job, { type: 'StartWork', signature })).status, 409)
    assert.notEqual((await alarmsOf('state=open'))[0]?.id, alarm?.id)
  })

  test('is refused while the air is bad, whoever asks and whatever they write, and the fact ends it', async () => {
    const picture = await plant.capture(job, 'guardian-sign-in', 'face')
    const signIn = { person: cast.guardian.number, method: { kind: 'picture-on-site', picture }, position: atVessel }
    assert.equal((await plant.command(as['guardian'] ?? '', job, { type: 'SignInGuardian', signIn })).status, 200)
    assert.equal((await plant.command(as['leader'] ?? '', job, { type: 'StartWork', signature })).status, 200)
    await testGas(40, 'bad-air')
    const [alarm] = await alarmsOf('code=06')
    assert.ok(alarm)
    const refused = await close(alarm)
    assert.deepEqual([refused.status, refused.body['code']], [409, 'alarm-fact-stands'])
    assert.equal((await close(alarm, as['director'])).body['code'], 'alarm-fact-stands')
    assert.deepEqual(
      (await alarmsOf('code=06')).map(({ id }) => id),
      [alarm.id],
    )

    plant.pass(5)
    await testGas(2, 'good-air')
    const [ended] = await alarmsOf('code=06&state=ended')
    assert.deepEqual([ended?.id, ended?.result, ended?.endedBy], [alarm.id, 'put-right', cast.analyst.name])
    // What has ended is not ended again by words.
    assert.equal((await close(alarm)).status, 200)
    assert.equal((await alarmsOf('code=06&state=ended'))[0]?.result, 'put-right')
  })

  test('is refused while the work goes past its time', async () => {
    plant.pass(6 * 60)
    officer = await plant.signIn('officer')
    const [alarm] = await alarmsOf('code=10')
    assert.ok(alarm)
    assert.equal((await close(alarm)).body['code'], 'alarm-fact-stands')
  })
})
