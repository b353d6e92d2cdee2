import type { JobId } from '#core/ids.ts'
import type { Tx } from '../store/database.ts'
import type { CapturedWork } from './caption.ts'

export type WorkAtSite = CapturedWork & { readonly status: string }

/** Undefined where this plant has no such job. */
export const readCapturedWork = async (tx: Tx, jobId: JobId): Promise<WorkAtSite | undefined> => {
  const { rows } = await tx.query<{
    status: string
    permits: readonly { readonly number: string }[]
    place: string
    time_zone: string
  }>(
    `select j.status, j.permits, p.name as place, n.time_zone
     from jobs j
     join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
     join plants n on n.plant_id = j.plant_id
     where j.plant_id = $1 and j.job_id = $2`,
    [tx.plantId, jobId],
  )
  const [job] = rows
  if (job === undefined) return undefined
  const permitNumbers = job.permits.map(({ number }) => number)
  return { status: job.status, permitNumbers, place: job.place, timeZone: job.time_zone }
}
