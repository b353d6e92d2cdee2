import type { RiskLevel } from '../rulebook/rulebook.ts'
import { riskOrder } from '../rulebook/risk-order.ts'
import { workingSpans, type DailyHours } from '../time/daily-hours.ts'
import { addMinutes, earliest, epochMs, hourMs, latest, type EpochMs } from '../time/epoch.ts'
import type { PlantClock } from '../time/plant-clock.ts'
import type { Window } from '../time/window.ts'

/**
 * A stretch of labour: at work on a job, or on duty by the attendance of the gate or of HR. The last one has no end while
 * it is going on.
 */
export type LabourSpan = {
  readonly from: EpochMs
  readonly to: EpochMs | null
  readonly kind: 'work' | 'attendance'
  /** Of the job; absent for attendance. */
  readonly risk?: RiskLevel
}

/** How tired somebody is by what is known of their labour. Hours may be broken. */
export type Fatigue = {
  /** On duty since the last full rest; the shorter breaks between are not counted. */
  readonly dutyHours: number
  /** The longest stretch off duty in the 24 hours before. */
  readonly restHours: number
  /** Nights of the 72 hours before in which somebody was on duty long enough. */
  readonly nights: number
  /** At work on jobs of risk L4 and above in the 72 hours before. */
  readonly heavyHours: number
}

export type FatigueScale = {
  /** A stretch off duty of so many hours begins the duty hours anew. */
  readonly restHoursMin: number
  /** From so many hours on a night counts. */
  readonly nightHoursMin: number
  readonly night: DailyHours
  readonly clock: PlantClock
}

const rememberedHours = 72
const restWithinHours = 24
const heavyFrom: RiskLevel = 'L4'

/**
 * The one definition of fatigue: what the demands ask, what a shift plan forecasts and what a figure shows is this. Looked
 * at as of `at`; whatever begins later is not known yet.
 */
export const measureFatigue = (spans: readonly LabourSpan[], at: EpochMs, scale: FatigueScale): Fatigue => {
  const remembered = { from: hoursBefore(at, rememberedHours), to: at }
  const duty = joined(spans.map((span) => clipped(span, remembered)))
  const heavy = joined(
    spans.filter(({ kind, risk }) => kind === 'work' && isHeavy(risk)).map((span) => clipped(span, remembered)),
  )
  const rests = gapsIn(duty, { from: hoursBefore(at, restWithinHours), to: at })
  return {
    dutyHours: hoursOf(sinceRest(duty, at, scale.restHoursMin)),
    restHours: Math.max(0, ...rests.map((rest) => hoursOf([rest]))),
    nights: workingSpans(remembered, scale.night, scale.clock).filter(
      (night) => hoursOf(duty.map((span) => clippedTo(span, night))) >= scale.nightHoursMin,
    ).length,
    heavyHours: hoursOf(heavy),
  }
}

/** Work whose risk is not known counts as heavy: a guess must not make anybody look rested. */
const isHeavy = (risk: RiskLevel | undefined): boolean =>
  risk === undefined || riskOrder.indexOf(risk) >= riskOrder.indexOf(heavyFrom)

/** The stretches since the last full rest, the latest first. */
const sinceRest = (duty: readonly Window[], at: EpochMs, restHoursMin: number): readonly Window[] => {
  let later = at
  const kept: Window[] = []
  for (const span of duty.toReversed()) {
    if (later - span.to >= restHoursMin * hourMs) break
    kept.push(span)
    later = span.from
  }
  return kept
}

/** In order, and stretches that touch or overlap made one: an hour on a job while clocked in is one hour. */
const joined = (spans: readonly Window[]): readonly Window[] => {
  const out: Window[] = []
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && span.from <= last.to) out[out.length - 1] = { from: last.from, to: latest(last.to, span.to) }
    else out.push(span)
  }
  return out
}

const gapsIn = (duty: readonly Window[], within: Window): readonly Window[] => {
  const inside = duty.map((span) => clippedTo(span, within)).filter(({ from, to }) => from < to)
  const starts = [within.from, ...inside.map(({ to }) => to)]
  const ends = [...inside.map(({ from }) => from), within.to]
  return starts.map((from, i) => ({ from, to: ends[i] ?? within.to }))
}

const clipped = ({ from, to }: LabourSpan, within: Window): Window => clippedTo({ from, to: to ?? within.to }, within)
const clippedTo = ({ from, to }: Window, within: Window): Window => ({
  from: latest(from, within.from),
  to: earliest(to, within.to),
})
const hoursOf = (spans: readonly Window[]): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0) / hourMs
const hoursBefore = (at: EpochMs, hours: number): EpochMs => addMinutes(epochMs(at), -hours * 60)
