import { epochMs, minuteMs, type EpochMs } from '#core/time/epoch.ts'
import { isoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/

/** What a date-and-time field shows: the plant's wall clock, in whatever zone the phone is. */
export const toFieldText = (at: EpochMs, timeZone: string): string => {
  const clock = plantClockOf(timeZone)
  const minute = clock.minuteOfDay(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${clock.dateOf(at)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** The instant that a date-and-time field means; undefined while it is half typed. */
export const fromFieldText = (text: string, timeZone: string): EpochMs | undefined => {
  const [, date, hours, minutes] = pattern.exec(text) ?? []
  if (date === undefined) return undefined
  const clock = plantClockOf(timeZone)
  const minuteOfDay = Number(hours) * 60 + Number(minutes)
  const at = epochMs(clock.startOf(isoDate(date)) + minuteOfDay * minuteMs)
  // A day on which the clocks change is not as long as its minutes say.
  return epochMs(at + (minuteOfDay - clock.minuteOfDay(at)) * minuteMs)
}
