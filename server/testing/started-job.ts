import type { JobReadiness } from '#contract/job-readiness.ts'
import { pinHeader } from '#contract/signing.ts'
import { demoPin } from '#demo/accounts.ts'
import { readRulebook } from '../rulebooks/read-rulebook.ts'
import { applicationAt, atVessel, cast, signature, type TestPlant } from './test-plant.ts'

export type AsLogin = { readonly [login: string]: string }

/** What a job is walked through with: the application itself, or a running server. */
export type Walked = Pick<TestPlant, 'signIn' | 'command' | 'request' | 'capture' | 'document' | 'now'>

const approvedPlan = { title: '施工方案', drawnUpBy: '技术员', approvedBy: '生产部', approvedOn: '2026-11-20' }

const crew = ['leader', 'guardian', 'welder', 'analyst', 'director', 'safety', 'leadership', 'dispatch']

/** Applied for, prepared, and briefed as far as the people named; once nobody is left, what comes next is the first approval that the standard asks for. */
export const briefJob = async (
  plant: Walked,
  job: string,
  change: object = {},
  others: readonly string[] = [],
  briefed: readonly string[] = ['welder', 'guardian', ...others],
): Promise<AsLogin> => {
  const as: { [login: string]: string } = {}
  for (const login of [...crew, ...others]) as[login] = await plant.signIn(login)
  const parsed = await readRulebook('chemical')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const give = (login: string, body: object): Promise<void> => giveAs(plant, as[login], job, body)
  const page = async () => (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body

  await give('leader', { type: 'SubmitJob', application: applicationAt(plant.now(), change) })
  for (const { operation } of (await page())['job'].record.permits as { operation: string }[]) {
    const rules = parsed.rulebook.operations[operation]
    for (const { id: preparation, kind, ...rest } of rules?.preparations ?? []) {
      const content =
        kind === 'hazards'
          ? { kind, hazards: [{ hazard: '火花', consequence: '烧伤', measures: '灭火毯', owner: 'guardian' }] }
          : kind === 'plan'
            ? { kind, text: '两人外部待命', document: { ...approvedPlan, id: await plant.document(job) } }
            : { kind, present: 'items' in rest ? rest.items.map(({ id }) => id) : [] }
      await give('leader', { type: 'RecordPreparation', operation, preparation, content })
    }
    for (const { id: measure } of rules?.measures ?? [])
      await give('leader', { type: 'ConfirmMeasure', operation, measure, isInvolved: true, detail: '' })
  }
  await give('leader', { type: 'SignBriefing', as: 'briefer', signature })
  for (const login of briefed) await give(login, { type: 'SignBriefing', as: 'briefed', signature })
  const { gate } = (await page())['readiness'] as JobReadiness
  if (!gate?.refusals.some(({ code }) => code === 'briefing-unsigned')) await agreeUrgent(plant, job, as['dispatch'])
  return as
}

/** Dispatch signs first on every permit of urgent work; nothing to do where the work was booked in time. */
export const agreeUrgent = async (plant: Walked, job: string, dispatch: string | undefined): Promise<void> => {
  const { body } = await plant.request(`/api/jobs/${job}`, { cookie: dispatch ?? '' })
  for (const { permit, step } of body['nextSteps'] as { permit: string; step: string }[])
    if (step === 'urgent-approval') await giveAs(plant, dispatch, job, { type: 'ApproveStep', permit, step, signature })
}

/** Takes one job as far as the guardian's sign-in being next; each step as the person whose it is. */
export const prepareJob = async (
  plant: Walked,
  job: string,
  change: object = {},
  others: readonly string[] = [],
): Promise<AsLogin> => {
  const as = await briefJob(plant, job, change, others)
  const give = (login: string, body: object): Promise<void> => giveAs(plant, as[login], job, body)
  const page = async () => (await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })).body
  const approver: AsLogin = {
    'unit-head': 'director',
    'safety-department': 'safety',
    'responsible-leader': 'leadership',
  }
  for (;;) {
    const [next] = (await page())['nextSteps'] as { permit: string; step: string; by: { authority: string } }[]
    if (!next) break
    const { permit, step, by } = next
    const signer = as[approver[by.authority] ?? '']
    // Approvers of the demo have a number of their own; the highest levels ask for it.
    await giveAs(plant, signer, job, { type: 'ApproveStep', permit, step, signature }, { [pinHeader]: demoPin })
  }

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
      scan: await plant.capture(job, 'ventilation', `${job}-scan`, 'FAN-R-102'),
      runningPicture: await plant.capture(job, 'ventilation', `${job}-fan`),
      position: atVessel,
      startedAt: plant.now(),
    },
  })
  return as
}

/** And further, until the work is on with the guardian at the site. */
export const startJob = async (plant: Walked, job: string, change: object = {}): Promise<AsLogin> => {
  const as = await prepareJob(plant, job, change)
  const picture = await plant.capture(job, 'guardian-sign-in', `${job}-face`)
  const signIn = {
    person: cast.guardian.number,
    method: { kind: 'picture-on-site', picture },
    position: atVessel,
  }
  await giveAs(plant, as['guardian'], job, { type: 'SignInGuardian', signIn })
  await giveAs(plant, as['leader'], job, { type: 'StartWork', signature })
  return as
}

const giveAs = async (
  plant: Walked,
  cookie: string | undefined,
  job: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<void> => {
  const answer = await plant.command(cookie ?? '', job, body, undefined, headers)
  if (answer.status !== 200) throw new Error(`${JSON.stringify(body)} → ${JSON.stringify(answer.body)}`)
}
