import type { PersonId } from '../ids.ts'
import { addHours, addMinutes, earliest, type EpochMs } from '../time/epoch.ts'
import { measureFatigue, type FatigueScale, type LabourSpan } from './fatigue.ts'
import { measuresOver, type FatigueLimits, type FatigueMeasure } from './fatigue-limits.ts'

/** From when on somebody has to rest if the work goes on as it does, and by which measure. */
export type RestForeseen = {
  readonly person: PersonId
  readonly at: EpochMs
  readonly measure: FatigueMeasure
  readonly limit: number
}

/** The look ahead goes in steps, and to the minute within the step in which the limit is passed. */
const stepMinutes = 15
/** Whoever goes on without a rest is over some limit within a day; a longer look would only cost time. */
const lookAheadHours = 24

/**
 * The first moment from `from` on at which somebody who goes on working is over a limit, or null where that lies beyond `until`.
 * Their own labour that is going on goes on; what has ended is past.
 */
export const foreseeRest = (
  person: PersonId,
  spans: readonly LabourSpan[],
  from: EpochMs,
  until: EpochMs,
  limits: FatigueLimits & FatigueScale,
): RestForeseen | null => {
  const over = (at: EpochMs) =>
    measuresOver(
      measureFatigue(
        spans.map((span) => (span.to === null ? { ...span, to: at } : span)),
        at,
        limits,
      ),
      limits,
    )[0]
  const end = earliest(until, addHours(from, lookAheadHours))
  let before = from
  for (let at = from; at <= end; at = addMinutes(at, stepMinutes)) {
    if (over(at)) return toTheMinute(person, before, at, over)
    before = at
  }
  return over(end) ? toTheMinute(person, before, end, over) : null
}

type Over = (at: EpochMs) => { readonly measure: FatigueMeasure; readonly limit: number } | undefined

const toTheMinute = (person: PersonId, from: EpochMs, to: EpochMs, over: Over): RestForeseen | null => {
  for (let at = from; at <= to; at = addMinutes(at, 1)) {
    const found = over(at)
    if (found) return { person, at, measure: found.measure, limit: found.limit }
  }
  const found = over(to)
  return found ? { person, at: to, measure: found.measure, limit: found.limit } : null
}
