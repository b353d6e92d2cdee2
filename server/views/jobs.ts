import { blindOf } from '#core/blinds/blind.ts'
import { activitiesOf } from '#core/job/activities.ts'
import { obligations } from '#core/job/obligations.ts'
import type { JobId } from '#core/ids.ts'
import type { Job, RecordedJob } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { replacePermits, toPermitRows } from './permit-rows.ts'
import { toObligationRow } from './obligation-rows.ts'

/** Writes the job's line on the board and its duties, in the transaction that changed it. Both can be rebuilt. */
export const projectJob = async (
  tx: Tx,
  jobId: JobId,
  job: Job,
  version: number,
  rulebook: Rulebook | null,
  now: EpochMs,
): Promise<void> => {
  // Without its rules nobody can tell a job's duties; those that were known stay as they are.
  if (rulebook) await replaceObligations(tx, jobId, job, rulebook)
  if (!('record' in job)) return
  await insertJobs(tx, [toJobRow(jobId, job, version, now)])
  await replacePermits(tx, jobId, toPermitRows(jobId, job))
}

export const toJobRow = (jobId: JobId, job: RecordedJob, version: number, updatedAt: EpochMs) => {
  const { status, record } = job
  const { application, permits, stop } = record
  const risks = permits.map(({ risk }) => risk).toSorted()
  return {
    job_id: jobId,
    status,
    version,
    place_id: application.place,
    window_from: application.window.from,
    window_to: application.window.to,
    highest_risk: risks.at(-1) ?? 'L1',
    leader: application.leader,
    guardians: application.guardians,
    workers: application.crew.map(({ person }) => person),
    permits,
    rulebook: record.rulebook,
    content: application.content,
    duty: record.duty.flatMap(({ signIn: { person }, presence, endedAt }) =>
      endedAt === null ? [{ person, presence: presence.slice(-1) }] : [],
    ),
    work: record.work,
    stopped_since: stop?.occurredAt ?? null,
    stop_reason: stop?.reason ?? null,
    blind: blindOf(job),
    activities: activitiesOf(application),
    urgent_reason: application.urgentReason?.trim() || null,
    updated_at: updatedAt,
  }
}

/** Lines of the board; a line that has moved on already stays as it is. */
export const insertJobs = async (tx: Tx, rows: readonly ReturnType<typeof toJobRow>[]): Promise<void> => {
  await tx.query(
    `insert into jobs (plant_id, job_id, status, version, place_id, window_from, window_to, highest_risk, leader, guardians, workers, permits, content, stopped_since, stop_reason, duty, rulebook, work, blind, activities, urgent_reason, updated_at)
     select $1, r.* from jsonb_to_recordset($2::jsonb)
       as r(job_id text, status text, version integer, place_id text, window_from bigint, window_to bigint, highest_risk text, leader text, guardians text[], workers text[], permits jsonb, content text, stopped_since bigint, stop_reason text, duty jsonb, rulebook jsonb, work jsonb, blind text, activities text[], urgent_reason text, updated_at bigint)
     on conflict (plant_id, job_id) do update set status = excluded.status, version = excluded.version, place_id = excluded.place_id, window_from = excluded.window_from,
       window_to = excluded.window_to, highest_risk = excluded.highest_risk, leader = excluded.leader, guardians = excluded.guardians, workers = excluded.workers,
       permits = excluded.permits, content = excluded.content, stopped_since = excluded.stopped_since, stop_reason = excluded.stop_reason, duty = excluded.duty, rulebook = excluded.rulebook, work = excluded.work, blind = excluded.blind, activities = excluded.activities, urgent_reason = excluded.urgent_reason, updated_at = excluded.updated_at
     where jobs.version < excluded.version`,
    [tx.plantId, JSON.stringify(rows)],
  )
}

const replaceObligations = async (tx: Tx, jobId: JobId, job: Job, rulebook: Rulebook): Promise<void> => {
  await tx.query('delete from obligations where plant_id = $1 and stream_id = $2', [tx.plantId, jobId])
  await insertObligations(tx, toObligationRows(jobId, job, rulebook))
}

type StreamObligationRow = ReturnType<typeof toObligationRows>[number]

export const toObligationRows = (jobId: JobId, job: Job, rulebook: Rulebook) =>
  obligations(job, rulebook).map((duty) => ({ stream_id: jobId, ...toObligationRow(duty) }))

export const insertObligations = async (tx: Tx, rows: readonly StreamObligationRow[]): Promise<void> => {
  if (rows.length === 0) return
  await tx.query(
    `insert into obligations (plant_id, stream_id, key, kind, hold_point, operation, permit, step, note, about_person, escalate_authority, escalate_of, assignee_person, assignee_authority, assignee_of, opens_at, due_at, late_at, met_at, met_by, lapsed_at)
     select $1, r.* from jsonb_to_recordset($2::jsonb)
       as r(stream_id text, key text, kind text, hold_point text, operation text, permit text, step text, note text, about_person text, escalate_authority text, escalate_of text, assignee_person text, assignee_authority text, assignee_of text, opens_at bigint, due_at bigint, late_at bigint, met_at bigint, met_by text, lapsed_at bigint)`,
    [tx.plantId, JSON.stringify(rows)],
  )
}
