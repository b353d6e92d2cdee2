import { measuresOver } from '../../people/fatigue-limits.ts'
import { measureFatigue, type LabourSpan } from '../../people/fatigue.ts'
import { addHours, latest, type EpochMs } from '../../time/epoch.ts'
import { defineRequirement, met, metUntil, unmet } from '../requirement.ts'

/**
 * Nobody begins or goes on tired: at the planned begin, and again at the start itself, what is known of somebody's labour
 * stays within the enterprise's limits. Met until the duty hours will be used up if the work goes on without a break.
 */
export const crewIsRested = defineRequirement({
  id: 'crew-is-rested@1',
  parameters: {
    dutyHoursMax: 'number',
    restHoursMin: 'number',
    nightHoursMin: 'number',
    nightsMax: 'number',
    heavyHoursMax: 'number',
  },
  check: (limits, { facts, application, clock, rulebook }, { person }) => {
    if (!facts.labour) return unmet({ code: 'labour-unknown', params: { person } })
    const known = facts.labour[person]?.spans
    if (known === undefined || known.length === 0) return met
    const spans = known.map((span) => untilNow(span, facts.now))
    const at = latest(facts.now, application.window.from)
    const { night } = rulebook.calendar
    const fatigue = measureFatigue(spans, at, { ...limits, night, clock })
    const over = measuresOver(fatigue, limits)
    if (over.length === 0) return metUntil(addHours(at, limits.dutyHoursMax - fatigue.dutyHours))
    const restedAt = addHours(lastOnDuty(spans, at), limits.restHoursMin)
    return unmet(
      ...over.map(
        ({ measure, value, limit }) =>
          ({ code: 'rest-needed', params: { person, measure, value, limit, restedAt } }) as const,
      ),
    )
  },
})

/** What goes on is known up to now; whoever is at work today will not be until tomorrow's job for that. */
const untilNow = (span: LabourSpan, now: EpochMs): LabourSpan => (span.to === null ? { ...span, to: now } : span)

const lastOnDuty = (spans: readonly LabourSpan[], at: EpochMs): EpochMs =>
  spans.reduce(
    (last, { from, to }) => (from < at ? latest(last, to === null || to > at ? at : to) : last),
    0 as EpochMs,
  )
