import { readRulebook } from '../rulebooks/read-rulebook.ts'
import { applicationAt, atVessel, cast, signature, type TestPlant } from './test-plant.ts'

export type AsLogin = { readonly [login: string]: string }

/** Takes one job as far as the work being on, with the guardian at the site; each step as the person whose it is. */
export const startJob = async (plant: TestPlant, job: string, change: object = {}): Promise<AsLogin> => {
  const as: { [login: string]: string } = {}
  for (const login of ['leader', 'guardian', 'welder', 'analyst', 'director', 'safety'])
    as[login] = await plant.signIn(login)
  const parsed = await readRulebook('chemical')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const give = async (login: string, body: object): Promise<void> => {
    const answer = await plant.command(as[login] ?? '', job, body)
    if (answer.status !== 200) throw new Error(`${login}: ${JSON.stringify(body)} → ${JSON.stringify(answer.body)}`)
  }
  const page = async () => (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body

  await give('leader', { type: 'SubmitJob', application: applicationAt(plant.now(), change) })
  for (const { operation } of (await page())['job'].record.permits as { operation: string }[]) {
    const rules = parsed.rulebook.operations[operation]
    for (const { id: preparation, kind, ...rest } of rules?.preparations ?? []) {
      if (preparation === 'work-plan') continue
      const content =
        kind === 'hazards'
          ? { kind, hazards: [{ hazard: '火花', consequence: '烧伤', measures: '灭火毯' }] }
          : kind === 'plan'
            ? { kind, text: '两人外部待命' }
            : { kind, present: 'items' in rest ? rest.items.map(({ id }) => id) : [] }
      await give('leader', { type: 'RecordPreparation', operation, preparation, content })
    }
    for (const { id: measure } of rules?.measures ?? [])
      await give('leader', { type: 'ConfirmMeasure', operation, measure, isInvolved: true, detail: '' })
  }
  await give('leader', { type: 'SignBriefing', as: 'briefer', signature })
  for (const login of ['welder', 'guardian']) await give(login, { type: 'SignBriefing', as: 'briefed', signature })
  const approver: AsLogin = { 'unit-head': 'director', 'safety-department': 'safety' }
  for (const { permit, step, by } of (await page())['nextSteps'] as {
    permit: string
    step: string
    by: { authority: string }
  }[])
    await give(approver[by.authority] ?? '', { type: 'ApproveStep', permit, step, signature })

  const readings = [
    { gas: 'oxygen', value: 20.8, unit: 'percent-vol' },
    { gas: 'methanol', value: 2, unit: 'percent-lel' },
    { gas: 'methanol-toxic', value: 6, unit: 'ppm' },
  ]
  await give('analyst', {
    type: 'RecordGasTest',
    test: {
      samples: ['upper', 'middle', 'lower'].map((point) => ({ point, takenAt: plant.now(), readings })),
      instrument: 'GD-01',
      analyst: cast.analyst.number,
      position: atVessel,
      displayPicture: await plant.capture(job, 'gas-test', `${job}-gas`),
    },
  })
  await give('guardian', {
    type: 'RecordVentilation',
    ventilation: {
      fan: 'FAN-R-102',
      scan: await plant.capture(job, 'ventilation', `${job}-scan`),
      runningPicture: await plant.capture(job, 'ventilation', `${job}-fan`),
      position: atVessel,
      startedAt: plant.now(),
    },
  })
  await give('guardian', {
    type: 'SignInGuardian',
    signIn: {
      person: cast.guardian.number,
      method: {
        kind: 'picture-on-site',
        picture: await plant.capture(job, 'guardian-sign-in', `${job}-face`),
      },
      position: atVessel,
    },
  })
  await give('leader', { type: 'StartWork', signature })
  return as
}
