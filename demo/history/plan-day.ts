import type { OperationId, PlaceId } from '#core/ids.ts'
import { id } from '#core/ids.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import { addMinutes, type EpochMs } from '#core/time/epoch.ts'
import type { Random } from '../random.ts'
import { disturbances, disturbanceShares, type Disturbance } from './disturbances.ts'

export const permitsPerDay = { min: 24, max: 38 } as const

/** A job that somebody will apply for, before anybody has judged it. */
export type PlannedJob = {
  readonly appliesAt: EpochMs
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly place: PlaceId
  readonly operations: readonly OperationId[]
  readonly permitCount: number
  readonly disturbances: ReadonlySet<Disturbance>
  /** When what disturbs the work happens; absent means about half way. */
  readonly disturbedAt?: EpochMs
}

type DayPlan = {
  readonly places: readonly PlaceFacts[]
  readonly permits: number
  /** When an applicant comes with the i-th job of n, and how long its work lasts. */
  readonly timeOf: (i: number, n: number, isVessel: boolean) => Pick<PlannedJob, 'appliesAt' | 'startsAt' | 'endsAt'>
}

const hotWork = id<OperationId>('hot-work')
const confinedSpace = id<OperationId>('confined-space')
/** Hot work inside a vessel needs the permit of the confined space as well. */
const hotInVesselShare = 0.55
/** A vessel has one job in the morning and one in the afternoon at most. */
const jobsPerVessel = 2

/** So many permits' worth of jobs: each vessel is used at most twice, the rest is hot work in the open areas. */
export const planDay = ({ places, permits, timeOf }: DayPlan, random: Random): readonly PlannedJob[] => {
  const vessels = places.filter(({ kind }) => kind === 'confined-space')
  const areas = places.filter(({ kind }) => kind === 'area')
  const slots = random.shuffle(vessels.flatMap((vessel) => Array.from({ length: jobsPerVessel }, () => vessel)))
  const works: Pick<PlannedJob, 'place' | 'operations' | 'permitCount'>[] = []
  let left = permits
  for (const { id: place } of slots) {
    if (left < 2 || random.chance(0.25)) continue
    const isHot = random.chance(hotInVesselShare)
    works.push({ place, operations: [isHot ? hotWork : confinedSpace], permitCount: isHot ? 2 : 1 })
    left -= isHot ? 2 : 1
  }
  while (left-- > 0) works.push({ place: random.pick(areas).id, operations: [hotWork], permitCount: 1 })
  const used = new Map<string, number>()
  return works.map((work) => {
    const isVessel = vessels.some((vessel) => vessel.id === work.place)
    const i = used.get(work.place) ?? 0
    used.set(work.place, i + 1)
    return {
      ...work,
      ...timeOf(i, jobsPerVessel, isVessel),
      disturbances: new Set(disturbances.filter((one) => random.chance(disturbanceShares[one]))),
    }
  })
}

/** An ordinary day: applications in the morning and at noon, a few for the evening. `midnight` is the day's first instant. */
export const ordinaryTimes = (midnight: EpochMs, random: Random): DayPlan['timeOf'] => {
  return (i, _, isVessel) => {
    const isEvening = !isVessel && random.chance(0.06)
    const appliesAt = addMinutes(
      midnight,
      isVessel
        ? (i === 0 ? 7 * 60 : 12 * 60) + random.between(0, 40)
        : isEvening
          ? random.between(1050, 1170)
          : random.between(410, 830),
    )
    const startsAt = addMinutes(appliesAt, isVessel ? 95 : random.between(80, 130))
    return {
      appliesAt,
      startsAt,
      endsAt: addMinutes(startsAt, isVessel ? random.between(90, 180) : random.between(70, 300)),
    }
  }
}

/** What is going on when the visitor arrives: spread over the hours before now, so that every stage has somebody in it. */
export const livingTimes = (now: EpochMs, count: number, random: Random): DayPlan['timeOf'] => {
  let at = 0
  return () => {
    const hoursAgo = 0.1 + (6.4 * (at++ % count)) / count
    const appliesAt = addMinutes(now, -Math.round(hoursAgo * 60) - random.between(0, 6))
    const startsAt = addMinutes(appliesAt, random.between(75, 100))
    return { appliesAt, startsAt, endsAt: addMinutes(startsAt, random.between(160, 330)) }
  }
}
