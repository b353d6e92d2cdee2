import type { Tx } from '../store/database.ts'

/**
 * Replays an import's changes backwards: of each subject the earliest state counts. A revision never goes back with it, so that
 * a decision made in between is not taken for one about the restored state.
 */
export const restoreBefore = async (tx: Tx, importId: string, now: number): Promise<void> => {
  for (const statement of statements) await tx.query(statement, [tx.plantId, importId])
  await tx.query('update master_changes set undone_at = $3 where plant_id = $1 and import_id = $2', [
    tx.plantId,
    importId,
    now,
  ])
}

/** The earliest state of each subject of a kind, as this import found it. */
const earliest = (kind: string, condition = 'true'): string => `
  (select distinct on (subject_id) subject_id, before from master_changes
   where plant_id = $1 and import_id = $2 and subject_kind = '${kind}' and ${condition} order by subject_id, change_id)`

const statements: readonly string[] = [
  `update people p set name = b.name, employer_id = b.employer_id, department = b.department, unit = b.unit, position_id = b.position_id, shift_team = b.shift_team,
     employment = b.employment, staff_number = b.staff_number, hired_on = b.hired_on, birth_year = b.birth_year, provenance = b.provenance, revision = p.revision + 1
   from (select subject_id, (jsonb_populate_record(null::people, before)).* from ${earliest('person')} e) b
   where p.plant_id = $1 and p.person_id = b.subject_id`,
  // Whoever had no secrets before has none again; the key goes with them.
  `delete from person_secrets s using ${earliest('person')} b
   where s.plant_id = $1 and s.person_id = b.subject_id and b.before -> 'secrets' ->> 'had_key' is distinct from 'true'`,
  `update person_secrets s set id_number = decode(b.before -> 'secrets' ->> 'id_number', 'base64'), phone = decode(b.before -> 'secrets' ->> 'phone', 'base64'),
     id_index = b.before -> 'secrets' ->> 'id_index', phone_index = b.before -> 'secrets' ->> 'phone_index'
   from ${earliest('person')} b where s.plant_id = $1 and s.person_id = b.subject_id`,
  `update credentials c set superseded_by = null, revision = c.revision + 1 from ${earliest('credential', "before ? 'superseded_by'")} b
   where c.plant_id = $1 and c.credential_id = b.subject_id`,
  `update credentials c set review_due = (b.before ->> 'review_due')::date, provenance = b.before -> 'provenance', revision = c.revision + 1
   from ${earliest('credential', "before ? 'review_due'")} b where c.plant_id = $1 and c.credential_id = b.subject_id`,
  'delete from credentials where plant_id = $1 and created_by_import = $2',
  `delete from medicals m using ${earliest('medical')} b where m.plant_id = $1 and m.person_id = b.subject_id and b.before is null`,
  `update medicals m set verdict = b.verdict, restrictions = b.restrictions, valid_through = b.valid_through, systolic_mm_hg = b.systolic_mm_hg,
     diastolic_mm_hg = b.diastolic_mm_hg, measured_on = b.measured_on, follow_up_due = b.follow_up_due, updated_on = b.updated_on, institution = b.institution,
     provenance = b.provenance, revision = m.revision + 1
   from (select subject_id, (jsonb_populate_record(null::medicals, before)).* from ${earliest('medical')} e where before is not null) b
   where m.plant_id = $1 and m.person_id = b.subject_id`,
  `delete from matrix_rows m using ${earliest('matrix')} b
   where m.plant_id = $1 and m.position_id || chr(10) || m.operation_id = b.subject_id and b.before is null`,
  `insert into matrix_rows (plant_id, position_id, operation_id, level_id, provenance)
   select $1, split_part(subject_id, chr(10), 1), split_part(subject_id, chr(10), 2), before ->> 'level_id', coalesce(before -> 'provenance', '{}')
   from ${earliest('matrix')} b where before is not null
   on conflict (plant_id, position_id, operation_id) do update set level_id = excluded.level_id, provenance = excluded.provenance`,
  'delete from person_secrets s using people p where s.plant_id = $1 and p.plant_id = $1 and p.person_id = s.person_id and p.created_by_import = $2',
  'delete from people where plant_id = $1 and created_by_import = $2',
  `delete from employers e where e.plant_id = $1 and e.created_by_import = $2 and not exists (select from people p where p.plant_id = $1 and p.employer_id = e.employer_id)`,
]
