import type { AlarmLine, AlarmPage, AlarmQuery } from '#contract/alarms.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { unitNames } from './unit-names.ts'

const linesPerPage = 100

/** Where each part of a job names its people. */
const ownerNames = `coalesce((select array_agg(who.name order by who.person_id) from people who where who.plant_id = $1 and who.person_id = any(
  case a.owner when 'leader' then array[j.leader] when 'guardian' then j.guardians else '{}'::text[] end)), '{}')`

const source = `from alarms a left join jobs j on j.plant_id = a.plant_id and j.job_id = a.job_id
  left join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
  left join ${unitNames} u on u.unit = p.facts ->> 'unit'
  where a.plant_id = $1 and a.started_at <= $2`
const conditions = `and ($3::text is null or a.code = $3) and ($4::text is null or p.facts ->> 'unit' = $4)
  and ($5 = 'all' or ($5 = 'open') = (a.ended_at is null))`

/** The plant's alarms that have begun. What time alone began is among them, because its beginning was written ahead. */
export const readAlarmPage = async (
  tx: Tx,
  { code, unit, state, after }: AlarmQuery,
  now: EpochMs,
): Promise<AlarmPage> => {
  const asked = [tx.plantId, now, code ?? null, unit ?? null, state]
  const [at = '', id = ''] = after?.split('.') ?? []
  const behind = /^\d+$/.test(at)
    ? { sql: 'and (a.started_at, a.alarm_id) < ($6::bigint, $7)', values: [at, id] }
    : null
  const [{ rows }, codes, units, open] = await Promise.all([
    tx.query<AlarmLine>(
      `select a.alarm_id as id, a.code, a.job_id as job, j.content, p.name as place, coalesce(u.name, p.facts ->> 'unit') as unit, a.owner,
         ${ownerNames} as owners, a.started_at as "startedAt", a.ended_at as "endedAt", a.result, a.note,
         (select name from people by where by.plant_id = $1 and by.person_id = a.ended_by) as "endedBy",
         (select number from permits t where t.plant_id = $1 and t.permit_id = a.permit_id) as number
       ${source} ${conditions} ${behind?.sql ?? ''} order by a.started_at desc, a.alarm_id desc limit ${linesPerPage}`,
      [...asked, ...(behind?.values ?? [])],
    ),
    tx.query<AlarmPage['codes'][number]>(
      `select a.code as value, count(*) as count ${source} ${conditions} group by a.code order by 1`,
      asked,
    ),
    tx.query<AlarmPage['units'][number]>(
      `select p.facts ->> 'unit' as value, max(coalesce(u.name, p.facts ->> 'unit')) as name, count(*) as count ${source} ${conditions} and p.facts ->> 'unit' is not null group by 1 order by 1`,
      asked,
    ),
    tx.query<{ count: number }>(`select count(*) as count ${source} and a.ended_at is null`, [tx.plantId, now]),
  ])
  const last = rows.at(-1)
  return {
    now,
    lines: rows,
    after: rows.length < linesPerPage || !last ? null : `${last.startedAt}.${last.id}`,
    open: open.rows[0]?.count ?? 0,
    codes: codes.rows,
    units: units.rows,
  }
}

/** Of which job and under which key an alarm is; undefined where there is none that has begun. */
export const findAlarm = async (
  tx: Tx,
  alarmId: string,
  now: EpochMs,
): Promise<{ readonly job: string; readonly key: string; readonly isOpen: boolean } | undefined> => {
  const { rows } = await tx.query<{ job: string; key: string; isOpen: boolean }>(
    `select job_id as job, key, ended_at is null as "isOpen" from alarms where plant_id = $1 and alarm_id = $2 and started_at <= $3`,
    [tx.plantId, alarmId, now],
  )
  return rows[0]
}
