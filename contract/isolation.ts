import { z } from 'zod'
import type { JobId } from '#core/ids.ts'
import { energyKinds, pointKinds, type IsolationPoint, type PointCondition } from '#core/isolation/point.ts'
import type { PointCommand } from '#core/isolation/decide-point.ts'
import type { JobStatus } from '#core/job/job.ts'
import type { AnswerNames } from './names.ts'
import { equipmentId, evidenceId, instant, jobId, operationId, personId, placeId, shortText } from './values.ts'

const issued = { occurredAt: instant, job: jobId }
const picture = evidenceId.exactOptional()

/** What somebody asks of an isolation point; the session says who asks. */
export const pointCommandRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('NamePoint'), ...issued }),
  z.strictObject({ type: z.literal('UnnamePoint'), ...issued }),
  z.strictObject({
    type: z.literal('IsolatePoint'),
    ...issued,
    lockNumber: shortText,
    tagNumber: shortText,
    keyHolder: personId,
    picture,
  }),
  z.strictObject({ type: z.literal('TryOutPoint'), ...issued, witness: personId, isDead: z.boolean(), picture }),
  z.strictObject({ type: z.literal('HandOverKey'), ...issued, to: personId }),
  z.strictObject({ type: z.literal('RestorePoint'), ...issued }),
])
export type PointCommandRequest = z.output<typeof pointCommandRequest>

type Asked<C> = C extends unknown ? Omit<C, 'by'> : never
/** Fails to compile when the request and the command differ. */
export const asPointCommand = (request: PointCommandRequest): Asked<PointCommand> => request

/** A new row of the register. */
export const newPointRequest = z.strictObject({
  id: equipmentId,
  place: placeId,
  number: shortText,
  name: shortText,
  kind: z.enum(pointKinds),
  energy: z.enum(energyKinds),
  alwaysFor: z.array(operationId).max(20),
})

export type PointView = IsolationPoint & {
  readonly condition: PointCondition
  readonly reliers: readonly { readonly job: JobId; readonly status: JobStatus; readonly content: string }[]
}

/** The register of the plant. */
export type IsolationRegister = { readonly points: readonly PointView[]; readonly names: AnswerNames }

/** The points around one job: what it needs, and what else its place offers to be named. */
export type IsolationOfJob = {
  readonly points: readonly (PointView & { readonly isNamed: boolean; readonly isNeeded: boolean })[]
  readonly names: AnswerNames
  /** Whom the screen offers as witness or key holder: the people of the job, and whoever asks. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
}
