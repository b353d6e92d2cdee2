import { cellText, isBlank, type Cell, type LedgerRow } from './cell.ts'
import { looksLike, type Evidence } from './cell-evidence.ts'
import {
  isUsefulTo,
  ledgerKinds,
  requiredFields,
  type ColumnUse,
  type Field,
  type LedgerKind,
  type Mapping,
} from './fields.ts'
import { scoreHeader } from './score-header.ts'
import { guessKindByWords } from './kind-words.ts'
import { recogniseMatrixHeader } from './recognise-matrix.ts'

/** A rectangle of joined cells; rows as the spreadsheet counts (from 1), columns from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** Where the header of a sheet is and what its columns mean: a guess with its score, which a person may replace. */
export type HeaderGuess = {
  readonly kind: LedgerKind
  readonly firstRow: number
  readonly lastRow: number
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly missing: readonly Field[]
  readonly score: number
}

export type SheetHead = {
  readonly rows: readonly LedgerRow[]
  readonly merges: readonly Merge[]
  /** 特种作业证台账.xlsx says what its columns do not. */
  readonly fileName: string
  readonly sheetName: string
}

/** Titles, printing dates and remarks stand above a header, hardly ever more than these. */
export const headerRowsSearched = 30
export const headerHeightMax = 3
const evidenceRows = 40
const guessesKept = 5
/** A guess far behind the best one is noise. */
const shareOfBestMin = 0.6
const dataCellsMax = 0
/** A second header line must explain this much more than one line does, or it is the first line of data. */
const gainOfAnotherLine = 0.3

/** Every plausible header, the best first; an empty list when the sheet is no ledger. */
export const recogniseSheet = (head: SheetHead): readonly HeaderGuess[] => {
  const guesses: HeaderGuess[] = []
  for (let start = 0; start < Math.min(head.rows.length, headerRowsSearched); start++) {
    if (head.rows[start]!.cells.every(isBlank)) continue
    let best: HeaderGuess | undefined
    for (let height = 1; height <= headerHeightMax && start + height <= head.rows.length; height++) {
      const guess = guessAt(head, start, height)
      if (guess && (!best || guess.score > best.score + gainOfAnotherLine)) best = guess
    }
    if (best) guesses.push(best)
  }
  guesses.sort((a, b) => b.score - a.score || a.firstRow - b.firstRow)
  return guesses.filter(({ score }) => score >= guesses[0]!.score * shareOfBestMin).slice(0, guessesKept)
}

const guessAt = (head: SheetHead, start: number, height: number): HeaderGuess | undefined => {
  const lines = head.rows.slice(start, start + height)
  // Whatever looks like a person's number is data, never a word above a column; and guesses are kept, so none may hold any.
  if (lines.flatMap(({ cells }) => cells).filter(isData).length > dataCellsMax) return undefined
  const best = readAt(head, start, height, ledgerKinds)
  return best && best.score >= 1 && Object.keys(best.mapping).length >= 2 ? best : undefined
}

/** What the columns mean most probably, if the header stands there and the sheet is one of these ledgers. */
export const readAt = (
  head: SheetHead,
  start: number,
  height: number,
  kinds: readonly LedgerKind[],
): HeaderGuess | undefined => {
  const lines = head.rows.slice(start, start + height)
  const columns = headerColumns(lines, head.merges)
  if (columns.length < 2) return undefined
  const body = head.rows
    .slice(start + height)
    .filter(({ cells }) => !cells.every(isBlank))
    .slice(0, evidenceRows)
  const evidence = columns.map((_, column) => looksLike(body.map(({ cells }) => cells[column] ?? null)))
  const place = {
    firstRow: lines[0]!.number,
    lastRow: lines[height - 1]!.number,
    headers: columns.map(({ joined }) => joined),
  }
  const titles = head.rows.slice(0, start).flatMap(({ cells }) => cells.map(cellText))
  const byWords = guessKindByWords(head.fileName, [head.sheetName, ...titles])

  const matrix = kinds.includes('matrix') && recogniseMatrixHeader(columns)
  if (matrix) {
    return {
      kind: 'matrix',
      ...place,
      mapping: matrix.mapping,
      missing: matrix.missing,
      score: matrix.score + (byWords.get('matrix') ?? 0),
    }
  }
  const guesses = kinds
    .filter((kind) => kind !== 'matrix' || kinds.length === 1)
    .map((kind) => {
      const { mapping, score } = assign(kind, columns, evidence)
      const mapped = new Set(Object.values(mapping).map((use) => ('field' in use ? use.field : undefined)))
      const missing = requiredFields[kind].filter((field) => !mapped.has(field))
      return {
        kind,
        ...place,
        mapping,
        missing,
        score: score - 1.5 * missing.length + (byWords.get(kind) ?? 0),
      }
    })
  return guesses.reduce((a, b) => (b.score > a.score ? b : a))
}

/** The words above the columns when a person says where the header stands. */
export const headersAt = (head: SheetHead, firstRow: number, lastRow: number): readonly string[] => {
  const lines = head.rows.filter(({ number }) => firstRow <= number && number <= lastRow).slice(0, headerHeightMax)
  return lines.length === 0 ? [] : headerColumns(lines, head.merges).map(({ joined }) => joined)
}

const isData = (cell: Cell): boolean =>
  (typeof cell === 'number' && cell > 31) || /\d{6,}|\d{4}[-./年]\d{1,2}[-./月]\d/.test(cellText(cell))

export type HeaderColumn = { readonly joined: string; readonly own: string; readonly parent: string }

/** The words above each column: a joined cell speaks for all its columns, and the lines are read from top to bottom. */
const headerColumns = (lines: readonly LedgerRow[], merges: readonly Merge[]): HeaderColumn[] => {
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const filled = lines.map((line, index) => fillLine(line, merges, lines, index))
  return Array.from({ length: width }, (_, column) => {
    const texts = filled.map((line) => line[column] ?? '').filter((text) => text !== '')
    const distinct = texts.filter((text, at) => text !== texts[at - 1])
    return { joined: distinct.join(' '), own: distinct.at(-1) ?? '', parent: distinct.slice(0, -1).join(' ') }
  })
}

const fillLine = (line: LedgerRow, merges: readonly Merge[], lines: readonly LedgerRow[], index: number): string[] => {
  const texts = Array.from({ length: Math.max(...lines.map(({ cells }) => cells.length)) }, (_, at) =>
    cellText(line.cells[at]),
  )
  const across = merges.filter(
    ({ top, bottom, left, right }) => top <= line.number && line.number <= bottom && right > left,
  )
  for (const { top, left, right } of across) {
    const text = top === line.number ? (texts[left] ?? '') : ''
    for (let column = left; column <= right && column < texts.length; column++) texts[column] = text
  }
  // Without joined cells (a CSV, or a careless copy) a word above blanks speaks for them, if the line below has words there.
  const below = lines[index + 1]
  if (across.length > 0 || !below) return texts
  for (let column = 1; column < texts.length; column++) {
    if (texts[column] === '' && cellText(below.cells[column]) !== '' && cellText(below.cells[column - 1]) !== '')
      texts[column] = texts[column - 1]!
  }
  return texts
}

const fieldScores = (column: HeaderColumn): ReadonlyMap<Field, number> => {
  const scores = new Map(scoreHeader(column.joined))
  for (const [field, score] of scoreHeader(column.own))
    scores.set(field, Math.max(scores.get(field) ?? 0, score * 0.98))
  return scores
}

/** Gives each column the field that it names best, the strongest first, no field twice. */
const assign = (
  kind: LedgerKind,
  columns: readonly HeaderColumn[],
  evidence: readonly Evidence[],
): { mapping: Mapping; score: number } => {
  const bids = columns.flatMap((column, at) => {
    const scores = fieldScores(column)
    const seen = evidence[at]!
    const fields = new Set([...scores.keys(), ...seen.suggests])
    return [...fields]
      .filter((field) => isUsefulTo(kind, field) && !seen.excludes.has(field))
      .map((field) => ({ at, field, score: (scores.get(field) ?? 0) + (seen.suggests.has(field) ? 0.6 : 0) }))
      .filter(({ score }) => score >= 0.45)
  })
  bids.sort((a, b) => b.score - a.score || a.at - b.at)
  const mapping: { [column: number]: ColumnUse } = {}
  const used = new Set<Field>()
  let score = 0
  for (const bid of bids) {
    if (used.has(bid.field) || mapping[bid.at]) continue
    mapping[bid.at] = { field: bid.field }
    used.add(bid.field)
    score += bid.field === 'sequence' || bid.field === 'remark' ? bid.score / 4 : bid.score
  }
  return { mapping, score }
}
