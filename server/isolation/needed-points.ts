import type { JobId, PlaceId } from '#core/ids.ts'
import type { NeededPoint } from '#core/isolation/point.ts'
import type { Tx } from '../store/database.ts'
import { readPointsAround } from './point-rows.ts'

/** What a decision about a job has to know of the points around it. */
export const gatherNeededPoints = async (tx: Tx, job: string, place: PlaceId): Promise<readonly NeededPoint[]> =>
  (await readPointsAround(tx, job, place)).map(({ id, alwaysFor, namedBy, condition, version }) => ({
    id,
    alwaysFor,
    isNamed: namedBy.includes(job as JobId),
    condition: condition.at,
    revision: `point:${id}@${version}`,
  }))
