import type { Facts } from './facts.ts'
import type { JobRecord } from './job.ts'
import type {
  CloseOutPoint,
  GasTestPoint,
  GuardianPoint,
  HoldPoint,
  HoldPointKind,
  SnapshotPoint,
  VentilationPoint,
  WitnessedCheckPoint,
} from '../rulebook/hold-point.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { holdPointOrder } from '../rulebook/hold-point.ts'
import { assessHoldPoint } from './assess-hold-point.ts'
import type { Refusal } from './refusal.ts'

export type ApplyingPoint =
  | WitnessedCheckPoint
  | GasTestPoint
  | VentilationPoint
  | GuardianPoint
  | SnapshotPoint
  | CloseOutPoint
type PointOf<K extends HoldPointKind> = Extract<ApplyingPoint, { kind: K }>

const isApplyingOf = <K extends HoldPointKind>(point: HoldPoint, kind: K): point is PointOf<K> =>
  point.kind === kind && point.applies

/** The hold points of one kind that the job's permits ask for; a job with two permits may have two of a kind. */
export const pointsOf = <K extends HoldPointKind>(
  kind: K,
  { permits }: Pick<JobRecord, 'permits'>,
  rulebook: Rulebook,
): readonly PointOf<K>[] =>
  permits.flatMap(
    ({ operation }) => rulebook.operations[operation]?.holdPoints.filter((point) => isApplyingOf(point, kind)) ?? [],
  )

/** How often the air is recorded while work goes on: the strictest that one of the permits asks for at its level. */
export const gasRecordMinutes = ({ permits }: Pick<JobRecord, 'permits'>, rulebook: Rulebook): number | null =>
  strictest(
    permits.flatMap((permit) =>
      pointsOf('gas-test', { permits: [permit] }, rulebook).flatMap(({ recordEveryMinutes: every }) =>
        every && (every.levels === undefined || every.levels.includes(permit.level)) ? [every.value] : [],
      ),
    ),
  )

/** Of two limits of the same kind the stricter counts for the job. */
export const strictest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.min(...values)

/** How far from the place somebody may still be at the site of the job; null where nothing says so. */
export const fenceMetresMaxOf = (record: Pick<JobRecord, 'permits'>, rulebook: Rulebook): number | null =>
  strictest(pointsOf('guardian-sign-in', record, rulebook).map(({ fenceMetresMax }) => fenceMetresMax.value))

export type HoldPointState = {
  readonly kind: HoldPointKind
  readonly state: 'not-applicable' | 'waiting' | 'open' | 'met'
  readonly refusals: readonly Refusal[]
}

/**
 * How far the job has come on its track. The three before the start open one after the other; snapshots are open while
 * work goes on; the close-out opens when the work is finished.
 */
export const holdPointStates = (
  record: JobRecord,
  phase: 'before' | 'during' | 'after',
  rulebook: Rulebook,
  facts: Facts,
): readonly HoldPointState[] => {
  let isOpen = true
  const isAsked = (kind: HoldPointKind): boolean => pointsOf(kind, record, rulebook).length > 0
  // An operation without checks of its own says nothing of them.
  const spokenOf = holdPointOrder.filter((kind) => kind !== 'witnessed-check' || isAsked(kind))
  return spokenOf.map((kind): HoldPointState => {
    if (!isAsked(kind)) return { kind, state: 'not-applicable', refusals: [] }
    if (kind === 'snapshot')
      return { kind, state: phase === 'before' ? 'waiting' : phase === 'during' ? 'open' : 'met', refusals: [] }
    if (kind === 'close-out') {
      const refusals = phase === 'after' ? assessHoldPoint(kind, record, rulebook, facts) : []
      return { kind, state: phase !== 'after' ? 'waiting' : refusals.length > 0 ? 'open' : 'met', refusals }
    }
    // Work has gone on and ended, so it was met; that the sample is old by now says nothing against it.
    if (phase === 'after') return { kind, state: 'met', refusals: [] }
    const refusals = assessHoldPoint(kind, record, rulebook, facts)
    const state = refusals.length === 0 ? 'met' : isOpen ? 'open' : 'waiting'
    if (refusals.length > 0) isOpen = false
    return { kind, state, refusals }
  })
}
