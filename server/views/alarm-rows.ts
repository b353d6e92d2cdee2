import { createHash } from 'node:crypto'
import type { Alarm, AlarmCode, AlarmResult } from '#core/alarms/alarm.ts'
import type { JobId, PermitId, PersonId } from '#core/ids.ts'
import type { Owner } from '#core/job/refusal.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

/** An alarm as the table keeps it. */
export type AlarmRow = {
  readonly alarm_id: string
  readonly job_id: JobId
  readonly key: string
  readonly code: AlarmCode
  readonly owner: Owner
  /** The ticket that it names towards the park; null while no application was accepted. */
  readonly permit_id: PermitId | null
  readonly started_at: EpochMs
  readonly ended_at: EpochMs | null
  readonly result: AlarmResult | null
  readonly ended_by: PersonId | null
  readonly note: string
}

/** A UUID (version 8) that is the same for the same alarm for ever, whoever works it out. */
export const alarmIdOf = (plantId: string, jobId: string, key: string): string => {
  const bytes = createHash('sha256')
    .update(JSON.stringify([plantId, jobId, key]))
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const toAlarmRow = (plantId: string, jobId: JobId, permit: PermitId | null, alarm: Alarm): AlarmRow => ({
  alarm_id: alarmIdOf(plantId, jobId, alarm.key),
  job_id: jobId,
  key: alarm.key,
  code: alarm.code,
  owner: alarm.owner,
  permit_id: permit,
  started_at: alarm.startedAt,
  ended_at: alarm.end?.at ?? null,
  result: alarm.end?.result ?? null,
  ended_by: alarm.end?.by ?? null,
  note: alarm.end?.note ?? '',
})

const columns =
  'alarm_id text, job_id text, key text, code text, owner text, permit_id text, started_at bigint, ended_at bigint, result text, ended_by text, note text'

export const insertAlarms = async (tx: Tx, rows: readonly AlarmRow[]): Promise<void> => {
  if (rows.length === 0) return
  await tx.query(
    `insert into alarms (plant_id, alarm_id, job_id, key, code, owner, permit_id, started_at, ended_at, result, ended_by, note)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r(${columns})
     on conflict (plant_id, alarm_id) do update set owner = excluded.owner, permit_id = excluded.permit_id, started_at = excluded.started_at,
       ended_at = excluded.ended_at, result = excluded.result, ended_by = excluded.ended_by, note = excluded.note`,
    [tx.plantId, JSON.stringify(rows)],
  )
}

/**
 * The job's alarms as they are now. One that had begun by the time and is no longer derived was answered by a record that came
 * late: it stays, ended as such. One that only would have begun is gone. Answers the rows that have begun.
 */
export const replaceAlarms = async (
  tx: Tx,
  jobId: JobId,
  rows: readonly AlarmRow[],
  now: EpochMs,
): Promise<readonly AlarmRow[]> => {
  await insertAlarms(tx, rows)
  const ids = rows.map(({ alarm_id }) => alarm_id)
  await tx.query(
    'delete from alarms where plant_id = $1 and job_id = $2 and started_at > $3 and not alarm_id = any($4)',
    [tx.plantId, jobId, now, ids],
  )
  const late = await tx.query<AlarmRow>(
    `update alarms set ended_at = $3, result = 'reported-late'
     where plant_id = $1 and job_id = $2 and ended_at is null and started_at <= $3 and not alarm_id = any($4)
     returning ${columns.replaceAll(/ (text|bigint)/g, '')}`,
    [tx.plantId, jobId, now, ids],
  )
  return [...rows.filter(({ started_at }) => started_at <= now), ...late.rows]
}
