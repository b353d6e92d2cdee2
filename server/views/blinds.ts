import type { BlindRegister } from '#contract/blinds.ts'
import { readBlinds } from '../blinds/blind-rows.ts'
import type { JobStatus } from '#core/job/job.ts'
import type { Tx } from '../store/database.ts'
import { readNames } from './names.ts'

type OpenJob = { blind: string; job: string; content: string; status: JobStatus }

/** The whole register with the state of each blind, the permit that made it so, and the open jobs about it. */
export const readBlindRegister = async (tx: Tx): Promise<BlindRegister> => {
  const rows = await readBlinds(tx)
  const { rows: open } = await tx.query<OpenJob>(
    `select blind, job_id as job, content, status from jobs where plant_id = $1 and blind is not null and status not in ('closed', 'cancelled')
     order by window_from`,
    [tx.plantId],
  )
  const names = await readNames(tx, rows)
  return {
    blinds: rows.map(({ version: _version, job, permit, statedBy, note: _note, ...blind }) => ({
      ...blind,
      placeName: names.places[blind.place] ?? blind.place,
      by: job !== null ? { job, permit } : statedBy === null ? null : { person: names.people[statedBy] ?? statedBy },
      jobs: open
        .filter((one) => one.blind === blind.number)
        .map(({ job: id, content, status }) => ({ job: id, content, status })),
    })),
  }
}
