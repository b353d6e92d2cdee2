import { hourMs } from '#core/time/epoch.ts'
import { canTake } from './decide-finding.ts'
import type { Finding } from './findings.ts'
import type { ImportRecord } from './import-record.ts'
import type { RowPage } from './read-rows.ts'
import type { Interruption } from './import-work.ts'
import type { Progress } from './progress.ts'
import type { ShownHead } from './sheet-head.ts'
import { undoHoursMax } from './undo-import.ts'

type Now = {
  readonly findingsOpen: number
  readonly work: Progress | null
  readonly interruption: Interruption | null
}

/** An import as it is shown; the hash of a file is nobody's business outside. */
export const importViewOf = (
  { importId, files, committedAt, status, counts, createdAt, createdBy, undoneAt }: ImportRecord,
  now: Now,
) => ({
  id: importId,
  status,
  createdAt,
  createdBy,
  counts,
  committedAt,
  undoneAt,
  undoableUntil: status === 'committed' && committedAt !== null ? committedAt + undoHoursMax * hourMs : null,
  files: files.map(({ name, bytes, format, sheets, problem }) => ({
    name,
    bytes,
    format,
    sheets: sheets.map((sheet) => ({ ...sheet, choice: choiceOf(sheet.choice), guesses: sheet.guesses.map(copyOf) })),
    ...(problem ? { problem: problemOf(problem) } : {}),
  })),
  ...now,
})

type Sheet = ImportRecord['files'][number]['sheets'][number]

const choiceOf = (choice: Sheet['choice']) =>
  choice.kind === 'read'
    ? { kind: choice.kind, reading: copyOf(choice.reading), includeHidden: choice.includeHidden }
    : { kind: choice.kind, because: problemOf(choice.because) }

const copyOf = ({ headers, missing, mapping, ...reading }: Sheet['guesses'][number]) => ({
  ...reading,
  headers: [...headers],
  missing: [...missing],
  mapping: { ...mapping },
})

const problemOf = ({ code, params, ...rest }: RowPage['rows'][number]['problems'][number]) => ({
  code,
  params: { ...params },
  ...rest,
})

export const headViewOf = ({ rows, pointed }: ShownHead) => ({
  rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })),
  guess: pointed?.ok
    ? {
        ledger: pointed.guess.kind,
        headers: [...pointed.guess.headers],
        mapping: { ...pointed.guess.mapping },
      }
    : null,
  because: pointed && !pointed.ok ? pointed.because : null,
})

export const rowsViewOf = ({ rows, total }: RowPage, findings: readonly Finding[]) => {
  const keyOf = (file: number, sheet: number, row: number): string => `${file} ${sheet} ${row}`
  const byRow = new Map(findings.map((one) => [keyOf(one.fileIndex, one.sheetIndex, one.row), one]))
  return {
    total,
    rows: rows.map(({ fileIndex, sheetIndex, row, name, outcome, problems, entry }) => {
      const finding = byRow.get(keyOf(fileIndex, sheetIndex, row))
      return {
        file: fileIndex,
        sheet: sheetIndex,
        row,
        name,
        outcome,
        problems: problems.map(problemOf),
        ...(outcome === 'conflict' || finding
          ? {
              finding: {
                canTake: canTake(problems, entry !== undefined),
                decision: finding?.decision ?? null,
                decidedBy: finding?.decidedBy ?? null,
                decidedAt: finding?.decidedAt ?? null,
              },
            }
          : {}),
      }
    }),
  }
}
