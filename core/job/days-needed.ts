import type { Context } from '../rules/requirement.ts'
import { epochMs } from '../time/epoch.ts'
import type { PlantClock } from '../time/plant-clock.ts'
import type { Application } from './application.ts'
import type { Facts } from './facts.ts'

/** The calendar days that requirements ask about, worked out once for everybody in the job. */
export const daysNeeded = (
  { window: { from, to } }: Application,
  { now }: Facts,
  clock: PlantClock,
): Pick<Context, 'neededFrom' | 'neededThrough' | 'today'> => ({
  neededFrom: clock.dateOf(from),
  // The day before `to`'s first instant: a window that ends at midnight does not need the next day.
  neededThrough: clock.dateOf(epochMs(Math.max(from, to - 1))),
  today: clock.dateOf(now),
})
