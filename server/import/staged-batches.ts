import type { KeyObject } from 'node:crypto'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import type { Entry } from '#core/people/ledger/entry.ts'
import type { RowOutcome, RowProblem } from '#core/people/ledger/problems.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'

/** A row as it was judged. The entry stays with it as long as it may still be taken over. */
export type StagedRow = {
  readonly row: number
  /** Whom or what the row is about, for a list that a person can read. */
  readonly name: string
  readonly outcome: RowOutcome
  readonly problems: readonly RowProblem[]
  readonly entry?: Entry
}

export type StagedBatch = {
  readonly batch: number
  readonly fileIndex: number
  readonly sheetIndex: number
  readonly rows: readonly StagedRow[]
}

/** Rows judged, looked up and written together. Larger batches gain little and hold more in memory. */
export const batchRows = 1000

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)
/** Rows are alike, so that the cheapest compression already takes nine tenths away. */
const compressionLevel = 1
const inflatedBytesMax = 64 * 1024 * 1024

export type ImportKey = { readonly vault: Vault; readonly key: KeyObject; readonly importId: string }

export const importKeyOwner = (plantId: string, importId: string): string => `${plantId}/import/${importId}`

export const readImportKey = async (tx: Tx, vault: Vault, importId: string): Promise<ImportKey> => {
  const { rows } = await tx.query<{ wrapped_key: Buffer }>(
    'select wrapped_key from imports where plant_id = $1 and import_id = $2',
    [tx.plantId, importId],
  )
  return { vault, importId, key: vault.openKey(rows[0]!.wrapped_key, importKeyOwner(tx.plantId, importId)) }
}

const purposeOf = (importId: string, batch: number): string => `batch:${importId}:${batch}`

export const putBatch = async (
  tx: Tx,
  { vault, key, importId }: ImportKey,
  { batch, fileIndex, sheetIndex, rows }: StagedBatch,
): Promise<void> => {
  const packed = await deflate(JSON.stringify(rows), { level: compressionLevel })
  const counts: { [outcome: string]: number } = {}
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1
  await tx.query(
    `insert into import_batches (plant_id, import_id, batch, file_index, sheet_index, counts, sealed) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (plant_id, import_id, batch) do update set counts = excluded.counts, sealed = excluded.sealed`,
    [
      tx.plantId,
      importId,
      batch,
      fileIndex,
      sheetIndex,
      JSON.stringify(counts),
      vault.seal(key, packed, purposeOf(importId, batch)),
    ],
  )
}

export const readBatch = async (
  tx: Tx,
  { vault, key, importId }: ImportKey,
  batch: number,
): Promise<StagedBatch | undefined> => {
  const { rows } = await tx.query<{ file_index: number; sheet_index: number; sealed: Buffer }>(
    'select file_index, sheet_index, sealed from import_batches where plant_id = $1 and import_id = $2 and batch = $3',
    [tx.plantId, importId, batch],
  )
  const [found] = rows
  if (!found) return undefined
  const packed = vault.open(key, found.sealed, purposeOf(importId, batch))
  const text = (await inflate(packed, { maxOutputLength: inflatedBytesMax })).toString('utf8')
  return { batch, fileIndex: found.file_index, sheetIndex: found.sheet_index, rows: JSON.parse(text) as StagedRow[] }
}

/** Which batches hold rows of an outcome, in the order of the sheets. */
export const findBatches = async (
  tx: Tx,
  importId: string,
  {
    outcomes,
    fileIndex,
    sheetIndex,
  }: {
    readonly outcomes: readonly RowOutcome[]
    readonly fileIndex?: number | undefined
    readonly sheetIndex?: number | undefined
  },
): Promise<{ readonly batch: number; readonly count: number }[]> => {
  const { rows } = await tx.query<{ batch: number; count: number }>(
    `select batch, (select sum((counts ->> o)::integer)::integer from unnest($3::text[]) o) as count from import_batches
     where plant_id = $1 and import_id = $2 and counts ?| $3 and ($4::integer is null or file_index = $4) and ($5::integer is null or sheet_index = $5)
     order by file_index, sheet_index, batch`,
    [tx.plantId, importId, outcomes, fileIndex ?? null, sheetIndex ?? null],
  )
  return rows
}
