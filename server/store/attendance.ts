import type { AttendanceRequest } from '#contract/attendance.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './database.ts'

/** Who of the named people is not known to the plant. */
export const unknownPeopleIn = async (tx: Tx, { stretches }: AttendanceRequest): Promise<ReadonlySet<string>> => {
  const named = [...new Set(stretches.map(({ person }) => person))]
  const { rows } = await tx.query<{ person_id: string }>(
    'select person_id from people where plant_id = $1 and person_id = any($2)',
    [tx.plantId, named],
  )
  return new Set(named).difference(new Set(rows.map(({ person_id }) => person_id)))
}

/** A stretch that has its end already does not lose it when its begin is told once more. */
export const keepAttendance = async (tx: Tx, { source, stretches }: AttendanceRequest, now: EpochMs): Promise<void> => {
  await tx.query(
    `insert into attendance (plant_id, person_id, from_at, to_at, source, told_at)
     select distinct on (person, "from") $1, person, "from", "to", $3, $4
     from jsonb_to_recordset($2::jsonb) as r(person text, "from" bigint, "to" bigint) order by person, "from", "to" desc nulls last
     on conflict (plant_id, person_id, from_at) do update
       set to_at = coalesce(excluded.to_at, attendance.to_at), source = excluded.source, told_at = excluded.told_at`,
    [tx.plantId, JSON.stringify(stretches), source, now],
  )
}
