import { outcomeOf, problem } from '#core/people/ledger/problems.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'
import { addCounts, noCounts, updateImport, type Counts, type ImportRecord } from './import-record.ts'
import { createJudge, type Judge, type Judged } from './judge-rows.ts'
import type { ProgressMeter } from './progress.ts'
import { putBatch, readBatch, readImportKey, type StagedBatch, type StagedRow } from './staged-batches.ts'
import { createWriter } from './write-actions.ts'
import type { ActionAt } from './write-context.ts'

export type CommitContext = {
  readonly tx: Tx
  readonly vault: Vault
  readonly now: number
  readonly meter: ProgressMeter
  readonly signal: AbortSignal
}

/** One import after another writes master data: two at once could each find a person unknown and add the person twice. */
export const masterDataScope = 'master-data'

/**
 * Takes over every good row, in one transaction: all of it or, on any error or cancellation, nothing. Rows are judged again,
 * against the master tables of this moment, because somebody may have changed them since the preview; a row that would now do
 * something else than was shown is not taken over.
 */
export const commitImport = async (
  { tx, vault, now, meter, signal }: CommitContext,
  record: ImportRecord,
): Promise<ImportRecord> => {
  await lockScopes(tx, [masterDataScope])
  const key = await readImportKey(tx, vault, record.importId)
  const judge = createJudge(tx, vault)
  const write = await createWriter(tx, vault, record.importId, now)
  const rowsTotal = Math.max(1, total(record.counts))
  const files = record.files.map((file) => ({
    ...file,
    sheets: file.sheets.map((sheet) => ({ ...sheet, counts: { ...noCounts, blank: sheet.counts.blank } as Counts })),
  }))
  const takeOver = async (batch: StagedBatch, actions: readonly ActionAt[], isChanged: boolean): Promise<void> => {
    await write(actions)
    if (isChanged) await putBatch(tx, key, batch)
    await noteFindings(tx, record.importId, batch)
  }
  let rowsDone = 0
  let next = readBatch(tx, key, 0)
  let writing: Promise<void> = Promise.resolve()
  for (let number = 1; ; number++) {
    signal.throwIfAborted()
    const batch = await next
    if (!batch) break
    // Asked for before this batch is written, so that it does not have to wait behind it.
    next = readBatch(tx, key, number)
    next.catch(() => undefined)
    const { fileIndex, sheetIndex } = batch
    const file = files[fileIndex]!
    const sheet = file.sheets[sheetIndex]!
    const { rows, actions, isChanged } = await judgeAgain(judge, batch, file.name, sheet.name)
    // One batch is judged here while PostgreSQL writes the one before it; an error is met where the next one waits for it.
    await writing
    writing = takeOver({ ...batch, rows }, actions, isChanged)
    writing.catch(() => undefined)
    file.sheets[sheetIndex] = { ...sheet, counts: addCounts(sheet.counts, countOf(rows)) }
    rowsDone += rows.length
    meter.tell(rowsDone, rowsDone / rowsTotal)
  }
  await writing
  const counts = files
    .flatMap(({ sheets }) => sheets)
    .map((sheet) => sheet.counts)
    .reduce(addCounts, noCounts)
  await updateImport(tx, record.importId, { status: 'committed', files, counts, committedAt: now })
  return { ...record, status: 'committed', files, counts, committedAt: now }
}

const total = ({ accepted, same, refused, conflict, ignored }: Counts): number =>
  accepted + same + refused + conflict + ignored

const countOf = (rows: readonly StagedRow[]): Counts => {
  const counts = { ...noCounts }
  for (const { outcome } of rows) counts[outcome]++
  return counts
}

const judgeAgain = async (
  judge: Judge,
  { rows }: StagedBatch,
  file: string,
  sheet: string,
): Promise<{ rows: StagedRow[]; actions: ActionAt[]; isChanged: boolean }> => {
  const entries = rows.flatMap(({ entry, row }) =>
    entry === undefined ? [] : [{ entry, source: { file, sheet, row } }],
  )
  const judged = await judge.judge(entries)
  const actions: ActionAt[] = []
  let isChanged = false
  let next = 0
  const after = rows.map((row): StagedRow => {
    if (row.entry === undefined) return row
    const now = asShown(row, judged[next]!)
    const { source } = entries[next]!
    next++
    if (now.action) actions.push({ action: now.action, source })
    if (now.outcome !== row.outcome || now.problems.length !== row.problems.length) isChanged = true
    return { ...row, outcome: now.outcome, problems: now.problems }
  })
  return { rows: after, actions, isChanged }
}

/** A row that was shown as refused or contradicting is not taken over silently because the obstacle has gone since. */
const asShown = (shown: StagedRow, now: Judged): Judged => {
  if (now.action === undefined || shown.outcome === 'accepted') return now
  const problems = [...shown.problems, problem('changed-after-preview', {})]
  return { outcome: outcomeOf(problems) === 'accepted' ? 'conflict' : outcomeOf(problems), problems }
}

const noteFindings = async (
  tx: Tx,
  importId: string,
  { batch, fileIndex, sheetIndex, rows }: StagedBatch,
): Promise<void> => {
  const findings = rows.flatMap(({ outcome, row, problems }) =>
    outcome === 'conflict' ? [{ row_number: row, codes: [...new Set(problems.map(({ code }) => code))] }] : [],
  )
  if (findings.length === 0) return
  await tx.query(
    `insert into import_findings (plant_id, import_id, file_index, sheet_index, row_number, batch, codes)
     select $1, $2, $3, $4, row_number, $5, codes from json_to_recordset($6::json) as r(row_number integer, codes text[])`,
    [tx.plantId, importId, fileIndex, sheetIndex, batch, JSON.stringify(findings)],
  )
}
