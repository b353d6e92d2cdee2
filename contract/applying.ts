import { z } from 'zod'
import type { Substitutes } from '#core/people/substitutes.ts'
import type { PlannedPermit } from '#core/job/plan-permits.ts'
import type { AnsweredRefusal } from './command-answer.ts'
import { application } from './commands.ts'
import type { AnswerNames } from './names.ts'
import { dutyId, jobId, levelId, personId } from './values.ts'

/** Parts of an application that cannot be judged before they are there at all. */
export const neededParts = ['operations', 'place', 'placeDetail', 'content'] as const
export type NeededPart = (typeof neededParts)[number]

/** An application that is still being written: what is not there yet is empty. */
export const draftApplication = application.extend({
  place: application.shape.place.or(z.literal('')),
  placeDetail: z.string().max(120),
  content: z.string().max(4000),
})

const drafted = {
  /** The job that is being mended, so that it is not in its own way. */
  job: jobId.exactOptional(),
  application: draftApplication,
  levelsRaisedTo: z.record(z.string(), levelId).exactOptional(),
}

export const precheckRequest = z.strictObject(drafted)

/** `POST /api/jobs/precheck`: what submitting now would bring, with nothing recorded and nothing asked of anybody. */
export type PrecheckAnswer = {
  readonly missing: readonly NeededPart[]
  readonly permits: readonly PlannedPermit[]
  readonly refusals: readonly AnsweredRefusal[]
  readonly names: AnswerNames
}

export const substitutesRequest = z.strictObject({
  ...drafted,
  part: z.enum(['crew', 'guardian', 'gas-analyst']),
  duties: z.array(dutyId).max(40),
  replaced: personId.nullable(),
  search: z.string().trim().max(60),
})

/** How a colleague is told from others of the same name. */
export type PersonCard = {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly department: string
  readonly unit: string
  readonly shiftTeam: string | null
  readonly employer: string
  readonly employerName: string
  readonly employment: 'active' | 'left' | 'frozen'
}

/** `POST /api/jobs/substitutes`: colleagues for one part of a job, each judged, best first. */
export type SubstitutesAnswer = {
  readonly qualified: Substitutes['qualified']
  readonly unfit: readonly { readonly person: string; readonly refusals: readonly AnsweredRefusal[] }[]
  readonly people: { readonly [person: string]: PersonCard }
  readonly names: AnswerNames
}
