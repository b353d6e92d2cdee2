import { minuteMs, type EpochMs, type TimeOfDay } from '../time/epoch.ts'
import type { PlantClock } from '../time/plant-clock.ts'

/** Applied for in time (预约), or so late that it is urgent work of the same day (当日紧急). */
export type Booking = 'ahead' | 'urgent'

/**
 * In time is what was applied for before the cut-off of the day before, so that whoever plans the next day has seen it. At the
 * cut-off itself it is too late: the plan is being made.
 */
export const bookingOf = (from: EpochMs, appliedAt: EpochMs, cutOff: TimeOfDay, clock: PlantClock): Booking => {
  const dayBefore = clock.dateOf((clock.startOf(clock.dateOf(from)) - 1) as EpochMs)
  const [hours = 0, minutes = 0] = cutOff.split(':').map(Number)
  return appliedAt < clock.startOf(dayBefore) + (hours * 60 + minutes) * minuteMs ? 'ahead' : 'urgent'
}
