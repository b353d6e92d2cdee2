import type { ProblemCode } from '#core/people/ledger/problems.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'
import { masterDataScope } from './commit-import.ts'
import type { ImportRecord } from './import-record.ts'
import { createJudge } from './judge-rows.ts'
import { putBatch, readBatch, readImportKey } from './staged-batches.ts'
import { createWriter } from './write-actions.ts'

/** A row among all of an import. */
export type RowAddress = { readonly fileIndex: number; readonly sheetIndex: number; readonly row: number }

export type Decision = 'take' | 'keep'
export type DecisionResult = 'decided' | 'unknown' | 'decided-before' | 'cannot-take'

/** Only values can be weighed against each other; who somebody is, is mended in the ledger and not decided here. */
const weighable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'person-value-differs',
  'credential-dates-differ',
  'later-issue-earlier-expiry',
  'verdict-differs',
  'level-differs',
  'changed-after-preview',
])

export const canTake = (problems: readonly { readonly code: ProblemCode }[], hasEntry: boolean): boolean =>
  hasEntry && problems.every(({ code }) => weighable.has(code))

/** Settles a contradiction: take the ledger's value over, or keep what is known. Part of its import, so that undo takes it back. */
export const decideFinding = async (
  tx: Tx,
  vault: Vault,
  record: ImportRecord,
  address: RowAddress,
  decision: Decision,
  by: string,
  now: number,
): Promise<DecisionResult> => {
  if (record.status !== 'committed') return 'unknown'
  await lockScopes(tx, [masterDataScope])
  const { fileIndex, sheetIndex, row } = address
  const { rows } = await tx.query<{ batch: number; decision: string | null }>(
    'select batch, decision from import_findings where plant_id = $1 and import_id = $2 and file_index = $3 and sheet_index = $4 and row_number = $5 for update',
    [tx.plantId, record.importId, fileIndex, sheetIndex, row],
  )
  const [finding] = rows
  if (!finding) return 'unknown'
  if (finding.decision !== null) return 'decided-before'
  if (decision === 'take' && !(await take(tx, vault, record, address, finding.batch, now))) return 'cannot-take'
  await tx.query(
    `update import_findings set decision = $6, decided_by = $7, decided_at = $8
     where plant_id = $1 and import_id = $2 and file_index = $3 and sheet_index = $4 and row_number = $5`,
    [tx.plantId, record.importId, fileIndex, sheetIndex, row, decision, by, now],
  )
  return 'decided'
}

const take = async (
  tx: Tx,
  vault: Vault,
  record: ImportRecord,
  { fileIndex, sheetIndex, row }: RowAddress,
  number: number,
  now: number,
): Promise<boolean> => {
  const key = await readImportKey(tx, vault, record.importId)
  const batch = await readBatch(tx, key, number)
  const staged = batch?.rows.find((one) => one.row === row)
  if (!batch || !staged?.entry || !canTake(staged.problems, true)) return false
  const file = record.files[fileIndex]!
  const source = { file: file.name, sheet: file.sheets[sheetIndex]!.name, row }
  const [judged] = await createJudge(tx, vault).judge([{ entry: staged.entry, source }], true)
  if (!judged || judged.outcome === 'conflict' || judged.outcome === 'refused') return false
  if (judged.action) await (await createWriter(tx, vault, record.importId, now))([{ action: judged.action, source }])
  const rows = batch.rows.map((one) => (one.row === row ? { ...one, outcome: 'accepted' as const, problems: [] } : one))
  await putBatch(tx, key, { ...batch, rows })
  return true
}
