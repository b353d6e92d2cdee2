import { obligations } from '#core/job/obligations.ts'
import type { JobId } from '#core/ids.ts'
import type { Job } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { toObligationRow } from './obligation-rows.ts'

/** Writes the job's line on the board and its duties, in the transaction that changed it. Both can be rebuilt. */
export const projectJob = async (
  tx: Tx,
  jobId: JobId,
  job: Job,
  version: number,
  rulebook: Rulebook,
  now: EpochMs,
): Promise<void> => {
  await replaceObligations(tx, jobId, job, rulebook)
  if (!('record' in job)) return
  const { application, permits, stop } = job.record
  const risks = permits.map(({ risk }) => risk).toSorted()
  await tx.query(
    `insert into jobs (plant_id, job_id, status, version, place_id, window_from, window_to, highest_risk, leader, guardians, workers, permits, content, stopped_since, stop_reason, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16)
     on conflict (plant_id, job_id) do update set status = excluded.status, version = excluded.version, place_id = excluded.place_id, window_from = excluded.window_from,
       window_to = excluded.window_to, highest_risk = excluded.highest_risk, leader = excluded.leader, guardians = excluded.guardians, workers = excluded.workers,
       permits = excluded.permits, content = excluded.content, stopped_since = excluded.stopped_since, stop_reason = excluded.stop_reason, updated_at = excluded.updated_at
     where jobs.version < excluded.version`,
    [
      tx.plantId,
      jobId,
      job.status,
      version,
      application.place,
      application.window.from,
      application.window.to,
      risks.at(-1) ?? 'L1',
      application.leader,
      application.guardians,
      application.crew.map(({ person }) => person),
      JSON.stringify(permits),
      application.content,
      stop?.occurredAt ?? null,
      stop?.reason ?? null,
      now,
    ],
  )
}

const replaceObligations = async (tx: Tx, jobId: JobId, job: Job, rulebook: Rulebook): Promise<void> => {
  await tx.query('delete from obligations where plant_id = $1 and stream_id = $2', [tx.plantId, jobId])
  const rows = obligations(job, rulebook).map(toObligationRow)
  if (rows.length === 0) return
  await tx.query(
    `insert into obligations (plant_id, stream_id, key, kind, hold_point, operation, permit, assignee_person, assignee_authority, assignee_of, opens_at, due_at, late_at, met_at, met_by, lapsed_at)
     select $1, $2, r.* from jsonb_to_recordset($3::jsonb)
       as r(key text, kind text, hold_point text, operation text, permit text, assignee_person text, assignee_authority text, assignee_of text, opens_at bigint, due_at bigint, late_at bigint, met_at bigint, met_by text, lapsed_at bigint)`,
    [tx.plantId, jobId, JSON.stringify(rows)],
  )
}
