import { open } from 'node:fs/promises'
import type { DateSystem } from '#core/people/identity/written-date.ts'
import type { LedgerRow } from '#core/people/ledger/cell.ts'
import type { Merge, SheetHead } from '#core/people/ledger/recognise-sheet.ts'
import { openCsv } from './csv-file.ts'
import { refuseFile } from './file-refused.ts'
import { sniffFile } from './sniff-file.ts'
import { limits } from './limits.ts'
import { scanMerges } from './scan-merges.ts'
import { scanRows } from './scan-worksheet.ts'
import { readWorkbookParts } from './workbook-parts.ts'
import { openZip } from './zip-archive.ts'

/** A file of rows, whatever its format: all that the import knows of workbooks and CSV. */
export type LedgerFile = {
  readonly format: 'xlsx' | 'csv'
  readonly dateSystem: DateSystem
  /** Whether the file itself tells text from numbers. */
  readonly isTyped: boolean
  readonly sheets: readonly LedgerSheet[]
  readonly close: () => Promise<void>
}

export type LedgerSheet = {
  readonly name: string
  readonly isHidden: boolean
  /** How much of the file the sheet is; only for telling how far a reading has come. */
  readonly bytes: number
  readonly merges: () => Promise<readonly Merge[]>
  /** Rows with something in them, in batches, from the first; may be started again. */
  readonly rows: (onBytes?: OnBytes) => AsyncGenerator<readonly LedgerRow[], void, undefined>
}

/** Told of every piece of the file that was read. */
export type OnBytes = (count: number) => void

/** Opens a ledger, or throws `FileRefused` with the reason. The name counts only for telling a wrong type under a right name. */
export const openLedgerFile = async (path: string, name: string): Promise<LedgerFile> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) throw refuseFile('file-empty', {})
    if (size > limits.fileBytesMax)
      throw refuseFile('file-too-large', {
        sizeMegabytes: Math.ceil(size / 1_048_576),
        sizeMegabytesMax: limits.fileBytesMax / 1_048_576,
      })
    const format = await sniffFile(file, size, name)
    if (format === 'csv') return openCsv(file, name)

    const zip = await openZip(file, size)
    if (!zip.entries.has('xl/workbook.xml')) throw refuseFile('file-type-differs', { name, found: 'zip' })
    const parts = await readWorkbookParts(zip)
    return {
      format,
      dateSystem: parts.dateSystem,
      isTyped: true,
      sheets: parts.sheets.map(({ name: sheetName, isHidden, entry }) => ({
        name: sheetName,
        isHidden,
        bytes: entry.compressedBytes,
        merges: () => scanMerges(zip.read(entry, limits.partBytesMax)),
        rows: (onBytes) => scanRows(zip.read(entry, limits.partBytesMax, onBytes), parts),
      })),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Enough rows to find the header and to see what its columns hold. */
const headRows = 80

export const readHead = async (sheet: LedgerSheet, fileName: string): Promise<SheetHead> => {
  const rows: LedgerRow[] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch.slice(0, headRows - rows.length))
    if (rows.length >= headRows) break
  }
  return { rows, merges: await sheet.merges(), fileName, sheetName: sheet.name }
}
