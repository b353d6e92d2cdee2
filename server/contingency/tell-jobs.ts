import type { Contingency } from '#core/contingency/contingency.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { handle, type Handling } from '../handle.ts'
import type { Tx } from '../store/database.ts'

/** Every job in the source's area learns that a fallback opened or ended, in the transaction in which it did. */
export const tellJobs = async (
  tx: Tx,
  contingency: Contingency,
  { by, occurredAt }: { readonly by: PersonId; readonly occurredAt: EpochMs },
  handling: Handling,
): Promise<void> => {
  const command: GuardedCommand =
    contingency.endedAt === null
      ? { type: 'OpenContingency', by, occurredAt, contingency }
      : { type: 'CloseContingency', by, occurredAt, contingency: contingency.id }
  for (const job of await readJobsUnder(tx, contingency)) await handle(tx, job, command, handling)
}

/** In one order, so that two who declare at the same moment wait for each other instead of for ever. */
const readJobsUnder = async (tx: Tx, { source }: Contingency): Promise<readonly JobId[]> => {
  const { rows } = await tx.query<{ job_id: JobId }>(
    `select j.job_id from jobs j
     join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
     join sources s on s.plant_id = j.plant_id and s.source_id = $2
     where j.plant_id = $1 and j.status in ('submitted', 'approved', 'active', 'suspended', 'finished')
       and (s.places = '{}' or s.places && array[p.place_id, p.facts ->> 'parent'])
     order by j.job_id`,
    [tx.plantId, source],
  )
  return rows.map(({ job_id }) => job_id)
}
