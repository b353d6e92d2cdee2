import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { problemsZhCn } from '#core/messages/requests/problems.zh-cn.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { watchPresence } from '../reactions/watch-presence.ts'
import { startJob, type AsLogin } from '../testing/started-job.ts'
import { atVessel, cast, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

let plant: TestPlant
let as: AsLogin
const job = 'guarded'
before(async () => {
  plant = await createTestPlant()
  as = await startJob(plant, job)
})
after(() => plant.close())

const metresPerDegree = 111_195
const north = (metres: number) => ({ ...atVessel, latitude: atVessel.latitude + metres / metresPerDegree })
const beat = (position: object | null, ageSeconds = 1, login = 'guardian') =>
  plant.request(`/api/jobs/${job}/presence`, { cookie: as[login]!, body: { position, ageSeconds } })
const page = async () => (await plant.request(`/api/jobs/${job}`, { cookie: as['leader']! })).body
const onBoard = async () =>
  (await plant.request('/api/jobs', { cookie: as['leader']! })).body['jobs'].find(
    ({ id }: { id: string }) => id === job,
  )
const alarms = async (login: string) =>
  ((await plant.request('/api/me/alarms', { cookie: as[login]! })).body['alarms'] as { kind: string }[]).map(
    ({ kind }) => kind,
  )
const codes = async (body: object) =>
  ((await plant.command(as['leader']!, job, body)).body['refusals'] ?? []).map(({ code }: { code: string }) => code)
const restart = async () => {
  const answer = await plant.command(as['leader']!, job, { type: 'ResumeWork', signature })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}
const watch = async () => {
  await watchPresence({ database: plant.database, rulebooks: plant.rulebooks, clock: plant.now })
}

describe('where the guardian is', () => {
  test('is told by the guardian on duty alone', async () => {
    assert.equal((await beat(atVessel, 1, 'welder')).status, 403)
    assert.equal((await beat(atVessel, 1, 'leader')).body['code'], 'not-on-duty')
    assert.equal((await beat(atVessel)).body['state'], 'inside')
    assert.deepEqual(
      (await plant.request('/api/me/guarding', { cookie: as['guardian']! })).body['jobs'].map(
        ({ job: one, state }: { job: string; state: string }) => [one, state],
      ),
      [[job, 'inside']],
    )
  })

  test('a position in doubt, an old one or none changes nothing', async () => {
    for (const answer of [
      await beat({ ...north(300), accuracyMetres: 150 }),
      await beat(north(900), 61),
      await beat(null, 0),
    ])
      assert.deepEqual([answer.body['state'], answer.body['placing']], ['inside', 'unclear'])
    assert.equal((await page())['job'].status, 'active')
  })

  test('beyond the fence the work is suspended, everybody concerned hears of it, and only well inside the guardian is back', async () => {
    const left = await beat(north(300))
    assert.deepEqual([left.body['state'], left.body['status']], ['outside', 'suspended'])
    assert.equal((await onBoard()).stop.reason, 'guardian-left')
    assert.deepEqual(await alarms('leader'), ['guardian-outside', 'work-stopped'])
    assert.deepEqual(await alarms('director'), ['guardian-outside', 'work-stopped'])
    assert.deepEqual(await alarms('analyst'), [])
    assert.equal((await beat(north(190))).body['state'], 'outside')
    assert.ok((await codes({ type: 'ResumeWork', signature })).includes('guardian-outside'))
    assert.equal((await beat(north(20))).body['state'], 'inside')
    await restart()
    assert.deepEqual(await alarms('leader'), [])
  })
})

describe('a guardian who is not heard of', () => {
  test('counts as silent on the board, in the alarms and at the gate although no ticker ran', async () => {
    await beat(atVessel)
    plant.pass(5)
    assert.deepEqual((await onBoard()).absent, [])
    plant.pass(1)
    assert.deepEqual(
      (await onBoard()).absent.map(({ state }: { state: string }) => state),
      ['silent'],
    )
    assert.ok((await alarms('director')).includes('guardian-silent'))
    await plant.request(`/api/plants/farbridge/jobs/${job}/stop`, { body: {} })
    assert.ok((await codes({ type: 'ResumeWork', signature })).includes('guardian-silent'))
  })

  test('signs of life that never say where keep nobody present', async () => {
    await beat(atVessel)
    for (let minute = 0; minute < 6; minute++) {
      plant.pass(1)
      await beat(null, 0)
    }
    assert.ok((await codes({ type: 'ResumeWork', signature })).includes('guardian-silent'))
  })

  test('is written into the history once, by whichever of several tickers comes first', async () => {
    const silences = async () =>
      (await page())['history'].filter(
        ({ event }: { event: { type: string; state?: string } }) =>
          event.type === 'GuardianPresenceChanged' && event.state === 'silent',
      ).length
    await Promise.all([watch(), watch(), watch()])
    await watch()
    assert.equal(await silences(), 1)
    assert.equal((await beat(atVessel)).body['state'], 'inside')
    await watch()
    assert.equal(await silences(), 1)
  })
})

describe('signing in without a picture', () => {
  const setPin = (login: string, pin: string, password = demoPassword) =>
    plant.request('/api/me/pin', { method: 'PUT', cookie: as[login]!, body: { password, pin } })
  const siteCode = async (id: string): Promise<string> => {
    const svg = await plant.app.request(`/api/codes/place/${id}`, { headers: { cookie: as['safety']! } })
    assert.equal(svg.status, 200)
    return plant.codes.sign({ kind: 'place', plantId: demoPlant, id })
  }
  let keys = 0
  const signIn = async (change: { pin?: string; second?: object; siteCode?: string } = {}) =>
    plant.request(`/api/jobs/${job}/guardian-sign-in`, {
      cookie: as['guardian']!,
      key: `code-sign-in-${++keys}`,
      body: {
        occurredAt: plant.now(),
        siteCode: await siteCode('R-102'),
        pin: '204816',
        second: { login: 'welder', pin: '951753' },
        position: atVessel,
        ...change,
      },
    })

  test('asks for numbers that were set, and says whose is not', async () => {
    assert.equal((await signIn()).body['fields'][0].code, 'pin-unset')
    assert.equal((await setPin('guardian', '204816', 'wrong')).body['code'], 'password-wrong')
    assert.equal((await setPin('guardian', '12345')).status, 422)
    assert.equal((await setPin('guardian', '204816')).status, 204)
    assert.deepEqual((await signIn()).body['fields'][0], {
      path: 'second.pin',
      code: 'pin-unset',
      params: {},
      message: problemsZhCn['pin-unset'],
    })
    assert.equal((await setPin('welder', '951753')).status, 204)
  })

  test('takes the code of this very place, two right numbers, and a second person who is another one', async () => {
    assert.equal((await signIn({ siteCode: await siteCode('R-101') })).body['code'], 'code-of-another-place')
    assert.equal(
      (await signIn({ siteCode: 'HP1.place.farbridge.R-102.AAAAAAAAAAAAAAAAAAAAAA' })).body['code'],
      'code-forged',
    )
    assert.equal((await signIn({ second: { login: 'welder', pin: '000000' } })).body['code'], 'pin-wrong')
    const alone = await signIn({ second: { login: 'guardian', pin: '204816' } })
    assert.deepEqual(
      alone.body['refusals'].map(({ code }: { code: string }) => code),
      ['second-person-missing'],
    )
    assert.equal((await signIn()).status, 200)
    const duty = (await page())['job'].record.duty.at(-1)
    assert.deepEqual(duty.signIn.method, { kind: 'site-code-and-pin', secondPerson: cast['welder-qualified'].number })
  })

  test('a witness is never taken from what the phone claims', async () => {
    const claimed = await plant.command(as['guardian']!, job, {
      type: 'SignInGuardian',
      signIn: {
        person: cast.guardian.number,
        method: { kind: 'site-code-and-pin', secondPerson: cast['welder-qualified'].number },
        position: atVessel,
      },
    })
    assert.equal(claimed.status, 422)
  })

  test('after five wrong numbers the number waits; stopping does not, and the password sets it free', async () => {
    for (let i = 0; i < 4; i++) assert.equal((await signIn({ pin: '111111' })).body['code'], 'pin-wrong')
    assert.equal((await signIn({ pin: '111111' })).body['code'], 'pin-locked')
    assert.equal((await signIn()).body['code'], 'pin-locked')
    assert.equal((await plant.request(`/api/plants/farbridge/jobs/${job}/stop`, { body: {} })).status, 202)
    assert.equal((await setPin('guardian', '204816')).status, 204)
    assert.equal((await signIn()).status, 200)
  })
})
