import type { RowOutcome } from '#core/people/ledger/problems.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { findBatches, readBatch, readImportKey, type StagedRow } from './staged-batches.ts'

export type RowPage = {
  readonly rows: readonly (StagedRow & { readonly fileIndex: number; readonly sheetIndex: number })[]
  readonly total: number
}
export type RowQuery = {
  readonly outcomes: readonly RowOutcome[]
  readonly fileIndex?: number | undefined
  readonly sheetIndex?: number | undefined
  readonly offset: number
  readonly limit: number
}

/** One page of the rows of some outcomes; batches that hold none of it are not opened. */
export const readRows = async (
  tx: Tx,
  vault: Vault,
  importId: string,
  { outcomes, fileIndex, sheetIndex, offset, limit }: RowQuery,
): Promise<RowPage> => {
  const key = await readImportKey(tx, vault, importId)
  const batches = await findBatches(tx, importId, { outcomes, fileIndex, sheetIndex })
  const rows: RowPage['rows'][number][] = []
  let skipped = 0
  for (const { batch, count } of batches) {
    if (rows.length >= limit) break
    if (skipped + count <= offset) {
      skipped += count
      continue
    }
    const staged = await readBatch(tx, key, batch)
    for (const row of staged?.rows ?? []) {
      if (!outcomes.includes(row.outcome)) continue
      if (skipped++ < offset) continue
      if (rows.length < limit) rows.push({ ...row, fileIndex: staged!.fileIndex, sheetIndex: staged!.sheetIndex })
    }
  }
  return { rows, total: batches.reduce((sum, { count }) => sum + count, 0) }
}
