import type { JobId, PersonId } from '#core/ids.ts'
import { handle, type Handling } from '../handle.ts'
import type { Tx } from '../store/database.ts'

/** Whoever turns out to have worked elsewhere before is tired sooner: the jobs that they are at now foresee it anew. */
export const tellJobsOfLabour = async (tx: Tx, people: readonly PersonId[], handling: Handling): Promise<void> => {
  const { rows } = await tx.query<{ job_id: JobId; leader: PersonId }>(
    `select job_id, leader from jobs where plant_id = $1 and status = 'active' and (workers && $2 or guardians && $2)
     order by job_id`,
    [tx.plantId, [...people]],
  )
  for (const { job_id, leader } of rows)
    await handle(tx, job_id, { type: 'ForeseeRest', by: leader, occurredAt: handling.clock() }, handling)
}
