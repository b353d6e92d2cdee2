import { dayNumberOf } from './days-between.ts'
import { dayMs, epochMs, isoDate, minuteMs, type EpochMs, type IsoDate, type TimeOfDay } from './epoch.ts'
import type { Window } from './window.ts'

/** Calendar arithmetic in one plant's time zone. Obtained from `plantClockOf`; pure, although it remembers offsets. */
export type PlantClock = {
  readonly dateOf: (at: EpochMs) => IsoDate
  /** The first instant of the day. */
  readonly startOf: (date: IsoDate) => EpochMs
  /** The first instant that no longer belongs to the day: a credential valid through a day is valid before this. */
  readonly endOf: (date: IsoDate) => EpochMs
  /** Minutes since local midnight, 0 … 1439. */
  readonly minuteOfDay: (at: EpochMs) => number
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdayOf: (date: IsoDate) => number
  /** Every day that the window touches, in order. */
  readonly daysOf: (window: Window) => readonly IsoDate[]
  /** Whether any minute of the window lies in a daily span; a span may pass midnight (18:00–06:00). */
  readonly overlapsDaily: (window: Window, from: TimeOfDay, to: TimeOfDay) => boolean
}

/** Time zones change their offset on quarter hours at the finest, so one look-up serves a quarter of an hour. */
const offsetBucketMs = 15 * minuteMs
const offsetsKeptMax = 4096

const clocks = new Map<string, PlantClock>()

/**
 * The clock of a time zone, e.g. `Asia/Shanghai`. An unknown zone throws: a plant without a zone has no days.
 *
 * `Intl` answers for the offset rather than `Temporal`, because a phone's browser may lack the latter and core runs there too.
 */
export const plantClockOf = (timeZone: string): PlantClock => {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = createPlantClock(timeZone)
  clocks.set(timeZone, clock)
  return clock
}

const createPlantClock = (timeZone: string): PlantClock => {
  const offsetAt = createOffsetLookUp(timeZone)
  const localDayOf = (at: number): number => Math.floor((at + offsetAt(at)) / dayMs)
  const dates = new Map<number, IsoDate>()
  const starts = new Map<IsoDate, EpochMs>()

  const dateOfDay = (day: number): IsoDate => {
    const known = dates.get(day)
    if (known) return known
    const date = isoDate(new Date(day * dayMs).toISOString().slice(0, 10))
    if (dates.size > offsetsKeptMax) dates.clear()
    dates.set(day, date)
    return date
  }

  const startOf = (date: IsoDate): EpochMs => {
    const known = starts.get(date)
    if (known !== undefined) return known
    const start = instantOf(date, 0, offsetAt)
    if (starts.size > offsetsKeptMax) starts.clear()
    starts.set(date, start)
    return start
  }

  const dateOf = (at: EpochMs): IsoDate => dateOfDay(localDayOf(at))
  const nextDay = (date: IsoDate): IsoDate => dateOfDay(dayNumberOf(date) + 1)

  return {
    dateOf,
    startOf,
    endOf: (date) => startOf(nextDay(date)),
    minuteOfDay: (at) => Math.floor(((((at + offsetAt(at)) % dayMs) + dayMs) % dayMs) / minuteMs),
    weekdayOf: (date) => ((new Date(date).getUTCDay() + 6) % 7) + 1,
    daysOf: ({ from, to }) => {
      const days: IsoDate[] = []
      for (let day = dateOf(from); startOf(day) < to; day = nextDay(day)) days.push(day)
      return days
    },
    overlapsDaily: (window, from, to) =>
      overlapsDaily(window, from, to, {
        dateOf,
        startOf,
        nextDay,
        instantOf: (date, msOfDay) => instantOf(date, msOfDay, offsetAt),
      }),
  }
}

/**
 * When the clock on the wall shows this time on this date: read as UTC, corrected by the offset there, and corrected
 * again, in case the offset changed in between.
 */
const instantOf = (date: IsoDate, msOfDay: number, offsetAt: (at: number) => number): EpochMs => {
  const asUtc = Date.parse(date) + msOfDay
  if (Number.isNaN(asUtc)) throw new RangeError(`not a calendar day: ${date}`)
  const guess = asUtc - offsetAt(asUtc)
  return epochMs(asUtc - offsetAt(guess))
}

const overlapsDaily = (
  window: Window,
  from: TimeOfDay,
  to: TimeOfDay,
  calendar: Pick<PlantClock, 'dateOf' | 'startOf'> & {
    readonly nextDay: (date: IsoDate) => IsoDate
    readonly instantOf: (date: IsoDate, msOfDay: number) => EpochMs
  },
): boolean => {
  const fromMs = minutesOf(from) * minuteMs
  const toMs = minutesOf(to) * minuteMs
  const passesMidnight = toMs <= fromMs
  // A span that began yesterday may still run, so the search begins one day early.
  let day = calendar.dateOf(epochMs(window.from - dayMs))
  while (calendar.startOf(day) < window.to) {
    const next = calendar.nextDay(day)
    // By the clock on the wall: midnight plus six hours is not six o'clock on a day when the clocks change.
    const spanFrom = calendar.instantOf(day, fromMs)
    const spanTo = calendar.instantOf(passesMidnight ? next : day, toMs)
    if (spanFrom < window.to && window.from < spanTo) return true
    day = next
  }
  return false
}

/** `18:30` → 1110. A text that is no time of day throws: rulebooks are parsed before they get here. */
export const minutesOf = (time: TimeOfDay): number => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!match) throw new RangeError(`not a time of day: ${time}`)
  return Number(match[1]) * 60 + Number(match[2])
}

const createOffsetLookUp = (timeZone: string): ((at: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsets = new Map<number, number>()
  return (at) => {
    const bucket = Math.floor(at / offsetBucketMs)
    const known = offsets.get(bucket)
    if (known !== undefined) return known
    const offset = measureOffset(format, bucket * offsetBucketMs)
    if (offsets.size > offsetsKeptMax) offsets.clear()
    offsets.set(bucket, offset)
    return offset
  }
}

const measureOffset = (format: Intl.DateTimeFormat, at: number): number => {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}
