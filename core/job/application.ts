import type { DutyId, EmployerId, OperationId, PersonId, PlaceId } from '../ids.ts'
import type { DailyHours } from '../time/daily-hours.ts'
import type { Window } from '../time/window.ts'

/** Several words answer a field of many choices; none of them is an answer too. */
export type FieldValue = string | number | boolean | readonly string[]

/** What a crew leader applies for (作业申请). Levels and further permits are worked out from it, not chosen. */
export type Application = {
  readonly applicant: PersonId
  /** Who does the work (作业单位). */
  readonly workUnit: EmployerId
  readonly leader: PersonId
  readonly crew: readonly CrewMember[]
  readonly guardians: readonly PersonId[]
  readonly gasAnalyst?: PersonId
  readonly operations: readonly OperationId[]
  readonly place: PlaceId
  /** The exact part within the place (动火部位 etc.). */
  readonly placeDetail: string
  readonly content: string
  readonly window: Window
  /** Why it cannot wait until it was booked a day ahead. */
  readonly urgentReason?: string
  /** Work of several days that keeps to the same hours each day; absent means that it may go on at any time of the window. */
  readonly dailyHours?: DailyHours
  /** Answers to the operations' form fields, by `operation.field`. */
  readonly fields: { readonly [field: string]: FieldValue }
}

export type CrewMember = { readonly person: PersonId; readonly duties: readonly DutyId[] }
