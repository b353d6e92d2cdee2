import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { readRulebook } from './rulebooks/read-rulebook.ts'
import { readEvents } from './store/events.ts'
import { verifyHistory } from './store/recorded-event.ts'
import { applicationAt, atVessel, cast, createTestPlant, signature, type TestPlant } from './testing/test-plant.ts'

let plant: TestPlant
before(async () => {
  plant = await createTestPlant()
})
after(() => plant.close())

/** Four grades of welding in a vessel, from the application to the closed job, with the rulebook as it ships. */
test('a job runs from the application to its close, and its history proves itself', async () => {
  const job = 'day'
  const as: { [login: string]: string } = {}
  for (const login of ['leader', 'guardian', 'welder', 'analyst', 'director', 'safety', 'dispatch'])
    as[login] = await plant.signIn(login)
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)

  const give = async (login: string, body: object) => {
    const answer = await plant.command(as[login]!, job, body)
    assert.deepEqual(
      [answer.status, answer.body['refusals'], answer.body['fields']],
      [200, undefined, undefined],
      `${JSON.stringify(body)} as ${login}`,
    )
    return answer.body
  }
  const refusedWith = async (login: string, body: object) => {
    const answer = await plant.command(as[login]!, job, body)
    assert.equal(answer.status, 409, JSON.stringify(answer.body))
    return answer.body['refusals'].map(({ code }: { code: string }) => code) as string[]
  }
  const page = async () => (await plant.request(`/api/jobs/${job}`, { cookie: as['leader']! })).body

  await give('leader', { type: 'SubmitJob', application: applicationAt(plant.now()) })
  const { permits } = (await page())['job'].record as { permits: { id: string; operation: string; level: string }[] }

  for (const { operation } of permits) {
    const rules = parsed.rulebook.operations[operation]!
    for (const { id: preparation, kind, ...rest } of rules.preparations) {
      if (preparation === 'work-plan') continue
      const content =
        kind === 'hazards'
          ? { kind, hazards: [{ hazard: '火花', consequence: '烧伤', measures: '灭火毯', owner: 'guardian' }] }
          : kind === 'plan'
            ? { kind, text: '两人外部待命,三脚架提升' }
            : { kind, present: 'items' in rest ? rest.items.map(({ id }) => id) : [] }
      await give('leader', { type: 'RecordPreparation', operation, preparation, content })
    }
    for (const { id: measure } of rules.measures)
      await give('leader', { type: 'ConfirmMeasure', operation, measure, isInvolved: true, detail: '' })
  }
  await give('leader', { type: 'SignBriefing', as: 'briefer', signature })
  await give('welder', { type: 'SignBriefing', as: 'briefed', signature })

  const steps = async () => (await page())['nextSteps'] as { permit: string; step: string; by: { authority: string } }[]
  const approve = ({ permit, step }: { permit: string; step: string }) => ({
    type: 'ApproveStep',
    permit,
    step,
    signature,
  })
  const approver: { readonly [authority: string]: string } = {
    'unit-head': 'director',
    'safety-department': 'safety',
    'production-dispatch': 'dispatch',
  }
  const [firstStep] = await steps()
  assert.deepEqual(await refusedWith(approver[firstStep!.by.authority]!, approve(firstStep!)), ['briefing-unsigned'])
  await give('guardian', { type: 'SignBriefing', as: 'briefed', signature })
  for (let open = await steps(); open.length > 0; open = await steps())
    for (const step of open) await give(approver[step.by.authority]!, approve(step))
  assert.equal((await page())['job'].status, 'approved')

  assert.deepEqual(
    new Set(await refusedWith('leader', { type: 'StartWork', signature })),
    new Set(
      ['gas-sample-missing', 'gas-tested-today', 'ventilation-missing', 'guardian-not-signed-in'].map((code) =>
        code === 'gas-tested-today' ? 'gas-test-of-day-missing' : code,
      ),
    ),
  )

  const readings = [
    { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
    { gas: 'methanol', value: 2, unit: 'percent-lel' },
    { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
  ]
  const gasTest = async (name: string) => ({
    type: 'RecordGasTest',
    test: {
      samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: plant.now(), readings })),
      instrument: 'GD-01',
      analyst: cast.analyst.number,
      position: atVessel,
      displayPicture: await plant.capture(job, 'gas-test', name),
    },
  })
  assert.deepEqual(
    await refusedWith('analyst', {
      ...(await gasTest('p0')),
      test: { ...(await gasTest('p00')).test, instrument: 'GD-03' },
    }),
    ['instrument-out-of-calibration'],
  )
  await give('analyst', await gasTest('p1'))
  await give('guardian', {
    type: 'RecordVentilation',
    ventilation: {
      fan: 'FAN-R-102',
      scan: await plant.capture(job, 'ventilation', 'scan', 'FAN-R-102'),
      runningPicture: await plant.capture(job, 'ventilation', 'fan'),
      position: atVessel,
      startedAt: plant.now(),
    },
  })
  await give('guardian', {
    type: 'SignInGuardian',
    signIn: {
      person: cast.guardian.number,
      method: { kind: 'picture-on-site', picture: await plant.capture(job, 'guardian-sign-in', 'face') },
      position: atVessel,
    },
  })
  await give('leader', { type: 'StartWork', signature })
  await give('guardian', {
    type: 'RecordPassage',
    passage: { what: { person: cast['welder-qualified'].number }, direction: 'in' },
  })
  await give('guardian', { type: 'RecordPassage', passage: { what: { tool: '焊枪', count: 1 }, direction: 'in' } })

  plant.pass(30)
  await give('guardian', {
    type: 'RecordSnapshot',
    snapshot: {
      workFace: await plant.capture(job, 'snapshot', 's1'),
      guardian: await plant.capture(job, 'snapshot', 's2'),
      capturedAt: plant.now(),
    },
  })
  const duties = (await page())['duties'] as { kind: string; state: string }[]
  assert.deepEqual(duties.filter(({ kind, state }) => kind === 'snapshot' && state === 'met').length, 1)

  await plant.request(`/api/plants/farbridge/jobs/${job}/stop`, { body: { note: '异响' } })
  plant.pass(31)
  const missing = await refusedWith('leader', { type: 'ResumeWork', signature })
  assert.ok(missing.includes('gas-test-after-break') && missing.includes('guardian-silent'))
  await plant.request(`/api/jobs/${job}/presence`, {
    cookie: as['guardian']!,
    body: { position: atVessel, ageSeconds: 2 },
  })
  await give('analyst', await gasTest('p2'))
  await give('leader', { type: 'ResumeWork', signature })

  await give('leader', { type: 'FinishWork' })
  const accept = { type: 'SignAcceptance', acceptance: 'work-accepted', signature }
  const acceptances = permits.flatMap(({ operation }) => parsed.rulebook.operations[operation]!.acceptances)
  assert.ok(
    (
      await refusedWith('director', { ...accept, acceptance: acceptances.find(({ by }) => by === 'unit')!.id })
    ).includes('people-still-inside'),
  )
  await give('guardian', {
    type: 'RecordPassage',
    passage: { what: { person: cast['welder-qualified'].number }, direction: 'out' },
  })
  await give('guardian', { type: 'RecordPassage', passage: { what: { tool: '焊枪', count: 1 }, direction: 'out' } })
  await give('guardian', {
    type: 'RecordResidue',
    pictures: [await plant.capture(job, 'close-out', 'r1'), await plant.capture(job, 'close-out', 'r2')],
  })
  plant.pass(30)
  await give('guardian', { type: 'RecordFireWatch', isCalm: true })
  const signer = { leader: 'leader', guardian: 'guardian', unit: 'director' } as const
  for (const { id, by } of new Map(acceptances.map((one) => [one.id, one])).values())
    await give(signer[by], { ...accept, acceptance: id })
  assert.equal((await page())['job'].status, 'closed')

  const history = await plant.database.withPlant(demoPlant, (tx) => readEvents(tx, job))
  assert.deepEqual(verifyHistory(demoPlant, history), [])
  assert.ok(history.length > 45)
})
