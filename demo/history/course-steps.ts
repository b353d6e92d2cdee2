import type { PersonId } from '#core/ids.ts'
import type { Decision } from '#core/job/decision.ts'
import { pointsOf } from '#core/job/hold-points-of.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Position } from '#core/place/position.ts'
import { addMinutes, type EpochMs } from '#core/time/epoch.ts'
import type { Random } from '../random.ts'
import type { LivingJob, MemoryPlant } from './memory-plant.ts'
import type { PlannedJob } from './plan-day.ts'

/** What every deed of a job needs. */
export type Course = {
  readonly plant: MemoryPlant
  readonly living: LivingJob
  readonly plan: PlannedJob
  readonly random: Random
  readonly position: Position
  readonly signature: { readonly factor: 'pin'; readonly contentHash: string; readonly position: Position }
  readonly act: (by: PersonId, command: { readonly type: string; readonly [part: string]: unknown }) => Decision
}

/** Yields the instant at which it wants to go on; whoever runs it moves the plant's clock there. */
export type Steps<R = void> = Generator<EpochMs, R, void>

export const recordOf = ({ living: { job } }: Course): JobRecord => {
  if (!('record' in job)) throw new Error('this job has not been accepted')
  return job.record
}

export function* wait({ plant }: Pick<Course, 'plant'>, minutes: number): Steps {
  yield addMinutes(plant.now(), Math.max(0, minutes))
}

export function* waitUntil({ plant }: Pick<Course, 'plant'>, at: EpochMs): Steps {
  if (at > plant.now()) yield at
}

/** Everybody and everything is counted in and out where the close-out asks for the count. */
export function* passages(course: Course, direction: 'in' | 'out'): Steps {
  const { plant, plan, act, random } = course
  const record = recordOf(course)
  const counts = pointsOf('close-out', record, plant.setting.rulebook).some(({ requires }) =>
    requires.some(({ rule }) => rule.startsWith('everything-counted-out')),
  )
  if (!counts) return
  const { crew, guardians, leader } = record.application
  const counter = guardians[0] ?? leader
  for (const { person } of crew) {
    yield* wait(course, random.between(0, 2))
    act(counter, { type: 'RecordPassage', passage: { what: { person }, direction } })
  }
  act(counter, {
    type: 'RecordPassage',
    passage: { what: { tool: plan.kind.tools, count: crew.length * 2 }, direction },
  })
}
