import type { EpochMs, IsoDate } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import type { Names, Say, Writing } from './messages.ts'

/** Who reads, where and when: names in their language, times by the plant's clock. */
export type Reading = { readonly names: Names; readonly timeZone: string; readonly now: EpochMs }

export const createSay = (writing: Writing, { names, timeZone, now }: Reading): Say => {
  const clock = plantClockOf(timeZone)
  const today = clock.dateOf(now)

  const date = (iso: IsoDate): string => {
    const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
    return writing.date({ year: year === Number(today.slice(0, 4)) ? null : year, month, day })
  }

  return {
    names,
    date,
    time: (at) => {
      const minute = clock.minuteOfDay(at)
      const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
      const day = clock.dateOf(at)
      return day === today ? time : writing.dateAndTime(date(day), time)
    },
    // Six digits are more than any instrument shows, and hide 0.30000000000000004.
    number: (value) => String(Number(value.toPrecision(6))),
    minutes: (minutes) => {
      const whole = Math.max(0, Math.ceil(minutes))
      return whole < hoursSpokenFromMinutes
        ? writing.minutes({ hours: 0, minutes: whole })
        : writing.minutes({ hours: Math.floor(whole / 60), minutes: whole % 60 })
    },
  }
}

/** Limits are written in minutes up to two hours, and compare best in the same unit. */
const hoursSpokenFromMinutes = 121

const twoDigits = (value: number): string => String(value).padStart(2, '0')
