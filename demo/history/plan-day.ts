import type { PlaceId } from '#core/ids.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import { addMinutes, dayMs, type EpochMs } from '#core/time/epoch.ts'
import type { Random } from '../random.ts'
import { disturbances, disturbanceShares, type Disturbance } from './disturbances.ts'
import { drawKindOfWork, type KindOfWork } from './kinds-of-work.ts'

export const permitsPerDay = { min: 24, max: 38 } as const

/** A job that somebody will apply for, before anybody has judged it. */
export type PlannedJob = {
  readonly appliesAt: EpochMs
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly place: PlaceId
  readonly kind: KindOfWork
  readonly disturbances: ReadonlySet<Disturbance>
  /** When what disturbs it happens; absent means somewhere on the way. */
  readonly disturbedAt?: EpochMs
}

type Times = Pick<PlannedJob, 'appliesAt' | 'startsAt' | 'endsAt'>

type DayPlan = {
  readonly places: readonly PlaceFacts[]
  readonly permits: number
  /** When an applicant comes with the i-th job at this place, and how long its work lasts. */
  readonly timesOf: (place: PlaceFacts, i: number) => Times
}

/** A vessel has one job in the morning and one in the afternoon at most, and one in four of these turns is not used. */
const jobsPerVessel = 2
const unusedShare = 0.25

/** So many permits' worth of jobs: the vessels first, what is left in the open areas. */
export const planDay = ({ places, permits, timesOf }: DayPlan, random: Random): readonly PlannedJob[] => {
  const areas = places.filter(({ kind }) => kind === 'area')
  const turns = places.flatMap((place) =>
    place.kind === 'area' ? [] : Array.from({ length: jobsPerVessel }, () => place),
  )
  const works: { readonly place: PlaceFacts; readonly kind: KindOfWork }[] = []
  let left = permits
  for (const place of random.shuffle(turns)) {
    const kind = drawKindOfWork(place, random)
    if (kind.permitCount > left || random.chance(unusedShare)) continue
    works.push({ place, kind })
    left -= kind.permitCount
  }
  while (left > 0) {
    const place = random.pick(areas)
    const kind = drawKindOfWork(place, random)
    works.push({ place, kind })
    left -= kind.permitCount
  }
  const taken = new Map<string, number>()
  return works.map(({ place, kind }) => {
    const i = taken.get(place.id) ?? 0
    taken.set(place.id, i + 1)
    return {
      place: place.id,
      kind,
      ...timesOf(place, i),
      disturbances: new Set(disturbances.filter((one) => random.chance(disturbanceShares[one]))),
    }
  })
}

/** Minutes of the day in which people come with an application. */
const comes = { morning: [410, 560], noon: [720, 830], evening: [1050, 1170] } as const
const eveningShare = 0.06

/** An ordinary day of the plant. `midnight` is its first instant. */
export const ordinaryTimes =
  (midnight: EpochMs, random: Random): DayPlan['timesOf'] =>
  ({ kind }, i) => {
    const isVessel = kind === 'confined-space'
    const turn = isVessel
      ? i === 0
        ? comes.morning
        : comes.noon
      : random.chance(eveningShare)
        ? comes.evening
        : random.pick([comes.morning, comes.noon])
    // The second job of a vessel waits for the first one's end, so the first one is done by noon.
    const appliesAt = addMinutes(
      midnight,
      isVessel && i === 0 ? random.between(410, 440) : random.between(turn[0], turn[1]),
    )
    const startsAt = addMinutes(appliesAt, random.between(80, isVessel ? 95 : 130))
    return { appliesAt, startsAt, endsAt: addMinutes(startsAt, random.between(70, isVessel ? 190 : 300)) }
  }

/** For how long before now the jobs that are going on were applied for. */
const livingMinutes = 390

/** What is going on when the visitor arrives: spread over the hours before now, so that every stage has somebody in it. */
export const livingTimes = (now: EpochMs, count: number, random: Random): DayPlan['timesOf'] => {
  let drawn = 0
  return () => {
    const ago = 6 + Math.round((livingMinutes * (drawn++ % count)) / count) + random.between(0, 6)
    const appliesAt = addMinutes(now, -ago)
    const startsAt = addMinutes(appliesAt, random.between(75, 100))
    return { appliesAt, startsAt, endsAt: addMinutes(startsAt, random.between(160, 330)) }
  }
}

/** Work of the next day is booked until this minute of the day; see the rulebook's cut-off. */
const bookedUntil = 950
/** Over how many minutes before now, or before the cut-off, the bookings came in. */
const bookingMinutes = 240

/** What is booked for the day after `midnight`: an ordinary day's work, applied for today. */
export const bookedTimes = (midnight: EpochMs, tomorrow: EpochMs, now: EpochMs, random: Random): DayPlan['timesOf'] => {
  const last = Math.min(addMinutes(now, -5), addMinutes(midnight, bookedUntil))
  const first = Math.max(midnight, addMinutes(last as EpochMs, -bookingMinutes))
  return () => {
    const startsAt = addMinutes(tomorrow, random.between(510, 630))
    return {
      appliesAt: (first + Math.round(Math.max(0, last - first) * random.next())) as EpochMs,
      startsAt,
      endsAt: addMinutes(startsAt, random.between(90, 300)),
    }
  }
}

/** Most work is known the day before, and is applied for while the next day is planned; what comes later is urgent. */
const urgentShare = 0.15
const booking = { from: 780, to: 945 } as const

export const bookedAhead = (plan: PlannedJob, midnight: EpochMs, random: Random): PlannedJob =>
  random.chance(urgentShare)
    ? plan
    : { ...plan, appliesAt: addMinutes((midnight - dayMs) as EpochMs, random.between(booking.from, booking.to)) }
