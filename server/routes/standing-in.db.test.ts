import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hourMs } from '#core/time/epoch.ts'
import { briefJob, type AsLogin } from '../testing/started-job.ts'
import { cast, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

type Step = { readonly permit: string; readonly step: string; readonly by: { readonly authority: string } }

describe('signing for somebody who is away', () => {
  let plant: TestPlant
  let as: AsLogin
  const job = 'stood-in'
  const director = cast['workshop-director'].number
  const deputy = cast['maintenance-director'].number
  before(async () => {
    plant = await createTestPlant()
    as = await briefJob(plant, job, {}, ['maintenance', 'officer'], ['welder', 'guardian'])
  })
  after(() => plant.close())

  const ask = (login: string, change: object = {}, key = `delegation-${Math.random()}`) =>
    plant.request('/api/me/delegations', {
      cookie: as[login] ?? '',
      key,
      body: {
        to: deputy,
        authority: 'unit-head',
        from: plant.now(),
        until: plant.now() + 8 * hourMs,
        reason: '开会',
        ...change,
      },
    })
  const codesOf = ({ body }: { body: Record<string, ReturnType<typeof JSON.parse>> }): readonly string[] =>
    ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code)
  const steps = async (): Promise<readonly Step[]> =>
    (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body['nextSteps']
  const owed = async (login: string) =>
    (
      (await plant.request('/api/me/duties', { cookie: as[login] ?? '' })).body['duties'] as {
        action: string
        because: { kind: string; name?: string } | null
        job: { id: string }
      }[]
    ).filter((one) => one.action === 'approve' && one.job.id === job)

  test('is refused to whoever lacks the right, for too long, and in a circle', async () => {
    assert.deepEqual(codesOf(await ask('director', { to: cast['crew-leader'].number })), ['delegate-lacks-authority'])
    assert.deepEqual(codesOf(await ask('director', { until: plant.now() + 40 * 24 * hourMs })), ['delegation-too-long'])
    assert.deepEqual(codesOf(await ask('safety')), ['delegator-lacks-authority'])
    assert.equal((await ask('leader')).status, 403)
    assert.deepEqual(codesOf(await ask('director', { to: director })), ['delegation-cycle'])
  })

  test('puts the duty on the phone of the one who stands in, and the history says for whom', async () => {
    assert.deepEqual(await owed('maintenance'), [])
    const made = await ask('director')
    assert.equal(made.status, 200, JSON.stringify(made.body))
    assert.deepEqual(codesOf(await ask('maintenance', { to: director })), ['delegation-cycle'])
    const [duty] = await owed('maintenance')
    assert.equal(duty?.because?.kind, 'stands-in')
    assert.equal(duty?.because?.name, cast['workshop-director'].name)

    const unit = (await steps()).find(({ by }) => by.authority === 'unit-head')
    assert.ok(unit)
    const approve = { type: 'ApproveStep', permit: unit.permit, step: unit.step, signature }
    assert.deepEqual(codesOf(await plant.command(as['maintenance'] ?? '', job, approve)), ['authority-missing'])
    const signed = await plant.command(as['maintenance'] ?? '', job, { ...approve, onBehalfOf: director })
    assert.equal(signed.status, 200, JSON.stringify(signed.body))
    const page = (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body
    const events = (page['history'] as { event: { type: string; onBehalfOf?: string } }[]).map(({ event }) => event)
    assert.equal(events.findLast(({ type }) => type === 'StepApproved')?.onBehalfOf, director)
    assert.ok(page['names'].people[director])

    const back = { type: 'TakeBackApproval', permit: unit.permit, step: unit.step, reason: '再看看' }
    assert.equal((await plant.command(as['maintenance'] ?? '', job, back)).status, 200)
  })

  test('ends when its author calls it back, and nobody else can', async () => {
    const mine = await plant.request('/api/me/delegations', { cookie: as['director'] ?? '' })
    const [made] = mine.body['made'] as { id: string }[]
    assert.ok(made)
    const end = (login: string) =>
      plant.request(`/api/me/delegations/${made.id}/end`, { method: 'POST', cookie: as[login] ?? '' })
    assert.equal((await end('maintenance')).status, 404)
    assert.equal((await end('director')).status, 200)
    assert.deepEqual(await owed('maintenance'), [])
    const unit = (await steps()).find(({ by }) => by.authority === 'unit-head')
    const late = await plant.command(as['maintenance'] ?? '', job, {
      type: 'ApproveStep',
      permit: unit?.permit,
      step: unit?.step,
      signature,
      onBehalfOf: director,
    })
    assert.deepEqual(codesOf(late), ['delegation-missing'])
  })

  test('a key that is sent again makes one delegation, and two at once never a circle', async () => {
    const body = { from: plant.now() + hourMs, until: plant.now() + 2 * hourMs }
    const first = await ask('director', body, 'same-delegation-key')
    const again = await ask('director', body, 'same-delegation-key')
    assert.deepEqual(first.body, again.body)
    const window = { from: plant.now() + 5 * hourMs, until: plant.now() + 6 * hourMs }
    const both = await Promise.all([ask('director', window), ask('maintenance', { ...window, to: director })])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  })

  test('a step nobody signs escalates by the clock alone: to home, to the alarms, and to the signature', async () => {
    assert.deepEqual(await owed('leadership'), [])
    plant.pass(2 * 60)
    const duties = await owed('leadership')
    assert.ok(duties.length > 0 && duties.every(({ because }) => because?.kind === 'escalated'))
    const alarms = await plant.request('/api/me/alarms', { cookie: as['leadership'] ?? '' })
    assert.ok(
      (alarms.body['alarms'] as { kind: string; duty?: string; job: { id: string } }[]).some(
        (one) => one.kind === 'duty-late' && one.duty === 'approve' && one.job.id === job,
      ),
    )
    const unit = (await steps()).find(({ by }) => by.authority === 'unit-head')
    const signed = await plant.command(as['leadership'] ?? '', job, {
      type: 'ApproveStep',
      permit: unit?.permit,
      step: unit?.step,
      signature,
    })
    assert.equal(signed.status, 200, JSON.stringify(signed.body))
  })

  test('a return shows the applicant why, until it was answered', async () => {
    const reason = '缺少应急救援人员名单'
    assert.equal((await plant.command(as['safety'] ?? '', job, { type: 'ReturnJob', reason })).status, 200)
    const [first] = (await plant.request('/api/me/duties', { cookie: as['leader'] ?? '' })).body['duties'] as {
      action: string
      duty: { note?: string }
    }[]
    assert.deepEqual([first?.action, first?.duty.note], ['answer-return', reason])
    assert.deepEqual(await owed('safety'), [])
    const answered = await plant.command(as['leader'] ?? '', job, { type: 'AnswerReturn', note: '已补充' })
    assert.equal(answered.status, 200, JSON.stringify(answered.body))
    // Everybody signs anew, and of urgent work dispatch is the first.
    assert.ok((await owed('dispatch')).length > 0)
  })

  test('malformed and foreign requests are said, not guessed', async () => {
    assert.equal((await ask('director', { until: 5 })).status, 422)
    assert.equal((await ask('director', { more: 1 })).status, 422)
    assert.equal((await plant.request('/api/signatories', { cookie: as['welder'] ?? '' })).status, 403)
    const { people } = (await plant.request('/api/signatories', { cookie: as['director'] ?? '' })).body as unknown as {
      people: { id: string; authorities: string[] }[]
    }
    assert.ok(people.some(({ id, authorities }) => id === deputy && authorities.includes('unit-head')))
  })
})
