import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { PlantId } from '#core/ids.ts'
import { sayProblem, type ImportWords } from '#core/messages/import-words.ts'
import type { LedgerKind } from '#core/people/ledger/fields.ts'
import type { Problem, RowOutcome, RowProblem } from '#core/people/ledger/problems.ts'
import type { Counts, ImportRecord } from '#server/import/import-record.ts'
import { refusalOf } from '#server/import/file-refused.ts'
import type { ImportService } from '#server/import/import-service.ts'
import type { Progress } from '#server/import/progress.ts'

type Reason = { readonly code: string; readonly says: string; readonly remedy: string; readonly column?: number }
export type RowReport = {
  readonly row: number
  readonly name: string
  readonly outcome: RowOutcome
  readonly reasons: readonly Reason[]
}
type SheetReport = {
  readonly name: string
  readonly readAs: LedgerKind | null
  readonly leftOut?: Reason
  readonly counts: Counts
  readonly rows: readonly RowReport[]
}
export type FileReport = {
  readonly file: string
  /** Why it could not be read, or not to its end. */
  readonly problem?: Reason
  readonly sheets: readonly SheetReport[]
}
export type ImportReport = {
  readonly plant: string
  readonly import: string
  readonly counts: Counts
  readonly files: readonly FileReport[]
}

const outcomes: readonly RowOutcome[] = ['accepted', 'same', 'refused', 'conflict', 'ignored']
const rowsAtOnce = 1000

/** Previews and commits files, and tells of every row what became of it. A file that cannot be read does not keep the others. */
export const importFiles = async (
  service: ImportService,
  {
    plant,
    files,
    words,
    onProgress,
  }: {
    readonly plant: PlantId
    readonly files: readonly string[]
    readonly words: ImportWords
    readonly onProgress?: (progress: Progress) => void
  },
): Promise<ImportReport> => {
  const { importId } = await service.create(plant, null)
  const unread: FileReport[] = []
  for (const path of files) {
    const name = basename(path)
    try {
      await service.addFile(plant, importId, name, createReadStream(path))
    } catch (error) {
      const reason = refusalOf(error)
      if (reason === undefined) throw error
      unread.push({ file: name, problem: toReason(words, reason), sheets: [] })
    }
  }
  await service.preview(plant, importId, onProgress)
  const record = await service.commit(plant, importId, onProgress)
  const read: FileReport[] = []
  for (const [fileIndex, file] of record.files.entries()) {
    const sheets: SheetReport[] = []
    for (const sheetIndex of file.sheets.keys())
      sheets.push(await toSheetReport(service, plant, record, fileIndex, sheetIndex, words))
    read.push({ file: file.name, ...(file.problem ? { problem: toReason(words, file.problem) } : {}), sheets })
  }
  return { plant, import: importId, counts: record.counts, files: [...read, ...unread] }
}

const toSheetReport = async (
  service: ImportService,
  plant: PlantId,
  record: ImportRecord,
  fileIndex: number,
  sheetIndex: number,
  words: ImportWords,
): Promise<SheetReport> => {
  const { name, choice, counts } = record.files[fileIndex]!.sheets[sheetIndex]!
  const rows: RowReport[] = []
  for (let offset = 0; ; offset += rowsAtOnce) {
    const query = { outcomes, fileIndex, sheetIndex, offset, limit: rowsAtOnce }
    const page = await service.rows(plant, record.importId, query)
    for (const { row, name: who, outcome, problems } of page.rows)
      rows.push({ row, name: who, outcome, reasons: problems.map((one) => toReason(words, one)) })
    if (rows.length >= page.total || page.rows.length === 0) break
  }
  return choice.kind === 'read'
    ? { name, readAs: choice.reading.ledger, counts, rows }
    : { name, readAs: null, leftOut: toReason(words, choice.because), counts, rows }
}

const toReason = (words: ImportWords, problem: Problem | RowProblem): Reason => ({
  code: problem.code,
  ...sayProblem(words, problem),
  ...('column' in problem && problem.column !== undefined ? { column: problem.column } : {}),
})

/** 0: everything was read; 1: rows were refused or contradict; 2: a file could not be read. */
export const exitCodeOf = ({ counts, files }: ImportReport): 0 | 1 | 2 => {
  if (files.some(({ problem }) => problem !== undefined)) return 2
  return counts.refused + counts.conflict > 0 ? 1 : 0
}
