import type { MatrixView } from '#contract/people.ts'
import type { Tx } from '../store/database.ts'

const changesMax = 100

/** The matrix with where each level came from, the positions that people really hold, and what was changed last. */
export const readMatrix = async (tx: Tx): Promise<MatrixView> => {
  const { rows: positions } = await tx.query<MatrixView['positions'][number]>(
    `select position_id as id, sum(people)::integer as people from (
       select position_id, 1 as people from people where plant_id = $1 and employment = 'active'
       union all select distinct position_id, 0 from matrix_rows where plant_id = $1) p
     where position_id <> '' group by 1 order by 2 desc, 1`,
    [tx.plantId],
  )
  const { rows } = await tx.query<MatrixView['rows'][number]>(
    `select position_id as position, operation_id as operation, level_id as level, provenance as source from matrix_rows where plant_id = $1`,
    [tx.plantId],
  )
  const { rows: changes } = await tx.query<MatrixView['changes'][number]>(
    `select split_part(subject_id, chr(10), 1) as position, split_part(subject_id, chr(10), 2) as operation, before ->> 'level_id' as was,
            changed_at as at, superseded_by as source, undone_at as "undoneAt"
     from master_changes where plant_id = $1 and subject_kind = 'matrix' order by change_id desc limit ${changesMax}`,
    [tx.plantId],
  )
  return { positions, rows, changes }
}
