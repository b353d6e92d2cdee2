import { ledgerKinds } from '#core/people/ledger/fields.ts'
import type { Problem } from '#core/people/ledger/problems.ts'
import type { IsoDate } from '#core/time/epoch.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { FileRefused } from './file-refused.ts'
import {
  addCounts,
  noCounts,
  updateImport,
  type Counts,
  type ImportFile,
  type ImportRecord,
  type SheetReading,
} from './import-record.ts'
import { createJudge, type Judge } from './judge-rows.ts'
import { openLedgerFile } from './ledger-file.ts'
import type { ProgressMeter } from './progress.ts'
import { readSheet, type ReadRow } from './read-sheet.ts'
import { batchRows, putBatch, readImportKey, type ImportKey, type StagedRow } from './staged-batches.ts'

export type PreviewContext = {
  readonly tx: Tx
  readonly vault: Vault
  readonly today: IsoDate
  readonly pathOf: (file: ImportFile) => string
  readonly meter: ProgressMeter
  readonly signal: AbortSignal
}

/**
 * Reads every chosen sheet once and judges each row, in the order of the ledgers' kinds: documents refer to people, wherever
 * in the upload the people stand. What is known of a row afterwards lies sealed in batches; memory holds one batch.
 */
export const previewImport = async (context: PreviewContext, record: ImportRecord): Promise<ImportRecord> => {
  const { tx, vault, meter, signal } = context
  await tx.query('delete from import_batches where plant_id = $1 and import_id = $2', [tx.plantId, record.importId])
  const staging: Staging = {
    context,
    key: await readImportKey(tx, vault, record.importId),
    judge: createJudge(tx, vault),
    nextBatch: 0,
    rowsDone: 0,
    bytesDone: 0,
    bytesTotal: 1,
  }
  const files = record.files.map((file) => ({
    ...file,
    sheets: file.sheets.map((sheet) => ({ ...sheet, counts: noCounts })),
  }))
  const order = files
    .flatMap((file, fileIndex) =>
      file.sheets.flatMap((sheet, sheetIndex) =>
        sheet.choice.kind === 'read' ? [{ file, fileIndex, sheetIndex, ...sheet.choice }] : [],
      ),
    )
    .sort((a, b) => ledgerKinds.indexOf(a.reading.ledger) - ledgerKinds.indexOf(b.reading.ledger))
  staging.bytesTotal = Math.max(
    1,
    new Set(order.map(({ file }) => file)).values().reduce((sum, { bytes }) => sum + bytes, 0),
  )

  for (const { file, fileIndex, sheetIndex, reading, includeHidden } of order) {
    signal.throwIfAborted()
    const { counts, problem } = await stageSheet(staging, file, fileIndex, sheetIndex, reading, includeHidden)
    file.sheets[sheetIndex] = { ...file.sheets[sheetIndex]!, counts }
    if (problem) files[fileIndex] = { ...file, problem }
  }
  const counts = files
    .flatMap(({ sheets }) => sheets)
    .map((sheet) => sheet.counts)
    .reduce(addCounts, noCounts)
  await updateImport(tx, record.importId, { status: 'previewed', files, counts })
  meter.tell(staging.rowsDone, 1)
  return { ...record, status: 'previewed', files, counts }
}

type Staging = {
  readonly context: PreviewContext
  readonly key: ImportKey
  readonly judge: Judge
  nextBatch: number
  rowsDone: number
  bytesDone: number
  bytesTotal: number
}

const stageSheet = async (
  staging: Staging,
  file: ImportFile,
  fileIndex: number,
  sheetIndex: number,
  reading: SheetReading,
  includeHidden: boolean,
): Promise<{ counts: Counts; problem?: Problem }> => {
  const { context } = staging
  const ledger = await openLedgerFile(context.pathOf(file), file.name)
  const counts = { ...noCounts }
  let staged: Promise<void> = Promise.resolve()
  try {
    const sheet = ledger.sheets[sheetIndex]!
    const rules = { today: context.today, dateSystem: ledger.dateSystem, isTyped: ledger.isTyped }
    let waiting: ReadRow[] = []
    const flush = async (): Promise<void> => {
      if (waiting.length === 0) return
      context.signal.throwIfAborted()
      const rows = await judgeRows(staging.judge, waiting, file.name, sheet.name)
      waiting = []
      for (const { outcome } of rows) counts[outcome]++
      // One batch is packed and stored while the next is read and judged; an error is met where the next one waits for it.
      await staged
      staged = putBatch(context.tx, staging.key, { batch: staging.nextBatch++, fileIndex, sheetIndex, rows })
      staged.catch(() => undefined)
      staging.rowsDone += rows.length
      context.meter.tell(staging.rowsDone, staging.bytesDone / staging.bytesTotal)
    }
    const onBytes = (count: number): void => void (staging.bytesDone += count)
    for await (const rows of readSheet({ sheet, reading, includeHidden, rules }, onBytes)) {
      for (const row of rows) {
        if (row.kind === 'blank') counts.blank++
        else waiting.push(row)
      }
      if (waiting.length >= batchRows) await flush()
    }
    await flush()
    await staged
    return { counts }
  } catch (error) {
    // The rest of a damaged file cannot be read; what stands before the damage was judged and is shown with the reason.
    if (!(error instanceof FileRefused)) throw error
    await staged
    return { counts, problem: error.problem }
  } finally {
    await ledger.close()
  }
}

const judgeRows = async (judge: Judge, rows: readonly ReadRow[], file: string, sheet: string): Promise<StagedRow[]> => {
  const entries = rows.flatMap((row) =>
    row.kind === 'entry' ? [{ entry: row.entry, source: { file, sheet, row: row.row } }] : [],
  )
  const judged = await judge.judge(entries)
  let next = 0
  return rows.flatMap((row): StagedRow[] => {
    if (row.kind === 'blank') return []
    if (row.kind === 'settled') return [{ row: row.row, name: row.name, outcome: row.outcome, problems: row.problems }]
    const { outcome, problems } = judged[next++]!
    return [{ row: row.row, name: row.name, outcome, problems, entry: row.entry }]
  })
}
