import { id, type EmployerId, type EvidenceId, type JobId, type PersonId, type PlaceId } from '../ids.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addHours, addMinutes, epochMs, isoDate, type EpochMs, type TimeOfDay } from '../time/epoch.ts'
import type { Application } from './application.ts'
import type { GuardedCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { JobEvent } from './events.ts'
import { replay } from './evolve.ts'
import type { EvidenceFacts, Facts, PersonFacts } from './facts.ts'
import type { Job } from './job.ts'
import type { RefusalCode } from './refusal.ts'
import type { Signature } from './site-records.ts'
import { byCategory } from '../people/by-category.ts'

/** A small job with two permits, and the world in which it may be done: the base of the domain's tests. */

export const noon = epochMs(Date.UTC(2026, 10, 24, 4))
export const jobId = id<JobId>('job-1')
export const place = id<PlaceId>('vessel-7')
export const leader = id<PersonId>('leader')
export const welder = id<PersonId>('welder')
export const guardian = id<PersonId>('guardian')
export const analyst = id<PersonId>('analyst')
export const unitHead = id<PersonId>('unit-head')
export const director = id<PersonId>('director')

export const atVessel = { latitude: 31.0005, longitude: 121.0005, accuracyMetres: 5 }
export const signature: Signature = { factor: 'session', contentHash: 'a'.repeat(64), position: atVessel }

const standard = { clause: '4.10' } as const
const limit = (value: number) => ({ value, clause: '5.1.5' }) as const
const demand = (rule: string, parameters: { readonly [name: string]: unknown } = {}) =>
  ({ rule, parameters, clause: '4.9' }) as const
const words = { zh: '例', en: 'example' }
const gasLimits = {
  kinds: ['oxygen', 'combustible'],
  oxygenPercentMin: 19.5,
  oxygenPercentMax: 21,
  oxygenPercentEnrichedMax: 23.5,
  lelPercentDividing: 4,
  combustiblePercentMax: 0.5,
  combustibleLowLelPercentMax: 0.2,
}

const holdPoints: Rulebook['operations'][string]['holdPoints'] = [
  {
    kind: 'gas-test',
    applies: true,
    name: words,
    ...standard,
    recordEveryMinutes: { value: 120, clause: '6.5' },
    requires: [
      demand('gas-sample-is-fresh@1', { kinds: ['oxygen', 'combustible'], ageMinutesMax: 30 }),
      demand('gas-within-limits@1', gasLimits),
      demand('instrument-is-calibrated@1'),
    ],
  },
  {
    kind: 'ventilation',
    applies: true,
    name: words,
    source: 'product',
    requires: [demand('fan-ventilates-this-space@1')],
  },
  {
    kind: 'guardian-sign-in',
    applies: true,
    name: words,
    ...standard,
    requires: [demand('guardian-is-present@1')],
    fenceMetresMax: limit(200),
    silentMinutesMax: limit(5),
    suspendsWhenLeft: true,
  },
  {
    kind: 'snapshot',
    applies: true,
    name: words,
    source: 'product',
    everyMinutes: limit(30),
    toleranceMinutes: limit(5),
    pictures: ['work-face', 'guardian'],
  },
  {
    kind: 'close-out',
    applies: true,
    name: words,
    clause: '4.14',
    requires: [
      demand('everything-counted-out@1'),
      demand('residue-pictured@1', { picturesMin: 1 }),
      demand('fire-watch-kept@1', { minutesMin: 30 }),
    ],
    fireWatchMinutes: limit(30),
    residuePicturesMin: limit(1),
  },
]

const operation = (name: string, authority: string): Rulebook['operations'][string] => ({
  id: id(name),
  name: words,
  numberPrefix: name.slice(0, 2).toUpperCase(),
  levels: [
    { id: id('low'), name: words, feedCode: '03', validHoursMax: limit(24), reTestAfterBreakMinutes: limit(60) },
    { id: id('high'), name: words, feedCode: '02', validHoursMax: limit(8), reTestAfterBreakMinutes: limit(30) },
  ],
  levelRows: [
    { level: id('high'), when: { fact: 'place.zone', is: 'explosive' }, clause: '5.1.3' },
    { level: id('low'), clause: '5.1.4' },
  ],
  upgrades: [
    { id: 'night', when: { fact: 'window.isNight', is: true }, clause: '5.1.1' },
    { id: 'holiday', when: { fact: 'window.days', includes: 'holiday' }, clause: '5.1.1' },
  ],
  riskRows: [
    { risk: 'L4', when: { fact: 'level', is: 'high' }, source: 'enterprise' },
    { risk: 'L3', source: 'enterprise' },
  ],
  fields: [],
  crew: {
    requires: [
      demand('crew-is-rested@1', {
        dutyHoursMax: 12,
        restHoursMin: 8,
        nightHoursMin: 3,
        nightsMax: 2,
        heavyHoursMax: 24,
      }),
      demand('is-on-roster@1'),
      demand('may-work-at-level@1'),
      demand('is-trained@1', { category: 'annual' }),
      demand('is-medically-fit@1', {
        restriction: name,
        systolicMmHgMax: 160,
        diastolicMmHgMax: 100,
        staleFollowUpDaysMax: 45,
      }),
    ],
    duties: [
      {
        id: id(`${name}/hand`),
        name: words,
        requires: [demand('holds-valid-credential@1', { category: 'certificate', officialCheckAgeDaysMax: 90 })],
      },
    ],
  },
  leader: { requires: [demand('is-on-roster@1')] },
  guardian: {
    countMin: [{ atLeast: 1, clause: '4.10' }],
    requires: [
      demand('is-on-roster@1'),
      demand('guardian-is-not-worker@1'),
      demand('is-free-for-this-job@1', { as: 'guardian' }),
    ],
  },
  preparations: [{ id: 'risk-analysis', name: words, kind: 'hazards', clause: '4.1' }],
  measures: [{ id: id('isolated'), text: words, optional: false, clause: '6.1' }],
  approvals: [
    {
      id: id(`${name}-approval`),
      name: words,
      levels: [id('low'), id('high')],
      by: { authority, of: authority === 'director' ? 'plant' : 'place-unit' },
      withinMinutes: limit(60),
      onSite: { required: true, fenceMetresMax: 30, clause: '4.11' },
      clause: 'B.1',
    },
  ],
  holdPoints,
  atSubmit: [demand('window-is-lawful@1')],
  atApproval: [demand('preparations-complete@1'), demand('measures-confirmed@1'), demand('briefing-signed@1')],
  atStart: [
    demand('now-is-within-window@1'),
    demand('no-neighbour-conflicts@1'),
    demand('briefing-signed@1'),
    demand('air-is-watched@1', { silentMinutesMax: 10 }),
  ],
  atResume: [demand('now-is-within-window@1'), demand('gas-tested-after-break@1'), demand('briefing-signed@1')],
  acceptances: [{ id: 'unit', name: words, by: 'unit', clause: '4.15' }],
  conflicts: [{ id: 'blinding-near', with: { operation: id('blinding') }, within: { metresMax: 30 }, clause: '7.6' }],
})

export const rulebook: Rulebook = {
  id: 'example',
  edition: '1',
  effectiveFrom: isoDate('2026-01-01'),
  name: words,
  basis: ['GB 30871-2022'],
  calendar: {
    night: { from: '18:00' as TimeOfDay, to: '06:00' as TimeOfDay, source: 'enterprise' },
    restWeekdays: [6, 7],
  },
  categories: [],
  gases: [
    { id: id('oxygen'), name: words, kind: 'oxygen' },
    { id: id('methane'), name: words, kind: 'combustible', lelPercentVol: 5 },
  ],
  operations: { fire: operation('fire', 'unit-head'), space: operation('space', 'director') },
  combinations: [
    { id: 'fire-in-space', when: { fact: 'place.kind', is: 'confined-space' }, needs: id('space'), clause: '4.6' },
  ],
  risks: ['L1', 'L2', 'L3', 'L4', 'L5'],
  changes: {
    people: [
      { role: 'crew', source: 'enterprise' },
      {
        role: 'guardian',
        agreedBy: { authority: 'unit-head', of: 'place-unit', withinMinutes: 30 },
        source: 'enterprise',
      },
      { role: 'leader', agreedBy: { authority: 'director', of: 'plant', withinMinutes: 30 }, source: 'enterprise' },
    ],
    conditions: { analysis: true, measures: true, briefing: true, approvals: true, clause: '4.17' },
    reissue: { clause: '4.16' },
    cancelling: {
      agreedBy: { authority: 'unit-head', of: 'place-unit', withinMinutes: 60 },
      source: 'enterprise',
    },
    voiding: { agreedBy: { authority: 'director', of: 'plant', withinMinutes: 60 }, source: 'enterprise' },
  },
}

export const person = (name: PersonId, authorities: readonly string[] = []): PersonFacts => ({
  employer: id('plant'),
  position: id('fitter'),
  authorities,
  unit: 'workshop-1',
  employment: 'active',
  credentials: byCategory(
    ['certificate', 'annual'].map((category) => ({
      id: `${name}-${category}`,
      category: id(category),
      holder: 'match',
      validThrough: isoDate('2027-06-30'),
      official: 'confirmed',
      officialCheckedOn: isoDate('2026-11-01'),
      revision: `credential:${name}-${category}@1`,
    })),
  ),
  medical: {
    verdict: 'fit',
    restrictions: [],
    validThrough: isoDate('2027-06-30'),
    systolicMmHg: 128,
    diastolicMmHg: 82,
    updatedOn: isoDate('2026-10-01'),
    revision: `medical:${name}@1`,
  },
  revision: `person:${name}@1`,
})

/** One picture proves one thing, so there are many of each; what is done only once takes the first. */
const picturesOfStep = 32
const pictureName = (step: string, i: number): EvidenceId => id(i === 0 ? `${step}-picture` : `${step}-picture-${i}`)

export const picture = (step: string, i = 0): EvidenceFacts => ({
  id: pictureName(step, i),
  job: jobId,
  step,
  // Whose step it is: the analyst shows the display, the guardian takes all the others.
  person: step === 'gas-test' ? analyst : guardian,
  capturedAt: noon,
  receivedAt: noon,
  position: atVessel,
  // Whichever picture of the ventilation is named as its scan.
  ...(step === 'ventilation' ? { scanned: { kind: 'fan', id: 'fan' } } : {}),
  reuse: 'none',
})

const pictures: Facts['evidence'] = Object.fromEntries(
  ['gas-test', 'ventilation', 'guardian-sign-in', 'snapshot', 'close-out'].flatMap((step) =>
    Array.from({ length: picturesOfStep }, (_, i) => [pictureName(step, i), picture(step, i)]),
  ),
)

/** The same pictures, taken at another moment. */
export const picturesTakenAt = (at: EpochMs): Facts['evidence'] =>
  Object.fromEntries(Object.entries(pictures).map(([name, one]) => [name, { ...one, capturedAt: at, receivedAt: at }]))

export const facts = (change: Partial<Facts> = {}): Facts => ({
  now: noon,
  timeZone: 'Asia/Shanghai',
  calendar: {},
  people: Object.fromEntries(
    [
      person(leader),
      person(welder),
      person(guardian),
      person(analyst),
      person(unitHead, ['unit-head']),
      person(director, ['director']),
    ].map((one) => [one.revision.slice('person:'.length, -2), one]),
  ),
  matrix: { rows: { fitter: { fire: id('high'), space: id('high') } }, revision: 'matrix@1' },
  place: {
    id: place,
    kind: 'confined-space',
    unit: 'workshop-1',
    zone: 'explosive',
    atmosphere: 'ordinary',
    isOutdoor: false,
    fence: [
      [121, 31],
      [121.001, 31],
      [121.001, 31.001],
      [121, 31.001],
    ],
    gases: [id('methane')],
    samplingPoints: ['upper', 'lower'],
    revision: 'place:vessel-7@1',
  },
  instruments: {
    meter: {
      id: id('meter'),
      gases: [id('oxygen'), id('methane')],
      calibratedThrough: isoDate('2027-01-01'),
      revision: 'instrument:meter@1',
    },
  },
  fans: { fan: { id: id('fan'), ventilates: [place], state: 'in-service', revision: 'fan:fan@1' } },
  evidence: pictures,
  neighbours: [],
  isolation: [],
  sources: [],
  cameras: [],
  contingencies: [],
  engagements: [],
  labour: {},
  evacuations: [],
  // The guardian's phone was heard at this very moment.
  heard: { [guardian]: change.now ?? noon },
  ...change,
})

export const without = (
  name: PersonId,
  change: (facts: PersonFacts) => PersonFacts | undefined,
  from: Facts = facts(),
): Facts => {
  const { [name]: known, ...others } = from.people
  const changed = known && change(known)
  return { ...from, people: changed ? { ...others, [name]: changed } : others }
}

export const application: Application = {
  applicant: leader,
  workUnit: id<EmployerId>('plant'),
  leader,
  crew: [{ person: welder, duties: [id('fire/hand'), id('space/hand')] }],
  guardians: [guardian],
  gasAnalyst: analyst,
  operations: [id('fire')],
  place,
  placeDetail: 'nozzle N3',
  content: 'weld a nozzle',
  window: { from: addMinutes(noon, -60), to: addHours(noon, 5) },
  fields: {},
}

const identities: Extract<GuardedCommand, { type: 'SubmitJob' }>['identities'] = {
  fire: { id: id('permit-fire'), number: 'FI-1' },
  space: { id: id('permit-space'), number: 'SP-1' },
}
const asked = (by: PersonId, occurredAt: EpochMs = noon) => ({ by, occurredAt })
const evidence = (step: string) => pictureName(step, 0)

let pictured = 0
/** The air is tested again and again, and the display pictured each time. */
const displayPicture = () => pictureName('gas-test', ++pictured % picturesOfStep)

export const submit: GuardedCommand = { type: 'SubmitJob', ...asked(leader), application, identities }

export const gasTest = (takenAt: EpochMs, methanePercentLel = 0, oxygenPercent = 20.9): GuardedCommand => ({
  type: 'RecordGasTest',
  ...asked(analyst, takenAt),
  test: {
    samples: ['upper', 'lower'].map((point) => ({
      point,
      takenAt,
      readings: [
        { gas: id('oxygen'), value: oxygenPercent, unit: 'percent-vol' },
        { gas: id('methane'), value: methanePercentLel, unit: 'percent-lel' },
      ],
    })),
    instrument: id('meter'),
    analyst,
    position: atVessel,
    displayPicture: displayPicture(),
  },
})

const operations = ['fire', 'space'] as const

export const preparing: readonly GuardedCommand[] = [
  ...operations.flatMap((name): readonly GuardedCommand[] => [
    {
      type: 'RecordPreparation',
      ...asked(leader),
      operation: id(name),
      preparation: 'risk-analysis',
      content: { kind: 'hazards', hazards: [{ hazard: 'fire', consequence: 'burn', measures: 'extinguisher' }] },
    },
    {
      type: 'ConfirmMeasure',
      ...asked(leader),
      operation: id(name),
      measure: id('isolated'),
      isInvolved: true,
      detail: 'blind 12',
    },
  ]),
  { type: 'SignBriefing', ...asked(leader), as: 'briefer', signature },
  { type: 'SignBriefing', ...asked(welder), as: 'briefed', signature },
  { type: 'SignBriefing', ...asked(guardian), as: 'briefed', signature },
]

export const approving: readonly GuardedCommand[] = [
  { type: 'ApproveStep', ...asked(unitHead), permit: id('permit-fire'), step: id('fire-approval'), signature },
  { type: 'ApproveStep', ...asked(director), permit: id('permit-space'), step: id('space-approval'), signature },
]

export const ventilate: GuardedCommand = {
  type: 'RecordVentilation',
  ...asked(guardian),
  ventilation: {
    fan: id('fan'),
    scan: evidence('ventilation'),
    runningPicture: pictureName('ventilation', 1),
    position: atVessel,
    startedAt: noon,
  },
}
export const signIn: GuardedCommand = {
  type: 'SignInGuardian',
  ...asked(guardian),
  signIn: {
    person: guardian,
    method: { kind: 'picture-on-site', picture: evidence('guardian-sign-in') },
    position: atVessel,
  },
}
export const start: GuardedCommand = { type: 'StartWork', ...asked(leader), signature }
export const resume: GuardedCommand = { type: 'ResumeWork', ...asked(leader), signature }

export const untilApproved: readonly GuardedCommand[] = [submit, ...preparing, ...approving]
export const untilActive: readonly GuardedCommand[] = [...untilApproved, gasTest(noon), ventilate, signIn, start]

/** Everything that happens when the commands are given one after the other; a refusal on the way is a broken example. */
export const historyOf = (commands: readonly GuardedCommand[], world: Facts = facts()): readonly JobEvent[] =>
  commands.reduce<readonly JobEvent[]>((history, command) => {
    const decision = decide(command, replay(history, jobId), rulebook, world)
    if (!decision.accepted)
      throw new Error(`${command.type} was refused: ${decision.refusals.map(({ code }) => code).join(', ')}`)
    return [...history, ...decision.events]
  }, [])

export const jobAfter = (commands: readonly GuardedCommand[], world: Facts = facts()): Job =>
  replay(historyOf(commands, world), jobId)

/** The codes with which a command is refused after others; empty when it is accepted. */
export const refusedCodes = (
  commands: readonly GuardedCommand[],
  command: GuardedCommand,
  world: Facts = facts(),
): readonly RefusalCode[] => {
  const decision = decide(command, jobAfter(commands), rulebook, world)
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}
