import type { JobId, PersonId } from '#core/ids.ts'
import { distanceMetres, type Position } from '#core/place/position.ts'
import { minuteMs, type EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './database.ts'

export type Heard = {
  readonly job: JobId
  readonly person: PersonId
  readonly at: EpochMs
  readonly position: Position | null
  /** Whether this sign of life says without doubt where the guardian is. */
  readonly isPlaced: boolean
}

const trackEveryMinutes = 5
const trackStepMetres = 25
const trackPointsMax = 300

/** Keeps the last sign of life, and a point of the way where the guardian moved on or some minutes have passed. */
export const keepHeard = async (tx: Tx, { job, person, at, position, isPlaced }: Heard): Promise<void> => {
  await tx.query(
    `insert into guardian_heard (plant_id, job_id, person_id, heard_at, placed_at, position) values ($1, $2, $3, $4, $5, $6)
     on conflict (plant_id, job_id, person_id) do update set heard_at = greatest(guardian_heard.heard_at, excluded.heard_at),
       placed_at = greatest(guardian_heard.placed_at, excluded.placed_at), position = coalesce(excluded.position, guardian_heard.position)`,
    [tx.plantId, job, person, at, isPlaced ? at : null, position],
  )
  if (position) await keepTrack(tx, job, person, at, position)
}

const keepTrack = async (tx: Tx, job: JobId, person: PersonId, at: EpochMs, position: Position): Promise<void> => {
  const { rows } = await tx.query<{ at: EpochMs; position: Position }>(
    'select at, position from guardian_track where plant_id = $1 and job_id = $2 and person_id = $3 order by at desc limit 1',
    [tx.plantId, job, person],
  )
  const [last] = rows
  if (last && at - last.at < trackEveryMinutes * minuteMs && distanceMetres(last.position, position) < trackStepMetres)
    return
  await tx.query(
    'insert into guardian_track (plant_id, job_id, person_id, at, position) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [tx.plantId, job, person, at, position],
  )
  await tx.query(
    `delete from guardian_track where plant_id = $1 and job_id = $2 and person_id = $3 and at < (
       select min(at) from (select at from guardian_track where plant_id = $1 and job_id = $2 and person_id = $3 order by at desc limit ${trackPointsMax}) kept)`,
    [tx.plantId, job, person],
  )
}
