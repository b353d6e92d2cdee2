import type { JobId } from '#core/ids.ts'
import type { RecordedJob } from '#core/job/job.ts'
import type { Tx } from '../store/database.ts'

/** The ledger's lines of one job, one for each of its permits. */
export const toPermitRows = (jobId: JobId, { status, record }: RecordedJob) => {
  const { application, permits, submittedAt, approvals } = record
  return permits.map(({ id, number, operation, level, risk }) => ({
    permit_id: id,
    job_id: jobId,
    number,
    operation,
    level,
    risk,
    status,
    place_id: application.place,
    place_detail: application.placeDetail,
    content: application.content,
    applied_at: submittedAt,
    window_from: application.window.from,
    window_to: application.window.to,
    applicant: application.applicant,
    work_unit: application.workUnit,
    leader: application.leader,
    guardians: application.guardians,
    workers: application.crew.map(({ person }) => person),
    approvers: [...new Set(approvals.flatMap(({ permit, by }) => (permit === id ? [by] : [])))],
  }))
}

type PermitRow = ReturnType<typeof toPermitRows>[number]

/** A job that was mended has other permits than before; the former ones were never issued and leave the ledger. */
export const replacePermits = async (tx: Tx, jobId: JobId, rows: readonly PermitRow[]): Promise<void> => {
  await tx.query('delete from permits where plant_id = $1 and job_id = $2 and not permit_id = any($3)', [
    tx.plantId,
    jobId,
    rows.map(({ permit_id }) => permit_id),
  ])
  await insertPermits(tx, rows)
}

export const insertPermits = async (tx: Tx, rows: readonly PermitRow[]): Promise<void> => {
  if (rows.length === 0) return
  await tx.query(
    `insert into permits (plant_id, permit_id, job_id, number, operation, level, risk, status, place_id, place_detail, content, applied_at,
       window_from, window_to, applicant, work_unit, leader, guardians, workers, approvers)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r(permit_id text, job_id text, number text, operation text, level text, risk text,
       status text, place_id text, place_detail text, content text, applied_at bigint, window_from bigint, window_to bigint, applicant text,
       work_unit text, leader text, guardians text[], workers text[], approvers text[])
     on conflict (plant_id, permit_id) do update set level = excluded.level, risk = excluded.risk, status = excluded.status,
       place_id = excluded.place_id, place_detail = excluded.place_detail, content = excluded.content, applied_at = excluded.applied_at,
       window_from = excluded.window_from, window_to = excluded.window_to, applicant = excluded.applicant, work_unit = excluded.work_unit,
       leader = excluded.leader, guardians = excluded.guardians, workers = excluded.workers, approvers = excluded.approvers`,
    [tx.plantId, JSON.stringify(rows)],
  )
}
