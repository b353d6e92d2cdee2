import { asRows, provenanceOf, type ActionAt, type WriteContext } from './write-context.ts'

/** Sets or takes away levels of the matrix; only what differs comes here. */
export const writeMatrix = async (context: WriteContext, actions: readonly ActionAt[]): Promise<void> => {
  const { tx, importId, now } = context
  const rows = actions.flatMap(({ action, source }) =>
    action.kind === 'put-matrix'
      ? Object.entries(action.levels).map(([operation_id, level_id]) => ({
          position_id: action.position,
          operation_id,
          level_id,
          provenance: provenanceOf(context, source),
        }))
      : [],
  )
  if (rows.length === 0) return
  const values = [tx.plantId, asRows(rows)]
  const record =
    'json_to_recordset($2::json) as r(position_id text, operation_id text, level_id text, provenance jsonb)'
  await tx.query(
    `insert into master_changes (plant_id, subject_kind, subject_id, import_id, changed_at, before, superseded_by)
     select $1, 'matrix', r.position_id || chr(10) || r.operation_id, $3, $4,
            case when m.level_id is not null then jsonb_build_object('level_id', m.level_id, 'provenance', m.provenance) end, r.provenance
     from ${record} left join matrix_rows m on m.plant_id = $1 and m.position_id = r.position_id and m.operation_id = r.operation_id`,
    [...values, importId, now],
  )
  await tx.query(
    `delete from matrix_rows m using ${record} where m.plant_id = $1 and m.position_id = r.position_id and m.operation_id = r.operation_id and r.level_id is null`,
    values,
  )
  await tx.query(
    `insert into matrix_rows (plant_id, position_id, operation_id, level_id, provenance) select $1, position_id, operation_id, level_id, provenance from ${record} where level_id is not null
     on conflict (plant_id, position_id, operation_id) do update set level_id = excluded.level_id, provenance = excluded.provenance`,
    values,
  )
}
