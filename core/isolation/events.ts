import type { EvidenceId, JobId, PersonId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { PointState } from './point.ts'

type Done = { readonly by: PersonId; readonly occurredAt: EpochMs; readonly job: JobId }

/** What happened at one isolation point. Append-only, like the history of a job. */
export type PointEvent =
  | (Done & { readonly type: 'PointNamed' })
  | (Done & { readonly type: 'PointUnnamed' })
  | (Done & {
      readonly type: 'PointIsolated'
      readonly lockNumber: string
      readonly tagNumber: string
      readonly keyHolder: PersonId
      readonly picture?: EvidenceId
    })
  | (Done & {
      readonly type: 'PointTriedOut'
      readonly witness: PersonId
      readonly isDead: boolean
      readonly picture?: EvidenceId
    })
  | (Done & { readonly type: 'KeyHandedOver'; readonly to: PersonId })
  | (Done & { readonly type: 'PointRestored' })

/** Folds one event. Total: what does not fit leaves the point as it is. */
export const evolvePoint = (point: PointState, event: PointEvent): PointState => {
  const { condition, namedBy } = point
  switch (event.type) {
    case 'PointNamed':
      return { ...point, namedBy: [...new Set([...namedBy, event.job])] }
    case 'PointUnnamed':
      return { ...point, namedBy: namedBy.filter((job) => job !== event.job) }
    case 'PointIsolated': {
      const { job, by, occurredAt: at, lockNumber, tagNumber, keyHolder, picture } = event
      const isolation = { job, by, at, lockNumber, tagNumber, keyHolder, ...(picture ? { picture } : {}) }
      return { ...point, condition: { at: 'isolated', isolation } }
    }
    case 'PointTriedOut': {
      if (condition.at === 'in-service') return point
      const { by, witness, occurredAt: at, isDead, picture } = event
      const tryOut = { by, witness, at, ...(picture ? { picture } : {}) }
      return { ...point, condition: { at: isDead ? 'proven' : 'live', isolation: condition.isolation, tryOut } }
    }
    case 'KeyHandedOver':
      return condition.at === 'in-service'
        ? point
        : { ...point, condition: { ...condition, isolation: { ...condition.isolation, keyHolder: event.to } } }
    case 'PointRestored':
      return { ...point, condition: { at: 'in-service' } }
  }
}
