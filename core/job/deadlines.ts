import type { DeadlineDuty } from '../rulebook/deadline.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addMinutes, earliest, latest, type EpochMs } from '../time/epoch.ts'
import type { Window } from '../time/window.ts'
import type { Obligation } from './obligations.ts'

type DutyTimes = Pick<Obligation, 'opensAt' | 'dueAt' | 'lateAt'>

export const minutesFor = (duty: DeadlineDuty, { deadlines }: Rulebook): number | undefined =>
  deadlines?.find(({ id }) => id === duty)?.withinMinutes

/**
 * What is worked out on paper counts from when it is asked for. A crew must not wait for it, so the window's opening comes first
 * where it is nearer; what is asked for only then has its own time, up to the window's end.
 */
export const timesOnPaper = (duty: DeadlineDuty, opensAt: EpochMs, window: Window, rulebook: Rulebook): DutyTimes => {
  const minutes = minutesFor(duty, rulebook)
  if (minutes === undefined) return timesAtSite(duty, opensAt, window, rulebook)
  const end = opensAt < window.from ? window.from : latest(opensAt, window.to)
  const dueAt = earliest(addMinutes(opensAt, minutes), end)
  return { opensAt, dueAt, lateAt: dueAt }
}

/** At the site: due when the window opens, or as soon as it can be asked for when that is later. */
export const timesAtSite = (duty: DeadlineDuty, opensAt: EpochMs, window: Window, rulebook: Rulebook): DutyTimes => {
  const dueAt = latest(opensAt, window.from)
  const lateAt = addMinutes(dueAt, minutesFor(duty, rulebook) ?? graceMinutes)
  // Past the window nobody may start any more, so what the start needs is late at its end at the latest.
  return { opensAt, dueAt, lateAt: latest(dueAt, earliest(lateAt, window.to)) }
}

/** Where the rulebook is silent: no standard says how long after the window's beginning; a quarter of an hour is the product's own. */
const graceMinutes = 15

/** A duty whose own place in the rulebook names nobody above goes up to whom the deadlines name for its kind. */
export const withEscalation =
  ({ deadlines = [] }: Rulebook) =>
  (duty: Obligation): Obligation => {
    const escalateTo = duty.escalateTo ?? deadlines.find(({ id }) => id === duty.kind)?.escalateTo
    return escalateTo ? { ...duty, escalateTo } : duty
  }
