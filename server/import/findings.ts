import type { Tx } from '../store/database.ts'
import type { Decision } from './decide-finding.ts'

/** What has become of a contradiction; `decision` is null while it waits. */
export type Finding = {
  readonly fileIndex: number
  readonly sheetIndex: number
  readonly row: number
  readonly decision: Decision | null
  readonly decidedBy: string | null
  readonly decidedAt: number | null
}

export const readFindings = async (tx: Tx, importId: string): Promise<readonly Finding[]> => {
  const { rows } = await tx.query<Finding>(
    `select file_index as "fileIndex", sheet_index as "sheetIndex", row_number as row, decision, decided_by as "decidedBy", decided_at as "decidedAt"
     from import_findings where plant_id = $1 and import_id = $2`,
    [tx.plantId, importId],
  )
  return rows
}

export const countOpenFindings = async (tx: Tx, importId: string): Promise<number> => {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::integer as count from import_findings where plant_id = $1 and import_id = $2 and decision is null',
    [tx.plantId, importId],
  )
  return rows[0]?.count ?? 0
}
