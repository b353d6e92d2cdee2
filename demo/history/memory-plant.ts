import { createHash } from 'node:crypto'
import { blindNumberField } from '#core/blinds/blind.ts'
import { id, type EvidenceId, type JobId, type PersonId, type PlaceId, type PlantId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import type { GuardedCommand, StopWork } from '#core/job/commands.ts'
import { decide, stopWork } from '#core/job/decide.ts'
import type { Decision } from '#core/job/decision.ts'
import type { JobEvent } from '#core/job/events.ts'
import { evolve } from '#core/job/evolve.ts'
import type { EvidenceFacts, Facts, Matrix, PlaceFacts } from '#core/job/facts.ts'
import { noJob, type Job, type JobRecord } from '#core/job/job.ts'
import type { LabourSpan } from '#core/people/fatigue.ts'
import { distanceBetweenRingsMetres } from '#core/place/position.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { addHours, dayMs, hourMs, type EpochMs, type IsoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { windowsOverlap, type Window } from '#core/time/window.ts'
import { refusedEvents } from '#server/handle.ts'
import type { PastDecision } from '#server/store/load-history.ts'
import { demoCalendar } from '../calendar.ts'
import { portableCamera } from '../cameras.ts'
import { demoBlinds } from '../blinds.ts'
import { demoPlanFile, planDocumentOf } from '../plan-file.ts'
import { demoLibrary } from '../risk-library.ts'
import type { RosterPerson } from '../roster.ts'

/** The calendar of the demo, of which nothing more is known than it says. */
const daysByDate = Object.fromEntries(demoCalendar.map(({ day, kind }) => [day, kind]))

/** Without an end to it, ninety days of refusals would leave nobody to ask. */
const rememberedDays = 10

/** A job of the simulated plant as far as it has come. */
export type LivingJob = {
  readonly id: JobId
  job: Job
  readonly decisions: PastDecision[]
  readonly evidence: EvidenceFacts[]
}

export type PlantSetting = {
  readonly plantId: PlantId
  readonly timeZone: string
  readonly rulebook: Rulebook
  readonly places: readonly PlaceFacts[]
  readonly instruments: Facts['instruments']
  readonly fans: Facts['fans']
  readonly matrix: Matrix
  readonly people: readonly RosterPerson[]
  readonly personFacts: (number: string, day: IsoDate) => Facts['people'][string] | undefined
  readonly windForceAt: (hour: number) => number
}

/**
 * A plant without a database: it answers what `gatherFacts` would read, from what its jobs have come to by then, and
 * everything that happens in it is what `decide` says.
 */
export const createMemoryPlant = (setting: PlantSetting) => {
  const { rulebook, timeZone, personFacts } = setting
  const clock = plantClockOf(timeZone)
  const places = new Map<string, PlaceFacts>(setting.places.map((place) => [place.id, place]))
  /** Jobs that still bind people and places; whatever ends leaves, so that the look stays short. */
  const binding = new Set<LivingJob>()
  /** Who was turned away at a gate is known from then on, and seldom put on a crew again before it is mended. */
  const turnedAway = new Map<string, EpochMs>()
  let now = 0 as EpochMs

  const othersOf = (living: LivingJob, { window }: Application) =>
    [...binding].flatMap((other) =>
      other !== living && 'record' in other.job && windowsOverlap(other.job.record.application.window, window)
        ? [{ id: other.id, status: other.job.status, record: other.job.record }]
        : [],
    )

  const factsFor = (living: LivingJob, application: Application | undefined, by: PersonId): Facts => {
    const day = clock.dateOf(now)
    const place = application && places.get(application.place)
    const others = application ? othersOf(living, application) : []
    const people = new Set([by, ...(application ? peopleOf(application) : [])])
    const hour = Math.floor(now / hourMs) * hourMs
    return {
      now,
      timeZone,
      calendar: daysByDate,
      people: Object.fromEntries(
        [...people].flatMap((person) => {
          const facts = personFacts(person, day)
          return facts ? [[person, facts]] : []
        }),
      ),
      matrix: setting.matrix,
      instruments: setting.instruments,
      fans: setting.fans,
      evidence: Object.fromEntries(living.evidence.map((one) => [one.id, one])),
      weather: {
        windForce: setting.windForceAt(hour / hourMs),
        sky: [],
        observedAt: hour as EpochMs,
        revision: `weather:${hour}`,
      },
      ...(place ? { place, cameras: [portableCamera(place.unit, 0 as EpochMs)] } : {}),
      heard: heardOf(living),
      isolation: [],
      risks: demoLibrary,
      documents: { [planDocumentOf(living.id)]: { job: living.id, ...demoPlanFile } },
      labour: labourOf(people),
      // Whatever fell silent in the demo's past was mended before the history is shown.
      sources: [],
      contingencies: [],
      evacuations: [],
      ...(application ? blindIn(application) : {}),
      neighbours: others.flatMap(({ id: job, record }) => {
        const otherPlace = places.get(record.application.place)
        if (!place || !otherPlace) return []
        return [
          {
            job,
            operations: record.permits.map(({ operation }) => operation),
            place: otherPlace.id,
            window: record.application.window,
            distanceMetres: distanceBetween(place, otherPlace),
            isSamePlace: place.id === otherPlace.id,
            activities: [],
            ...(otherPlace.pipe === undefined ? {} : { pipe: otherPlace.pipe }),
          },
        ]
      }),
      engagements: others.flatMap(({ id: job, status, record: { application: other } }) => {
        const common = { job, state: status === 'active' ? 'present' : 'planned', window: other.window } as const
        return [
          ...other.guardians.map((person) => ({ ...common, person, as: 'guardian' as const })),
          ...other.crew.map(({ person }) => ({ ...common, person, as: 'worker' as const })),
        ]
      }),
    }
  }

  /** In this plant no phone is ever out of reach; whoever is not there is outside. */
  const heardOf = ({ job }: LivingJob): NonNullable<Facts['heard']> =>
    'record' in job ? Object.fromEntries(job.record.duty.map(({ signIn }) => [signIn.person, now])) : {}

  const distances = new Map<string, number>()
  const distanceBetween = (a: PlaceFacts, b: PlaceFacts): number => {
    const key = `${a.id} ${b.id}`
    const known = distances.get(key) ?? distanceBetweenRingsMetres(a.fence, b.fence)
    distances.set(key, known)
    return known
  }

  /** Who was at work when, kept for as long as fatigue remembers. */
  const labour = new Map<string, LivingJob[]>()
  const labourOf = (people: ReadonlySet<PersonId>): NonNullable<Facts['labour']> =>
    Object.fromEntries(
      [...people].map((person) => {
        const recent = (labour.get(person) ?? []).filter(({ job }) => 'record' in job && !isForgotten(job.record, now))
        labour.set(person, recent)
        const spans = recent.flatMap(({ job }): LabourSpan[] => ('record' in job ? workOf(job.record) : []))
        return [person, { spans, revision: `labour:${person}@${spans.length}` }]
      }),
    )

  const keep = (living: LivingJob, events: readonly JobEvent[], reliedOn: readonly string[]): void => {
    if (events.length === 0) return
    living.decisions.push({ events, reliedOn, recordedAt: now })
    for (const event of events) {
      living.job = evolve(living.job, event, living.id)
      if (event.type === 'WorkStarted' && 'record' in living.job)
        for (const person of atWorkOn(living.job.record.application))
          labour.set(person, [...(labour.get(person) ?? []), living])
    }
    if (['submitted', 'approved', 'active', 'suspended'].includes(living.job.status)) binding.add(living)
    else binding.delete(living)
  }

  return {
    setting,
    clock,
    placeOf: (place: PlaceId): PlaceFacts => {
      const found = places.get(place)
      if (!found) throw new Error(`${place} is no place of this plant`)
      return found
    },
    now: () => now,
    setNow: (at: EpochMs) => {
      now = at
    },
    begin: (jobId: JobId): LivingJob => ({ id: jobId, job: noJob, decisions: [], evidence: [] }),
    give: (living: LivingJob, command: GuardedCommand): Decision => {
      const application =
        command.type === 'SubmitJob'
          ? command.application
          : 'record' in living.job
            ? living.job.record.application
            : undefined
      const decision = decide(command, living.job, rulebook, factsFor(living, application, command.by))
      if (!decision.accepted && command.type === 'SubmitJob')
        for (const { params } of decision.refusals) if ('person' in params) turnedAway.set(params.person, now)
      const events = decision.accepted ? decision.events : refusedEvents(command, decision.refusals)
      keep(living, events, decision.reliedOn)
      return decision
    },
    stop: (living: LivingJob, command: Omit<StopWork, 'type' | 'occurredAt'>): void =>
      keep(living, [stopWork({ type: 'StopWork', occurredAt: now, ...command })], []),
    factsOf: (living: LivingJob, by: PersonId): Facts | null =>
      'record' in living.job ? factsFor(living, living.job.record.application, by) : null,
    /** A picture taken now, for one step of the job, of the code that was scanned for it where there was one. */
    capture: (
      living: LivingJob,
      step: string,
      person: PersonId,
      position: EvidenceFacts['position'],
      scanned?: EvidenceFacts['scanned'],
    ): EvidenceId => {
      const evidenceId = id<EvidenceId>(
        uuidAt(now, createHash('sha256').update(`${living.id} ${living.evidence.length}`).digest('hex')),
      )
      living.evidence.push({
        id: evidenceId,
        job: living.id,
        step,
        person,
        capturedAt: now,
        receivedAt: now,
        reuse: 'none',
        ...(scanned ? { scanned } : {}),
        ...(position ? { position } : {}),
      })
      return evidenceId
    },
    wasTurnedAway: (person: string): boolean => now - (turnedAway.get(person) ?? 0) < rememberedDays * dayMs,
    /** Whether somebody takes part in another job at that time. */
    isBusy: (person: string, window: Window): boolean =>
      [...binding].some(
        ({ job }) =>
          'record' in job &&
          windowsOverlap(job.record.application.window, window) &&
          (job.record.application.guardians.some((one) => one === person) ||
            job.record.application.crew.some((one) => one.person === person)),
      ),
  }
}

export type MemoryPlant = ReturnType<typeof createMemoryPlant>

/** Every blind of the register is where its row says; whoever works on it leaves it as it was for the next day's story. */
const blindIn = ({ fields }: Application): Pick<Facts, 'blind'> => {
  const blind = demoBlinds.find(({ number }) => number === fields[blindNumberField])
  if (!blind) return {}
  const { number, place, pipe, isInstalled } = blind
  return {
    blind: {
      number,
      place,
      pipe,
      state: isInstalled ? 'installed' : 'planned',
      job: null,
      revision: `blind:${number}@1`,
    },
  }
}

/** The shape of a UUID version 7 with the given digits instead of chance. */
export const uuidAt = (at: number, hex: string): string => {
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

const peopleOf = ({ applicant, leader, crew, guardians, gasAnalyst }: Application): readonly PersonId[] => [
  applicant,
  leader,
  ...crew.map(({ person }) => person),
  ...guardians,
  ...(gasAnalyst === undefined ? [] : [gasAnalyst]),
]

const atWorkOn = ({ leader, crew, guardians }: Application): ReadonlySet<PersonId> =>
  new Set([leader, ...crew.map(({ person }) => person), ...guardians])

const rememberedHours = 96
const isForgotten = ({ work }: JobRecord, now: EpochMs): boolean =>
  work.every(({ to }) => to !== null && to < addHours(now, -rememberedHours))

const workOf = ({ work, permits }: JobRecord): LabourSpan[] => {
  const risk = permits
    .map((permit) => permit.risk)
    .toSorted()
    .at(-1)
  return work.map((span) => ({ ...span, kind: 'work', ...(risk === undefined ? {} : { risk }) }))
}
