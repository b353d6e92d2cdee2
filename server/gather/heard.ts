import type { Facts } from '#core/job/facts.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

/** When each guardian of the job was last heard from a place that leaves no doubt. */
export const gatherHeard = async (tx: Tx, jobId: string): Promise<NonNullable<Facts['heard']>> =>
  (await gatherHeardOf(tx, [jobId])).get(jobId) ?? {}

export const gatherHeardOf = async (
  tx: Tx,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<Facts['heard']>>> => {
  const { rows } = await tx.query<{ job_id: string; person_id: string; placed_at: EpochMs }>(
    'select job_id, person_id, placed_at from guardian_heard where plant_id = $1 and job_id = any($2) and placed_at is not null',
    [tx.plantId, [...jobIds]],
  )
  const byJob = new Map<string, { [person: string]: EpochMs }>()
  for (const { job_id, person_id, placed_at } of rows)
    byJob.set(job_id, { ...byJob.get(job_id), [person_id]: placed_at })
  return byJob
}
