import type { Booking } from '#core/job/booking.ts'
import type { PersonId } from '#core/ids.ts'
import type { IsoDate, TimeOfDay } from '#core/time/epoch.ts'
import type { AnsweredRefusal } from './command-answer.ts'
import type { PartInJob } from './job-readiness.ts'
import type { MyJob } from './me.ts'
import type { AnswerNames } from './names.ts'

/** Somebody in planned work, with all that speaks against them on that day. */
export type PlannedPerson = {
  readonly person: PersonId
  readonly parts: readonly PartInJob[]
  readonly refusals: readonly AnsweredRefusal[]
  /** Colleagues who could take the part, best first; only looked for where something speaks against the person. */
  readonly substitutes: readonly PersonId[]
}

export type PlannedJob = {
  readonly job: MyJob
  /** Null where the rulebook names no cut-off. */
  readonly booking: Booking | null
  readonly urgentReason: string | null
  readonly people: readonly PlannedPerson[]
  /** What is wrong with the work itself: its place, its time, its neighbours. */
  readonly others: readonly AnsweredRefusal[]
}

/** What is planned for one day, workshop by workshop: `GET /api/plan/{day}`. */
export type DayPlan = {
  readonly day: IsoDate
  readonly cutOff: TimeOfDay | null
  readonly units: readonly { readonly unit: string; readonly name: string; readonly jobs: readonly PlannedJob[] }[]
  readonly names: AnswerNames
}
