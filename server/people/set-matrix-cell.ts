import type { z } from 'zod'
import type { matrixCell } from '#contract/people.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { masterDataScope } from '../import/commit-import.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'

/** Sets the highest level that a position may do of an operation, or takes it away; what stood there before goes to history. */
export const setMatrixCell = async (
  tx: Tx,
  { position, operation, level, reason }: z.output<typeof matrixCell>,
  { account, now }: { readonly account: string; readonly now: EpochMs },
): Promise<void> => {
  await lockScopes(tx, [masterDataScope])
  const { rows } = await tx.query<{ level_id: string; provenance: object }>(
    'select level_id, provenance from matrix_rows where plant_id = $1 and position_id = $2 and operation_id = $3',
    [tx.plantId, position, operation],
  )
  const [before] = rows
  if ((before?.level_id ?? null) === level) return
  const source = { system: 'desk', by: account, reason, at: now }
  await tx.query(
    `insert into master_changes (plant_id, subject_kind, subject_id, changed_at, before, superseded_by) values ($1, 'matrix', $2, $3, $4, $5)`,
    [tx.plantId, `${position}\n${operation}`, now, before ? JSON.stringify(before) : null, JSON.stringify(source)],
  )
  if (level === null) {
    await tx.query('delete from matrix_rows where plant_id = $1 and position_id = $2 and operation_id = $3', [
      tx.plantId,
      position,
      operation,
    ])
    return
  }
  await tx.query(
    `insert into matrix_rows (plant_id, position_id, operation_id, level_id, provenance) values ($1, $2, $3, $4, $5)
     on conflict (plant_id, position_id, operation_id) do update set level_id = excluded.level_id, provenance = excluded.provenance`,
    [tx.plantId, position, operation, level, JSON.stringify(source)],
  )
}
