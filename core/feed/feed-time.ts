import type { EpochMs } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'

/** `2026-11-24 12:00:00` by the plant's clock: the tables say "datetime" and name no zone, and parks read local time. */
export const toFeedTime = (at: EpochMs, timeZone: string): string => {
  const clock = plantClockOf(timeZone)
  const minutes = clock.minuteOfDay(at)
  const parts = [Math.floor(minutes / 60), minutes % 60, Math.floor((at % 60_000) / 1000)]
  return `${clock.dateOf(at)} ${parts.map((part) => String(part).padStart(2, '0')).join(':')}`
}

const form = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):(\d{2})$/

/** A day that the calendar has and a time that a clock shows. Two such texts compare in time as they compare as texts. */
export const isFeedTime = (text: string): boolean => {
  const [, day = '', hours, minutes, seconds] = form.exec(text) ?? []
  const date = new Date(`${day}T00:00:00Z`)
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(day) &&
    Number(hours) < 24 &&
    Number(minutes) < 60 &&
    Number(seconds) < 60
  )
}
