import { z } from 'zod'
import { dayNameLengthMax, enteredKinds, type CalendarDay, type EnteredKind } from '#core/calendar/calendar-day.ts'
import type { CalendarFault } from '#core/calendar/read-calendar-list.ts'
import type { JobId, LevelId, OperationId } from '#core/ids.ts'
import type { JobStatus } from '#core/job/job.ts'
import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import { isoDay } from './values.ts'

/** Two years and more of nothing but special days: a longer list is none of a calendar. */
const daysPerListMax = 800
/** The bytes of a list that somebody keeps by hand. */
export const calendarFileBytesMax = 1_000_000

export const calendarYear = z.coerce.number().int().min(2000).max(2100)
export const dayOfCalendar = isoDay.refine((day) => day >= '2000-01-01' && day <= '2100-12-31')

/** What a day is to be; null makes it as its weekday again. Whoever says so says which version they saw, 0 where there was none. */
const dayRequest = z.strictObject({
  day: dayOfCalendar,
  kind: z.enum(enteredKinds).nullable(),
  name: z.string().trim().max(dayNameLengthMax),
  isProvisional: z.boolean(),
  seenVersion: z.int().min(0),
})
/** One day or a whole year of them: all of it is kept or none. */
export const calendarRequest = z.strictObject({ days: z.array(dayRequest).min(1).max(daysPerListMax) })
export type CalendarRequest = z.input<typeof calendarRequest>

export type CalendarVersion = Omit<CalendarDay, 'kind'> & {
  readonly kind: EnteredKind | null
  readonly version: number
  /** By name; null for what was there before names were kept. */
  readonly changedBy: string | null
  readonly changedAt: EpochMs
}

export type CalendarYear = {
  readonly year: number
  readonly today: IsoDate
  /** Days of which something was ever said, as they stand now. */
  readonly days: readonly CalendarVersion[]
  /** 1 = Monday … 7 = Sunday: what a day is of which nothing was said. */
  readonly restWeekdays: readonly number[]
  readonly holidays: number
  readonly holidaysMin: number
  readonly isEntered: boolean
  /** Years whose holidays are not entered although they run or begin soon. */
  readonly owed: readonly number[]
}

/** A job of the day whose level hangs on what the day is. */
export type JobOfDay = {
  readonly job: JobId
  readonly content: string
  readonly placeName: string
  readonly status: JobStatus
  readonly permits: readonly {
    readonly operation: OperationId
    readonly level: LevelId
    readonly upgradedBy: readonly string[]
    /** The level that the calendar as it is now asks for, where the permit's is too low. */
    readonly needed: LevelId | null
  }[]
}

export type CalendarDayPage = {
  readonly day: IsoDate
  /** The newest first. */
  readonly versions: readonly CalendarVersion[]
  readonly jobs: readonly JobOfDay[]
}

/** What a list says, beside what stands; nothing of it is kept yet. */
export type CalendarReading = {
  readonly days: readonly (CalendarDay & {
    readonly row: number
    readonly was: Pick<CalendarVersion, 'kind' | 'name'> | null
    readonly isSame: boolean
    readonly seenVersion: number
  })[]
  readonly faults: readonly CalendarFault[]
}
