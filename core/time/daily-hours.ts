import { addMinutes, epochMs, minuteMs, type EpochMs, type TimeOfDay } from './epoch.ts'
import { minutesOf, type PlantClock } from './plant-clock.ts'
import type { Window } from './window.ts'

/** The hours of a day in which work goes on; hours that pass midnight end on the next day. */
export type DailyHours = { readonly from: TimeOfDay; readonly to: TimeOfDay }

/**
 * The spans in which work may really go on: the whole window, or its daily hours. A permit of three days whose work rests
 * at night is no night work; looked at as one span it would be.
 */
export const workingSpans = (window: Window, daily: DailyHours | undefined, clock: PlantClock): readonly Window[] => {
  if (!daily) return [window]
  const lengthMinutes = (minutesOf(daily.to) - minutesOf(daily.from) + minutesPerDay) % minutesPerDay || minutesPerDay
  // Hours that began yesterday may reach into the window.
  const days = clock.daysOf({ from: epochMs(window.from - minutesPerDay * minuteMs), to: window.to })
  return days.flatMap((day) => {
    const from = addMinutes(clock.startOf(day), minutesOf(daily.from))
    const span = { from: later(from, window.from), to: earlier(addMinutes(from, lengthMinutes), window.to) }
    return span.from < span.to ? [span] : []
  })
}

const minutesPerDay = 1440
const later = (a: EpochMs, b: EpochMs): EpochMs => (a > b ? a : b)
const earlier = (a: EpochMs, b: EpochMs): EpochMs => (a < b ? a : b)
