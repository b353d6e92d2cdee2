import type { IsoDate } from '../time/epoch.ts'

/** What a plant may say that a day is. A working day is entered where a weekend day was swapped for one (调休上班). */
export const enteredKinds = ['holiday', 'workday', 'rest-day', 'major-event'] as const
export type EnteredKind = (typeof enteredKinds)[number]

/** `not-entered`: nobody has said yet which days of that year are holidays, so that this one may be one. */
export type DayKind = EnteredKind | 'not-entered'

export type CalendarDay = {
  readonly day: IsoDate
  readonly kind: EnteredKind
  /** What the day is called, such as 国庆节. */
  readonly name: string
  /** Put in before the official arrangement was published, and to be looked at again. */
  readonly isProvisional: boolean
}

/** How many characters a day's name may have. */
export const dayNameLengthMax = 40
