import { toComparable } from '../identity/plain-text.ts'
import { cellText, isBlank, type LedgerRow } from './cell.ts'
import type { Mapping } from './fields.ts'
import { toHeaderWord } from './score-header.ts'
import { problem, type RowProblem } from './problems.ts'

const totalWords = /^(?:合计|总计|小计|共计|累计|总人数|人数合计|本页合计|total|subtotal|sum)/
const totalWithin = /^(?:合\s*计|总\s*计|小\s*计|共计?\s*\d+\s*人)/
const noteWords =
  /^(?:注|备注|说明|填表|制表|审核|批准|编制|填报|统计人|日期|联系人|note|remark|prepared|checked|approved|printed)/

/** Fields that are filled in beforehand, or by a joined cell, and by themselves make no row. */
const decoration: ReadonlySet<string> = new Set(['sequence', 'department', 'remark', 'employer', 'team'])
const keys: ReadonlySet<string> = new Set([
  'idNumber',
  'certificateNumber',
  'staffNumber',
  'examinedOn',
  'completedOn',
  'position',
])

/** Answers for each row of a sheet's body why it is no entry: blank, total, note, or the header again; nothing when it is one. */
export const createRowSieve = (
  mapping: Mapping,
  headers: readonly string[],
): ((row: LedgerRow) => RowProblem | undefined) => {
  const uses = Object.entries(mapping).map(([column, use]) => ({
    column: Number(column),
    field: 'field' in use ? use.field : undefined,
  }))
  const content = uses.filter(({ field }) => field === undefined || !decoration.has(field)).map(({ column }) => column)
  const keyColumns = uses.filter(({ field }) => field !== undefined && keys.has(field)).map(({ column }) => column)
  const headerWords = headers.map(toHeaderWord)

  return (row) => {
    const filled = row.cells.filter((cell) => !isBlank(cell))
    if (filled.length === 0) return problem('row-blank', {})
    const text = cellText(filled[0])
    const word = toComparable(text)
    if (totalWords.test(word)) return problem('row-total', { text: shorten(text) })
    if (isHeaderAgain(row, headerWords)) return problem('row-header', {})

    const isKeyless = keyColumns.every((column) => isBlank(row.cells[column]))
    const mayBeNote = filled.length <= 2 || (filled.length <= 6 && isKeyless)
    if (mayBeNote && (noteWords.test(word) || text.length > 20)) return problem('row-note', { text: shorten(text) })
    // 共 860 人 in the middle of a row is a total whose word does not stand first.
    if (mayBeNote && filled.some((cell) => typeof cell === 'string' && totalWithin.test(cell.trim()))) {
      return problem('row-total', { text: shorten(text) })
    }
    return content.some((column) => !isBlank(row.cells[column])) ? undefined : problem('row-blank', {})
  }
}

/** Three cells that end the header of their own column: long lists repeat it on every printed page. */
const isHeaderAgain = (row: LedgerRow, headerWords: readonly string[]): boolean => {
  let same = 0
  for (let column = 0; column < headerWords.length && same < 3; column++) {
    const cell = row.cells[column]
    // The first character decides nearly always, without normalising a whole cell of a long list.
    if (
      typeof cell !== 'string' ||
      cell.length > 20 ||
      !headerWords[column]!.includes(cell.trimStart().charAt(0).toLowerCase())
    )
      continue
    const word = toHeaderWord(cell)
    if (word !== '' && headerWords[column]!.endsWith(word)) same++
  }
  return same >= 3
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
