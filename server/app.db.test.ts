import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlaces } from '#demo/places.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from './testing/test-plant.ts'

describe('the API', () => {
  let plant: TestPlant
  let leader: string
  before(async () => {
    plant = await createTestPlant()
    leader = await plant.signIn('leader')
  })
  after(() => plant.close())

  const submit = (job: string, change: object = {}, key?: string) =>
    plant.command(leader, job, { type: 'SubmitJob', application: applicationAt(plant.now(), change) }, key)

  test('accepts an application with every permit that the vessel asks for', async () => {
    const answer = await submit('accepted')
    assert.deepEqual([answer.status, answer.body['refusals']], [200, undefined])
    const page = await plant.request('/api/jobs/accepted', { cookie: leader })
    assert.deepEqual(
      page.body['job'].record.permits.map((permit: { operation: string }) => permit.operation),
      ['hot-work', 'confined-space'],
    )
    assert.match(page.body['job'].record.permits[0].number, /-20261124-\d{3}$/)
  })

  test('refuses with all reasons at once, each with clause or source, owner and remedies', async () => {
    const answer = await submit('refused', {
      window: { from: plant.now() + 86_400_000, to: plant.now() + 86_400_000 + 3_600_000 },
      crew: [
        { person: cast['welder-certificate-expired'].number, duties: ['welder', 'entrant'] },
        { person: cast['welder-medical-overdue'].number, duties: ['welder', 'entrant'] },
        { person: cast['fitter-training-missing'].number, duties: ['helper', 'entrant'] },
      ],
    })
    assert.equal(answer.status, 409)
    const codes = answer.body['refusals'].map(({ code }: { code: string }) => code)
    for (const code of ['credential-expired', 'medical-restricted', 'blood-pressure-too-high', 'training-missing'])
      assert.ok(codes.includes(code), `${code} is missing in ${codes}`)
    for (const refusal of answer.body['refusals'])
      assert.ok(
        (refusal.clause || refusal.source) && refusal.owner && refusal.remedies.length > 0,
        JSON.stringify(refusal),
      )
    const page = await plant.request('/api/jobs/refused', { cookie: leader })
    assert.deepEqual(
      page.body['history'].map(({ event }: { event: { type: string } }) => event.type),
      ['CommandRefused'],
    )
  })

  test('gives a repeat its first answer without a second effect, and refuses its key to another body', async () => {
    const body = { window: { from: plant.now() + 2 * 86_400_000, to: plant.now() + 2 * 86_400_000 + 3_600_000 } }
    const [first, second] = await Promise.all([
      submit('repeated', body, 'same-key-1'),
      submit('repeated', body, 'same-key-1'),
    ])
    assert.deepEqual(first.body, second.body)
    assert.equal(first.status, 200)
    const page = await plant.request('/api/jobs/repeated', { cookie: leader })
    assert.equal(page.body['history'].length, 1)
    const other = await submit('repeated', { ...body, content: 'something else' }, 'same-key-1')
    assert.deepEqual([other.status, other.body['code']], [422, 'idempotency-key-reused'])
  })

  test('lets exactly one of two jobs have the guardian when both ask at once', async () => {
    const window = { from: plant.now() + 3 * 86_400_000, to: plant.now() + 3 * 86_400_000 + 3_600_000 }
    const answers = await Promise.all(['race-a', 'race-b', 'race-c'].map((job) => submit(job, { window })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409])
    for (const { status, body } of answers)
      if (status === 409)
        assert.ok(body['refusals'].some(({ code }: { code: string }) => code === 'guardian-guards-elsewhere'))
  })

  test('stops anything, by anybody, signed in or not, known or not', async () => {
    for (const job of ['accepted', 'never-heard-of']) {
      const answer = await plant.request(`/api/plants/farbridge/jobs/${job}/stop`, { body: { note: 'smoke' } })
      assert.equal(answer.status, 202)
    }
    assert.equal(
      (await plant.request('/api/plants/farbridge/jobs/accepted/stop', { method: 'POST', body: 'not json' })).status,
      202,
    )
    const page = await plant.request('/api/jobs/accepted', { cookie: leader })
    assert.equal(page.body['job'].record.stop.reason, 'stop-work')
  })

  test('stops all work at the place whose code somebody scanned at its entrance, and says when there was none', async () => {
    const place = (await plant.request('/api/jobs/accepted', { cookie: leader })).body['job'].record.application.place
    const stopAt = (named: string) =>
      plant.request(`/api/plants/farbridge/places/${named}/stop`, { body: { note: 'gas' } })
    const history = async () =>
      (await plant.request('/api/jobs/accepted', { cookie: leader })).body['history'].length as number
    const before = await history()
    const { status, body } = await stopAt(place)
    assert.deepEqual([status, body['stopped'] > 0, await history()], [202, true, before + 1])
    const { parent } = demoPlaces.find(({ id }) => id === place)!.facts
    assert.equal((await stopAt(parent!)).status, 202)
    assert.equal(await history(), before + 2)
    assert.deepEqual((await stopAt('nowhere')).body, { recorded: true, stopped: 0, isWhole: true })
  })

  const bad: readonly (readonly [string, object | string, number])[] = [
    ['an unknown field', { type: 'FinishWork', extra: 1 }, 422],
    ['an unknown command', { type: 'Explode' }, 422],
    ['a wrong type', { type: 'CancelJob', reason: 7 }, 422],
    ['an impossible instant', { type: 'FinishWork', occurredAt: 12 }, 422],
    [
      'a position without accuracy',
      {
        type: 'SignInGuardian',
        signIn: {
          person: 'x',
          method: { kind: 'picture-on-site', picture: 'p' },
          position: { latitude: 1, longitude: 1 },
        },
      },
      422,
    ],
    ['text that is no JSON', '{', 400],
    ['an oversized body', { type: 'CancelJob', reason: 'x'.repeat(1_100_000) }, 413],
  ]
  for (const [what, body, status] of bad)
    test(`answers ${what} with a problem that names it`, async () => {
      const cookie = what === 'an oversized body' ? leader : leader
      const answer =
        typeof body === 'string'
          ? await plant.request('/api/jobs/accepted/commands', {
              cookie,
              key: `bad-${what.length}-key`,
              method: 'POST',
              body,
            })
          : await plant.command(cookie, 'accepted', body)
      assert.deepEqual(
        [answer.status, answer.type.split(';')[0]],
        [status, 'application/problem+json'],
        JSON.stringify(answer.body),
      )
    })

  test('refuses a command without a key, without a session, and beyond the role', async () => {
    assert.equal(
      (
        await plant.request('/api/jobs/accepted/commands', {
          cookie: leader,
          body: { type: 'FinishWork', occurredAt: plant.now() },
        })
      ).status,
      422,
    )
    assert.equal((await plant.command('', 'accepted', { type: 'FinishWork' })).status, 401)
    assert.equal((await plant.command(await plant.signIn('welder'), 'accepted', { type: 'FinishWork' })).status, 403)
  })

  test('locks an account after five wrong passwords, and still takes its stop', async () => {
    const attempt = () => plant.request('/api/session', { body: { login: 'analyst', password: 'wrong' } })
    for (let i = 0; i < 4; i++) assert.equal((await attempt()).status, 401)
    assert.equal((await attempt()).status, 429)
    assert.equal(
      (await plant.request('/api/session', { body: { login: 'analyst', password: 'holdpoint-demo' } })).status,
      429,
    )
    assert.equal((await plant.request('/api/plants/farbridge/jobs/accepted/stop', { body: {} })).status, 202)
    plant.pass(16)
    assert.equal(
      (await plant.request('/api/session', { body: { login: 'analyst', password: 'holdpoint-demo' } })).status,
      200,
    )
  })
})
