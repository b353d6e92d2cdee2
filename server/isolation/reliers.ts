import type { JobId, PointId } from '#core/ids.ts'
import type { JobStatus } from '#core/job/job.ts'
import type { Tx } from '../store/database.ts'

export type Relier = { readonly job: JobId; readonly status: JobStatus; readonly content: string }

type Row = { point_id: PointId; job: JobId; status: JobStatus; content: string }

/** Who relies on each point: open jobs that named it, and open jobs at its place of a kind that always needs it. */
export const readReliers = async (
  tx: Tx,
  points: readonly PointId[],
): Promise<{ readonly [point: string]: readonly Relier[] }> => {
  const { rows } = await tx.query<Row>(
    `select p.point_id, j.job_id as job, j.status, j.content
     from isolation_points p join jobs j on j.plant_id = p.plant_id and j.status not in ('closed', 'cancelled')
       and (j.job_id = any(p.named_by)
         or j.place_id = p.place_id and exists (select from jsonb_array_elements(j.permits) m where m ->> 'operation' = any(p.always_for)))
     where p.plant_id = $1 and p.point_id = any($2)
     order by j.window_from, j.job_id`,
    [tx.plantId, [...points]],
  )
  const reliers: { [point: string]: Relier[] } = {}
  for (const { point_id, job, status, content } of rows) (reliers[point_id] ??= []).push({ job, status, content })
  return reliers
}
