import type { EvidenceId, JobId, OperationId, PersonId, PlaceId, PointId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'

export const pointKinds = ['valve', 'breaker', 'blind', 'drain', 'vent', 'removed-section', 'mechanical-block'] as const
export type PointKind = (typeof pointKinds)[number]

export const energyKinds = ['electric', 'process-medium', 'steam', 'pneumatic', 'hydraulic', 'mechanical'] as const
export type EnergyKind = (typeof energyKinds)[number]

/** Where energy can be cut off: one valve, breaker or blind of the register, with the number on its tag. */
export type IsolationPoint = {
  readonly id: PointId
  readonly place: PlaceId
  readonly number: string
  readonly name: string
  readonly kind: PointKind
  readonly energy: EnergyKind
  /** Work at this place of these kinds needs the point, whether or not the job names it. */
  readonly alwaysFor: readonly OperationId[]
}

/** Locked and tagged: by whom, with which lock, and who carries the key. */
export type Isolation = {
  readonly job: JobId
  readonly by: PersonId
  readonly at: EpochMs
  readonly lockNumber: string
  readonly tagNumber: string
  readonly keyHolder: PersonId
  readonly picture?: EvidenceId
}

/** Somebody tried to start it, or measured, and another watched. */
export type TryOut = {
  readonly by: PersonId
  readonly witness: PersonId
  readonly at: EpochMs
  readonly picture?: EvidenceId
}

/** Only `proven` lets work begin: a lock that nobody tried out is a hope. */
export type PointCondition =
  | { readonly at: 'in-service' }
  | { readonly at: 'isolated'; readonly isolation: Isolation }
  | { readonly at: 'live'; readonly isolation: Isolation; readonly tryOut: TryOut }
  | { readonly at: 'proven'; readonly isolation: Isolation; readonly tryOut: TryOut }

/** A point as its events have left it: its condition, and the jobs that named it. */
export type PointState = { readonly condition: PointCondition; readonly namedBy: readonly JobId[] }

export const untouchedPoint: PointState = { condition: { at: 'in-service' }, namedBy: [] }

/** What a decision about a job sees of a point. */
export type NeededPoint = Pick<IsolationPoint, 'id' | 'alwaysFor'> & {
  readonly isNamed: boolean
  readonly condition: PointCondition['at']
  readonly revision: string
}
