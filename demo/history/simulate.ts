import { createHash } from 'node:crypto'
import { id, type JobId } from '#core/ids.ts'
import { addMinutes, dayMs, type EpochMs } from '#core/time/epoch.ts'
import { createRandom, type Random } from '../random.ts'
import { liveJob, type NumberOf } from './course.ts'
import type { Steps } from './course-steps.ts'
import { createMemoryPlant, uuidAt, type LivingJob, type MemoryPlant, type PlantSetting } from './memory-plant.ts'
import { bookedAhead, bookedTimes, livingTimes, ordinaryTimes, planDay, type PlannedJob } from './plan-day.ts'

export type Simulation = {
  readonly jobs: readonly LivingJob[]
  /** The last number given out, by `prefix day`, so that the plant goes on counting where its past ended. */
  readonly lastNumbers: ReadonlyMap<string, number>
}

export type SimulationRequest = {
  readonly setting: PlantSetting
  readonly now: EpochMs
  readonly days: number
  readonly permits: { readonly min: number; readonly max: number }
  readonly seed: number
}

/** The plant's last days up to now: the same seed and the same now give the same history. */
export const simulatePlant = ({ setting, now, days, permits, seed }: SimulationRequest): Simulation => {
  const random = createRandom(seed)
  const plant = createMemoryPlant(setting)
  const lastNumbers = new Map<string, number>()
  const numberOf: NumberOf = (prefix, at) => {
    const day = plant.clock.dateOf(at)
    const last = (lastNumbers.get(`${prefix} ${day}`) ?? 0) + 1
    lastNumbers.set(`${prefix} ${day}`, last)
    return `${prefix}-${day.replaceAll('-', '')}-${String(last).padStart(3, '0')}`
  }
  const plans = planDays(plant, { now, days, permits }, random).toSorted((a, b) => a.appliesAt - b.appliesAt)
  const running = plans.map((plan, i) => {
    const living = plant.begin(
      id<JobId>(uuidAt(plan.appliesAt, createHash('sha256').update(`${seed} ${i}`).digest('hex'))),
    )
    return { living, steps: liveJob(plant, living, plan, createRandom(seed + i * 7919), numberOf), at: plan.appliesAt }
  })
  run(plant, running, now)
  return { jobs: running.map(({ living }) => living).filter(({ decisions }) => decisions.length > 0), lastNumbers }
}

type Running = { readonly living: LivingJob; readonly steps: Steps; at: EpochMs }

/** Always goes on with whoever is next in time, so that each decision sees the others as they stood then. */
const run = (plant: MemoryPlant, running: readonly Running[], until: EpochMs): void => {
  let waiting = 0
  let going: Running[] = []
  for (;;) {
    const first = going.reduce<Running | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)
    const entering = running[waiting]
    const next = entering && (!first || entering.at <= first.at) ? entering : first
    if (!next || next.at > until) return
    if (next === entering) {
      waiting++
      going.push(next)
    }
    plant.setNow(next.at)
    const { done, value } = next.steps.next()
    if (done === true) going = going.filter((one) => one !== next)
    else next.at = Math.round(value) as EpochMs
  }
}

/**
 * Whole days before today, what is going on now, and what is booked for tomorrow. The part of it that began before midnight counts as yesterday's.
 */
const planDays = (
  plant: MemoryPlant,
  { now, days, permits }: Pick<SimulationRequest, 'now' | 'days' | 'permits'>,
  random: Random,
): readonly PlannedJob[] => {
  const { places } = plant.setting
  const ofToday = livingJobs(plant, now, planned(permits, random), random)
  const midnightOf = (at: number): EpochMs => plant.clock.startOf(plant.clock.dateOf(at as EpochMs))
  const today = midnightOf(now)
  const begunYesterday = ofToday
    .filter(({ appliesAt }) => appliesAt < today)
    .reduce((sum, { kind }) => sum + kind.permitCount, 0)
  const past: PlannedJob[] = []
  for (let daysAgo = days - 1; daysAgo >= 1; daysAgo--) {
    const midnight = midnightOf(today - daysAgo * dayMs + dayMs / 4)
    const target = planned(permits, random) - (daysAgo === 1 ? begunYesterday : 0)
    if (target > 0) past.push(...planDay({ places, permits: target, timesOf: ordinaryTimes(midnight, random) }, random))
  }
  // Drawn last, so that the past is the same whether anybody books or not.
  const booked = planDay(
    {
      places,
      permits: Math.round(permits.min * bookedShare),
      timesOf: bookedTimes(today, plant.clock.endOf(plant.clock.dateOf(now)), now, random),
    },
    random,
  )
  const firstLiving = Math.min(...ofToday.map(({ appliesAt }) => appliesAt))
  // A job of the past that had just been applied for would stand beside the living ones in the same vessel.
  const begun = [...past.filter(({ appliesAt }) => appliesAt < Math.max(today, firstLiving)), ...ofToday]
  return [
    ...begun.map((plan) =>
      isStillBeingSigned(plan, now) ? plan : bookedAhead(plan, midnightOf(plan.startsAt), random),
    ),
    ...booked,
  ]
}

/** By the time the visitor comes, some of tomorrow is booked. */
const bookedShare = 0.5

/** What has only just been applied for is urgent; what was booked has its signatures since yesterday. */
const isStillBeingSigned = ({ appliesAt, disturbances }: PlannedJob, now: EpochMs): boolean =>
  appliesAt > addMinutes(now, -115) || (appliesAt > addMinutes(now, -390) && disturbances.has('approval-overdue'))

/** One or two applications of a day never pass the gate, so a little more is planned than the least. */
const planned = ({ min, max }: SimulationRequest['permits'], random: Random): number =>
  random.between(Math.min(max, Math.round(min * 1.15)), max)

/** Of the jobs that are going on, a few stand just where somebody has to do something. */
const livingJobs = (plant: MemoryPlant, now: EpochMs, permits: number, random: Random): readonly PlannedJob[] => {
  const timesOf = livingTimes(now, Math.max(3, Math.round(permits * 0.8)), random)
  const jobs = random.shuffle([...planDay({ places: plant.setting.places, permits, timesOf }, random)])
  const oldest = jobs.toSorted((a, b) => a.appliesAt - b.appliesAt)
  const late = oldest.filter(({ startsAt }) => startsAt < addMinutes(now, -50))
  const changes = new Map<PlannedJob, Partial<PlannedJob>>()
  const [left, stopped, open, finished, stillOpen, leftToo] = late.toReversed()
  // Two of a kind, because one may be refused at a gate on the way.
  for (const one of [left, leftToo])
    if (one)
      changes.set(one, {
        disturbances: new Set(['guardian-left']),
        disturbedAt: addMinutes(now, -7),
        endsAt: addMinutes(now, 120),
      })
  if (stopped)
    changes.set(stopped, {
      disturbances: new Set(['stop-work']),
      disturbedAt: addMinutes(now, -18),
      endsAt: addMinutes(now, 90),
    })
  for (const one of [open, stillOpen])
    if (one) changes.set(one, { disturbances: new Set(['left-open']), endsAt: addMinutes(now, -20) })
  if (finished) changes.set(finished, { disturbances: new Set(), endsAt: addMinutes(now, 6) })
  const waiting = oldest.findLast((job) => job.appliesAt < addMinutes(now, -125) && !changes.has(job))
  if (waiting)
    changes.set(waiting, {
      disturbances: new Set(['approval-overdue']),
      disturbedAt: addMinutes(now, 15),
      endsAt: addMinutes(now, 180),
    })
  const ready = oldest.findLast((job) => job.appliesAt < addMinutes(now, -75) && !changes.has(job))
  if (ready)
    changes.set(ready, { disturbances: new Set(), startsAt: addMinutes(now, 20), endsAt: addMinutes(now, 200) })
  return jobs.map((job) => ({ ...job, ...changes.get(job) }))
}
