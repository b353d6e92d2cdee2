import { id, type PersonId } from '#core/ids.ts'
import type { FieldValue } from '#core/job/application.ts'
import { openSeats } from '#core/job/approval-chain.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import { decide } from '#core/job/decide.ts'
import type { Decision } from '#core/job/decision.ts'
import { replay } from '#core/job/evolve.ts'
import type { JobEvent } from '#core/job/events.ts'
import { analyst, atVessel, director, guardian, jobId, leader, unitHead, welder } from '#core/job/examples.ts'
import type { EvidenceFacts, Facts, PlaceFacts } from '#core/job/facts.ts'
import { pointsOf } from '#core/job/hold-points-of.ts'
import type { Job, RecordedJob } from '#core/job/job.ts'
import { planPermits } from '#core/job/plan-permits.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import { addMinutes, isoDate, type EpochMs } from '#core/time/epoch.ts'
import { applicationFor, morning, worldOf } from './rulebook-world.ts'

/** One thing that was asked, when, and what the rules said to it. */
export type Asked = { readonly command: GuardedCommand; readonly decision: Decision }
export type Step = Asked | { readonly happened: JobEvent }
export type DayOfWork = { readonly world: Facts; readonly asked: readonly Asked[]; readonly steps: readonly Step[] }
export type Worked = {
  readonly operation: string
  readonly answers?: { readonly [field: string]: FieldValue }
  readonly place?: Partial<PlaceFacts>
}

/** The plan as the file that it is: it lies with the job and was approved before the work. */
const approvedPlan = {
  id: 'plan-document',
  title: '施工方案',
  drawnUpBy: '甲',
  approvedBy: '乙',
  approvedOn: isoDate('2026-11-20'),
}
const planFile = {
  job: jobId,
  contentHash: 'a'.repeat(64),
  mime: 'application/pdf',
  byteCount: 1,
  name: '施工方案.pdf',
}

/** Longer than any level's break allows. */
export const breakMinutes = 61

const signature = { factor: 'pin', contentHash: 'b'.repeat(64), position: atVessel } as const
const evidenceSteps = ['witnessed-check', 'gas-test', 'ventilation', 'guardian-sign-in', 'snapshot', 'close-out']

/**
 * A day of one kind of work under a rulebook, from the application to the closed job: first with somebody who may not do it, then in
 * order, asked too early, stopped, resumed and finished. What every gate says to it is the day.
 */
export const workADay = (rulebook: Rulebook, worked: Worked, seenAt = worldAt): DayOfWork => {
  const world = worldAtWork(rulebook, worked)
  const operation = rulebook.operations[worked.operation]
  if (!operation) throw new Error(`${rulebook.id} knows no ${worked.operation}`)
  const day = createDay(rulebook, world, seenAt)
  submit(day, rulebook, operation, worked)
  preparePapers(day)
  approve(day)
  witness(day)
  day.ask({ type: 'StartWork', by: leader, signature })
  goToSite(day)
  day.ask({ type: 'StartWork', by: leader, signature })
  if (day.job().status === 'active') {
    workAndBreak(day)
    close(day)
  }
  const { asked, steps } = day
  return { world, asked, steps }
}

/** The same world at another moment: guardians' phones are heard all the time, and whoever names pictures has just taken them at the work. */
export const worldAt = (world: Facts, now: EpochMs, by: PersonId = guardian): Facts => ({
  ...world,
  now,
  heard: { [guardian]: now },
  evidence: Object.fromEntries(
    Object.entries(world.evidence).map(([name, one]) => [
      name,
      { ...takenAsKept(one.step), ...one, person: by, capturedAt: now, receivedAt: now },
    ]),
  ),
})

/** What the server had kept of each picture and no decision was told, when the first days were recorded. */
const takenAsKept = (step: string): Partial<EvidenceFacts> => ({
  position: atVessel,
  ...(step === 'ventilation' ? { scanned: { kind: 'fan', id: 'fan' } } : {}),
})

/** And somebody looks at the sky all the time: on the recorded days nobody did, and work in the open did not go on after the break. */
export const observedAt = (world: Facts, now: EpochMs, by: PersonId = guardian): Facts => ({
  ...worldAt(world, now, by),
  ...(world.weather ? { weather: { ...world.weather, observedAt: now } } : {}),
})

type Unasked = GuardedCommand extends infer C ? (C extends GuardedCommand ? Omit<C, 'occurredAt'> : never) : never
type Day = ReturnType<typeof createDay>

const createDay = (rulebook: Rulebook, world: Facts, seenAt: typeof worldAt) => {
  let now = morning
  const history: JobEvent[] = []
  const asked: Asked[] = []
  const steps: Step[] = []
  const job = (): Job => replay(history, jobId)
  return {
    rulebook,
    world,
    asked,
    steps,
    job,
    record: (): RecordedJob['record'] => {
      const current = job()
      if (!('record' in current)) throw new Error('nothing was applied for')
      return current.record
    },
    pass: (minutes: number) => {
      now = addMinutes(now, minutes)
    },
    now: () => now,
    happen: (happened: JobEvent) => {
      history.push(happened)
      steps.push({ happened })
    },
    ask: (unasked: Unasked): Decision => {
      const command = { ...unasked, occurredAt: now } as GuardedCommand
      const decision = decide(command, job(), rulebook, seenAt(world, now, command.by))
      asked.push({ command, decision })
      steps.push({ command, decision })
      if (decision.accepted) history.push(...decision.events)
      return decision
    },
  }
}

const worldAtWork = (rulebook: Rulebook, { place = {} }: Worked): Facts => {
  const base = worldOf(rulebook, {}, place)
  const gases = [
    ...rulebook.gases.filter(({ kind }) => kind === 'combustible').slice(0, 1),
    ...rulebook.gases.filter(({ kind }) => kind === 'toxic'),
  ].map((gas) => gas.id)
  const [picture] = Object.values(base.evidence)
  const authorities = Object.values(rulebook.operations).flatMap(({ approvals }) =>
    approvals.map(({ by }) => by.authority),
  )
  const entitled = (person: PersonId) => ({ ...base.people[person]!, authorities: [...new Set(authorities)] })
  return {
    ...base,
    place: { ...base.place!, gases },
    documents: { [approvedPlan.id]: planFile },
    instruments: Object.fromEntries(
      Object.entries(base.instruments).map(([key, one]) => [
        key,
        { ...one, gases: rulebook.gases.map((gas) => gas.id) },
      ]),
    ),
    people: { ...base.people, [unitHead]: entitled(unitHead), [director]: entitled(director) },
    evidence: Object.fromEntries(
      evidenceSteps.flatMap((step) =>
        Array.from({ length: 6 }, (_, i) => {
          const name = `${step}-${i}`
          return [name, { ...picture!, id: id<never>(name), step, person: guardian, capturedAt: morning }] as const
        }),
      ),
    ),
  }
}

const submit = (day: Day, rulebook: Rulebook, operation: Operation, { answers = {} }: Worked): void => {
  const asked = applicationFor(rulebook, operation, answers)
  // Work that calls for another permit needs that one's duties as well.
  const duties = planPermits(asked, {}, rulebook, day.world).permits.flatMap(
    (permit) => rulebook.operations[permit.operation]?.crew.duties ?? [],
  )
  const application = { ...asked, crew: [{ person: welder, duties: duties.map(({ id: duty }) => duty) }] }
  const identities = Object.fromEntries(
    Object.values(rulebook.operations).map((one) => [
      one.id,
      { id: id<never>(`permit-${one.id}`), number: `${one.numberPrefix}-20261124-001` },
    ]),
  )
  // Somebody whom nobody knows is held back with every reason, and the application is mended.
  day.ask({
    type: 'SubmitJob',
    by: leader,
    application: { ...application, crew: [{ ...application.crew[0]!, person: id('stranger') }], guardians: [leader] },
    identities,
  })
  day.ask({ type: 'SubmitJob', by: leader, application, identities })
}

const preparePapers = (day: Day): void => {
  for (const { operation } of day.record().permits) {
    const rules = day.rulebook.operations[operation]
    for (const preparation of rules?.preparations ?? [])
      day.ask({
        type: 'RecordPreparation',
        by: leader,
        operation,
        preparation: preparation.id,
        content:
          preparation.kind === 'hazards'
            ? {
                kind: 'hazards',
                hazards: [{ hazard: '坠落', consequence: '伤害', measures: '系挂安全带', owner: 'crew' }],
              }
            : preparation.kind === 'plan'
              ? { kind: 'plan', text: '按方案执行', document: approvedPlan }
              : { kind: 'checklist', present: preparation.items.map((item) => item.id) },
      })
    for (const measure of rules?.measures ?? [])
      day.ask({ type: 'ConfirmMeasure', by: leader, operation, measure: measure.id, isInvolved: true, detail: '' })
  }
  day.ask({ type: 'SignBriefing', by: leader, as: 'briefer', signature })
  for (const by of [welder, guardian]) day.ask({ type: 'SignBriefing', by, as: 'briefed', signature })
}

const approve = (day: Day): void => {
  for (let turn = 0; turn < 20; turn++) {
    const seat = day.record().permits.flatMap((permit) => {
      const open = openSeats(permit, day.record(), day.rulebook)
      return open === 'no-chain' ? [] : open.map(({ step }) => ({ permit: permit.id, step: step.id }))
    })[0]
    if (!seat) return
    // One person never signs two steps that follow each other.
    day.ask({ type: 'ApproveStep', by: turn % 2 === 0 ? unitHead : director, ...seat, signature })
  }
}

const witness = (day: Day): void => {
  let picture = 0
  for (const { operation } of day.record().permits)
    for (const point of day.rulebook.operations[operation]?.holdPoints ?? [])
      if (point.kind === 'witnessed-check' && point.applies)
        for (const { id: check, by } of point.checks)
          day.ask({
            type: 'WitnessCheck',
            by: by === 'leader' ? leader : guardian,
            operation,
            check,
            picture: id(`witnessed-check-${picture++}`),
            position: atVessel,
          })
}

const testGas = (day: Day, picture: number): void => {
  if (pointsOf('gas-test', day.record(), day.rulebook).length === 0) return
  const readings = day.rulebook.gases
    .filter(({ id: gas, kind }) => kind === 'oxygen' || day.world.place?.gases?.includes(gas))
    .map(({ id: gas, kind }) =>
      kind === 'oxygen'
        ? ({ gas, value: 20.8, unit: 'percent-vol' } as const)
        : kind === 'combustible'
          ? ({ gas, value: 0.1, unit: 'percent-vol' } as const)
          : ({ gas, value: 0.2, unit: 'mg-per-m3' } as const),
    )
  day.ask({
    type: 'RecordGasTest',
    by: analyst,
    test: {
      samples: (day.world.place?.samplingPoints ?? []).map((point) => ({ point, takenAt: day.now(), readings })),
      instrument: id('meter'),
      analyst,
      position: atVessel,
      displayPicture: id(`gas-test-${picture}`),
    },
  })
}

const goToSite = (day: Day): void => {
  testGas(day, 0)
  if (pointsOf('ventilation', day.record(), day.rulebook).length > 0)
    day.ask({
      type: 'RecordVentilation',
      by: guardian,
      ventilation: {
        fan: id('fan'),
        scan: id('ventilation-0'),
        runningPicture: id('ventilation-1'),
        position: atVessel,
        startedAt: day.now(),
      },
    })
  day.ask({
    type: 'SignInGuardian',
    by: guardian,
    signIn: {
      person: guardian,
      method: { kind: 'picture-on-site', picture: id('guardian-sign-in-0') },
      position: atVessel,
    },
  })
}

const workAndBreak = (day: Day): void => {
  for (const direction of ['in', 'out'] as const)
    for (const what of [{ person: welder }, { tool: '扳手', count: 2 }])
      day.ask({ type: 'RecordPassage', by: guardian, passage: { what, direction } })
  day.pass(25)
  day.ask({
    type: 'RecordSnapshot',
    by: guardian,
    snapshot: { workFace: id('snapshot-0'), guardian: id('snapshot-1'), capturedAt: day.now() },
  })
  // No checks are needed anew before eight.
  day.happen({ type: 'WorkStopped', by: leader, occurredAt: day.now(), reason: 'break', note: '' })
  day.pass(breakMinutes)
  day.ask({ type: 'ResumeWork', by: leader, signature })
  testGas(day, 1)
  if (day.job().status === 'suspended') day.ask({ type: 'ResumeWork', by: leader, signature })
}

const close = (day: Day): void => {
  day.pass(20)
  day.ask({ type: 'FinishWork', by: leader })
  for (const acceptance of acceptancesOf(day)) day.ask({ type: 'SignAcceptance', by: unitHead, acceptance, signature })
  day.pass(31)
  if (pointsOf('close-out', day.record(), day.rulebook).some(({ fireWatchMinutes }) => fireWatchMinutes.value > 0))
    day.ask({ type: 'RecordFireWatch', by: guardian, isCalm: true })
  day.ask({ type: 'RecordResidue', by: guardian, pictures: [id('close-out-0'), id('close-out-1')] })
  for (const operation of day.record().permits)
    for (const { id: acceptance, by } of day.rulebook.operations[operation.operation]?.acceptances ?? [])
      if (!(acceptance in day.record().acceptances))
        day.ask({
          type: 'SignAcceptance',
          by: by === 'leader' ? leader : by === 'guardian' ? guardian : unitHead,
          acceptance,
          signature,
        })
}

const acceptancesOf = (day: Day): readonly string[] => [
  ...new Set(
    day
      .record()
      .permits.flatMap(({ operation }) => day.rulebook.operations[operation]?.acceptances ?? [])
      .map(({ id: acceptance }) => acceptance),
  ),
]
