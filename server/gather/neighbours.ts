import { id, type JobId, type PersonId } from '#core/ids.ts'
import type { Engagement, Neighbour, PlaceFacts } from '#core/job/facts.ts'
import { distanceBetweenRingsMetres } from '#core/place/position.ts'
import { dikeOf } from '#core/rules/place/no-neighbour-conflicts.ts'
import { epochMs } from '#core/time/epoch.ts'
import type { Window } from '#core/time/window.ts'
import type { Tx } from '../store/database.ts'

type JobRow = {
  job_id: string
  status: string
  place_id: string
  window_from: number
  window_to: number
  permits: { operation: string }[]
  guardians: string[]
  workers: string[]
  activities: string[]
  pipe: string | null
  place: Omit<PlaceFacts, 'id'>
}

/** Jobs that still bind people and places, and overlap in time. */
const overlapping = `
  select j.job_id, j.status, j.place_id, j.window_from, j.window_to, j.permits, j.guardians, j.workers, j.activities,
    coalesce(b.pipe, p.facts ->> 'pipe') as pipe, p.facts as place
  from jobs j join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
    left join blinds b on b.plant_id = j.plant_id and b.number = j.blind
  where j.plant_id = $1 and j.job_id <> $2 and j.status in ('submitted', 'approved', 'active', 'suspended')
    and j.window_from < $4 and $3 < j.window_to`

const readOverlapping = async (tx: Tx, job: string, { from, to }: Window): Promise<readonly JobRow[]> =>
  (await tx.query<JobRow>(overlapping, [tx.plantId, job, from, to])).rows

export const gatherNeighbours = async (
  tx: Tx,
  job: string,
  window: Window,
  place: PlaceFacts,
): Promise<readonly Neighbour[]> =>
  (await readOverlapping(tx, job, window)).map((row) => ({
    job: id(row.job_id),
    operations: row.permits.map(({ operation }) => id(operation)),
    place: id(row.place_id),
    window: { from: epochMs(row.window_from), to: epochMs(row.window_to) },
    distanceMetres: metresBetween(place.fence, row.place.fence),
    isSamePlace: isSamePlace(place, row),
    activities: row.activities,
    ...(row.pipe === null ? {} : { pipe: row.pipe }),
    ...withDike(row.place),
  }))

export const gatherEngagements = async (
  tx: Tx,
  job: string,
  window: Window,
  people: readonly PersonId[],
): Promise<readonly Engagement[]> =>
  (await readOverlapping(tx, job, window)).flatMap((row) => {
    const common = {
      job: id<JobId>(row.job_id),
      state: row.status === 'active' ? 'present' : 'planned',
      window: { from: epochMs(row.window_from), to: epochMs(row.window_to) },
    } as const
    return people.flatMap((person): readonly Engagement[] => [
      ...(row.guardians.includes(person) ? [{ ...common, person, as: 'guardian' as const }] : []),
      ...(row.workers.includes(person) ? [{ ...common, person, as: 'worker' as const }] : []),
    ])
  })

/** A place that nobody has drawn has no distance; that is not the same as being far away. */
const metresBetween = (one: PlaceFacts['fence'] | undefined, other: PlaceFacts['fence'] | undefined): number | null =>
  one && other && one.length >= 3 && other.length >= 3 ? distanceBetweenRingsMetres(one, other) : null

/** A tray is the same vessel as the column that it is in; two vessels of one workshop are two. */
const isSamePlace = ({ id: here, kind, parent }: PlaceFacts, { place_id, place }: JobRow): boolean =>
  place_id === here ||
  (kind === 'confined-space' && place.kind === 'confined-space' && (place.parent === here || parent === place_id))

const withDike = (place: JobRow['place']): Pick<Neighbour, 'dike'> => {
  const dike = dikeOf(place)
  return dike === undefined ? {} : { dike }
}
