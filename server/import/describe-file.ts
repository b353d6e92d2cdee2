import { problem } from '#core/people/ledger/problems.ts'
import { recogniseSheet, type HeaderGuess } from '#core/people/ledger/recognise-sheet.ts'
import { noCounts, type ImportFile, type ImportSheet, type SheetChoice, type SheetReading } from './import-record.ts'
import { openLedgerFile, readHead, type LedgerSheet } from './ledger-file.ts'
import type { RecallReading } from './remembered-readings.ts'

/** Looks at the head of every sheet and guesses what it is, unless somebody said so before; a person may choose otherwise. */
export const describeFile = async (
  path: string,
  name: string,
  { hash, bytes }: Pick<ImportFile, 'hash' | 'bytes'>,
  recall: RecallReading,
): Promise<ImportFile> => {
  const ledger = await openLedgerFile(path, name)
  try {
    const sheets: ImportSheet[] = []
    for (const sheet of ledger.sheets) sheets.push(await describeSheet(sheet, name, recall))
    return { name, bytes, hash, format: ledger.format, sheets }
  } finally {
    await ledger.close()
  }
}

const describeSheet = async (sheet: LedgerSheet, fileName: string, recall: RecallReading): Promise<ImportSheet> => {
  const head = await readHead(sheet, fileName)
  const remembered = await recall(head)
  const guesses = [...(remembered ? [remembered] : []), ...recogniseSheet(head).map(toReading)]
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    choice: choose(sheet, head.rows.length, guesses[0]),
    guesses,
    counts: noCounts,
  }
}

const choose = (sheet: LedgerSheet, rowCount: number, best: SheetReading | undefined): SheetChoice => {
  if (rowCount === 0) return { kind: 'left-out', because: problem('sheet-empty', {}) }
  // Whoever hides a sheet does not mean it to be seen; it is offered, not read.
  if (sheet.isHidden) return { kind: 'left-out', because: problem('sheet-hidden', {}) }
  if (!best) return { kind: 'left-out', because: problem('sheet-unrecognised', {}) }
  const [missing] = best.missing
  if (missing) return { kind: 'left-out', because: problem('column-missing', { field: missing }) }
  return { kind: 'read', reading: best, includeHidden: false }
}

const toReading = ({ kind, firstRow, lastRow, headers, mapping, missing }: HeaderGuess): SheetReading => ({
  ledger: kind,
  firstHeaderRow: firstRow,
  lastHeaderRow: lastRow,
  headers,
  mapping,
  missing,
})
