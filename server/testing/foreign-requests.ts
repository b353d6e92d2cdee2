import { demoPin } from '#demo/accounts.ts'
import { hourMs } from '#core/time/epoch.ts'
import { printBatch } from '../contingency/emergency-tickets.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { applicationAt, atVessel, cast, signature, type TestPlant } from './test-plant.ts'

/** A request that is right in all but the identity that a test puts into it. `then` is the answer to it as it is. */
export type ValidRequest = {
  readonly as: string
  readonly path: string
  readonly body: object
  readonly answers: number
  readonly method?: string
  /** Fields that decide nothing there: whoever asks stands in their place, or nothing is done at all. */
  readonly passesOver?: readonly string[]
}

const own = (name: keyof typeof cast): string => cast[name].number
const welder = own('welder-qualified')

/** Of a job that is prepared and waits for the first approval. */
export const requestsOfBriefedJob = async (
  { request, document, capture, now }: TestPlant,
  job: string,
  cookie: string,
): Promise<readonly ValidRequest[]> => {
  const { body: page } = await request(`/api/jobs/${job}`, { cookie })
  const { permit, step } = page['nextSteps'][0] as { permit: string; step: string }
  const { operation } = page['job'].record.permits[0] as { operation: string }
  const handwriting = await capture(job, 'handwriting', `${job}-hand`)
  const commands = `/api/jobs/${job}/commands`
  const at = { occurredAt: now() }
  const plan = {
    kind: 'plan',
    text: '两人外部待命',
    attachment: await capture(job, 'attachment', `${job}-plan`),
    document: {
      id: await document(job),
      title: '施工方案',
      drawnUpBy: '技术员',
      approvedBy: '生产部',
      approvedOn: '2026-11-20',
    },
  }
  const window = { from: now() + 72 * hourMs, to: now() + 76 * hourMs }
  return [
    {
      as: 'leader',
      path: '/api/jobs/another/commands',
      body: { type: 'SubmitJob', ...at, application: applicationAt(now(), { window }) },
      answers: 200,
      passesOver: ['application.applicant'],
    },
    {
      as: 'director',
      path: commands,
      body: {
        type: 'ReturnJob',
        ...at,
        reason: '补充',
        toStep: { permit, step },
        onBehalfOf: own('workshop-director'),
      },
      answers: 409,
    },
    {
      as: 'director',
      path: commands,
      body: {
        type: 'AddSigner',
        ...at,
        permit,
        step,
        signer: own('hse-manager'),
        reason: '再看',
        onBehalfOf: own('workshop-director'),
      },
      answers: 409,
    },
    {
      as: 'director',
      path: commands,
      body: { type: 'TakeBackApproval', ...at, permit, step, reason: '再看' },
      answers: 409,
    },
    {
      as: 'director',
      path: commands,
      body: {
        type: 'ApproveStep',
        ...at,
        permit,
        step,
        onBehalfOf: own('workshop-director'),
        signature: { ...signature, handwriting },
      },
      answers: 409,
    },
    {
      as: 'leader',
      path: commands,
      body: { type: 'RecordPreparation', ...at, operation, preparation: 'plan', content: plan },
      answers: 409,
    },
    {
      as: 'welder',
      path: commands,
      body: { type: 'SignBriefing', ...at, as: 'briefed', signature: { ...signature, handwriting } },
      answers: 409,
    },
  ]
}

/** Of a job at which work is on. */
export const requestsOfStartedJob = async (
  { capture, now }: TestPlant,
  job: string,
): Promise<readonly ValidRequest[]> => {
  const at = { occurredAt: now() }
  const commands = `/api/jobs/${job}/commands`
  const of = (as: string, answers: number, body: object): ValidRequest => ({
    as,
    path: commands,
    body: { ...at, ...body },
    answers,
  })
  const picture = (step: string, name: string) => capture(job, step, `${job}-${name}`)
  const readings = [{ gas: 'oxygen', value: 20.8, unit: 'percent-vol' }]
  return [
    of('analyst', 200, {
      type: 'RecordGasTest',
      test: {
        samples: [{ point: 'upper', takenAt: now(), readings }],
        instrument: 'GD-01',
        analyst: own('analyst'),
        position: atVessel,
        displayPicture: await picture('gas-test', 'display'),
      },
    }),
    of('guardian', 200, {
      type: 'RecordVentilation',
      ventilation: {
        fan: 'FAN-R-102',
        scan: await capture(job, 'ventilation', `${job}-scan-2`, 'FAN-R-102'),
        runningPicture: await picture('ventilation', 'fan-2'),
        position: atVessel,
        startedAt: now(),
      },
    }),
    of('guardian', 200, {
      type: 'RecordSnapshot',
      snapshot: {
        workFace: await picture('snapshot', 'work-face'),
        guardian: await picture('snapshot', 'front'),
        position: atVessel,
        capturedAt: now(),
      },
    }),
    of('guardian', 200, { type: 'RecordPassage', passage: { what: { person: welder }, direction: 'in' } }),
    of('guardian', 200, {
      type: 'SignInGuardian',
      signIn: {
        person: own('guardian'),
        method: { kind: 'picture-on-site', picture: await picture('guardian-sign-in', 'face-2') },
        position: atVessel,
      },
    }),
    of('leader', 200, {
      type: 'ChangePeople',
      change: { kind: 'join', role: 'guardian', person: own('guardian-2') },
      reason: '换班',
    }),
    of('leader', 200, {
      type: 'ChangePeople',
      change: { kind: 'replace', role: 'guardian', leaves: own('guardian'), joins: own('guardian-2') },
      reason: '换班',
    }),
    of('guardian', 200, { type: 'EndGuardianDuty', guardian: own('guardian') }),
    of('leader', 409, { type: 'ResumeWork', signature }),
    of('leader', 409, { type: 'StartWork', signature }),
    of('leader', 200, { type: 'FinishWork' }),
    of('guardian', 200, { type: 'RecordResidue', pictures: [await picture('close-out', 'rest')] }),
    of('guardian', 409, {
      type: 'WitnessCheck',
      operation: 'hot-work',
      check: 'none',
      picture: await picture('witness', 'check'),
      position: atVessel,
    }),
    of('leader', 409, { type: 'SignAcceptance', acceptance: 'none', signature }),
  ]
}

/** Everything that is no command of a job. */
export const otherRequests = async ({ database, now }: TestPlant, job: string): Promise<readonly ValidRequest[]> => {
  const batch = { operation: 'hot-work' as never, prefix: 'DH', count: 1, by: 'p' as never, now: now() }
  const [ticket] = await database.withPlant(demoPlant, (tx) => printBatch(tx, batch))
  const points = '/api/isolation-points'
  const asked = { job, occurredAt: now() }
  const application = applicationAt(now(), { window: { from: now() + 48 * hourMs, to: now() + 52 * hourMs } })
  return [
    { as: 'leader', path: '/api/jobs/precheck', body: { application }, answers: 200, passesOver: ['application'] },
    {
      as: 'leader',
      path: '/api/jobs/substitutes',
      body: { application, part: 'crew', duties: ['welder'], replaced: welder, search: '' },
      answers: 200,
      passesOver: ['application', 'replaced'],
    },
    {
      as: 'safety',
      path: '/api/attendance',
      body: { source: 'gate', stretches: [{ person: welder, from: now() - 2 * hourMs, to: null }] },
      answers: 200,
    },
    {
      as: 'safety',
      path: '/api/blinds',
      body: {
        number: 'B-77',
        place: 'R-102',
        pipe: 'P-1',
        medium: '甲醇',
        temperatureCelsius: 20,
        pressureMpa: 0.1,
        material: '304',
        specification: 'DN50',
        mapNumber: 'M-1',
        isNew: true,
      },
      answers: 204,
    },
    {
      as: 'safety',
      path: '/api/cameras',
      body: { id: 'CAM-77', name: '枪机', address: null, explosionRating: null, places: ['R-102'], hasRecorder: true },
      answers: 204,
    },
    { as: 'safety', path: '/api/cameras/signs', body: { cameras: ['CAM-77'] }, answers: 202 },
    {
      as: 'safety',
      path: '/api/recordings',
      body: {
        recordings: [
          {
            id: 'FILM-77',
            camera: 'CAM-77',
            from: now() - hourMs,
            to: now(),
            contentHash: 'd'.repeat(64),
            address: 'https://nvr.example/77',
          },
        ],
      },
      answers: 200,
    },
    { as: 'safety', path: '/api/recordings/FILM-77/holds', body: { reason: '调查', job }, answers: 200 },
    {
      as: 'safety',
      path: points,
      body: {
        id: 'ISO-77',
        place: 'R-102',
        number: '77',
        name: '阀',
        kind: 'valve',
        energy: 'process-medium',
        alwaysFor: [],
      },
      answers: 204,
    },
    { as: 'leader', path: `${points}/ISO-R-102-M1/commands`, body: { type: 'NamePoint', ...asked }, answers: 200 },
    {
      as: 'leader',
      path: `${points}/ISO-R-102-M1/commands`,
      body: { type: 'IsolatePoint', ...asked, lockNumber: 'L', tagNumber: 'T', keyHolder: own('crew-leader') },
      answers: 200,
    },
    {
      as: 'leader',
      path: `${points}/ISO-R-102-M1/commands`,
      body: { type: 'TryOutPoint', ...asked, witness: own('guardian'), isDead: true },
      answers: 200,
    },
    {
      as: 'leader',
      path: `${points}/ISO-R-102-M1/commands`,
      body: { type: 'HandOverKey', ...asked, to: own('guardian') },
      answers: 200,
    },
    {
      as: 'director',
      path: '/api/me/delegations',
      body: {
        to: own('maintenance-director'),
        authority: 'unit-head',
        from: now(),
        until: now() + 8 * hourMs,
        reason: '开会',
      },
      answers: 200,
    },
    {
      as: 'officer',
      path: '/api/emergency-tickets/entries',
      body: {
        occurredAt: now(),
        ticket: ticket?.number ?? '',
        code: ticket?.code ?? '',
        level: 'second',
        place: 'maintenance-shop',
        leader: own('crew-leader'),
        guardian: own('guardian'),
        content: '停网时焊接支架',
        window: { from: now() - 3 * hourMs, to: now() - hourMs },
        second: { login: 'safety', pin: demoPin },
      },
      answers: 201,
    },
    {
      as: 'safety',
      path: '/api/evacuations',
      body: { scope: { kind: 'around', place: 'R-102', metres: 1 }, reason: '' },
      answers: 201,
      // Stopping is never refused: around a place that nobody knows, everything is cleared.
      passesOver: ['scope.place'],
    },
    { as: 'safety', path: '/api/contingencies', body: { mode: 'none', source: 'GW-1', hours: 1 }, answers: 409 },
    {
      as: 'safety',
      path: '/api/evacuations/none/heads',
      body: { person: welder },
      answers: 404,
    },
    {
      as: 'safety',
      path: '/api/weather/feed',
      method: 'PUT',
      body: { code: 'SH-1', stations: [{ station: 'S-1', name: '南门', places: ['R-102'] }] },
      answers: 204,
    },
  ]
}
