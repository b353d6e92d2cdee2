import { toComparable } from '../identity/plain-text.ts'
import { cellText, isBlank, type LedgerRow } from './cell.ts'
import type { Field, Mapping } from './fields.ts'
import type { ParsedRow } from './parse-row.ts'
import { problem, type RowProblem } from './problems.ts'
import { levelAsWritten } from './recognise-matrix.ts'
import { levelsOf, toLevel, toPosition } from './vocabulary.ts'

const yes = /^(?:√|✓|✔|☑|○|●|◎|y|yes|是|可|允许|1|v)$/
const no = /^(?:×|✗|✕|x|n|no|否|不可|不允许|禁止|0|[-—–/]+|☐)$/

/** Reads one position of the matrix: for each operation the highest level that is ticked, or none where it is crossed out. */
export const parseMatrixRow = (row: LedgerRow, mapping: Mapping, columns: ReadonlyMap<Field, number>): ParsedRow => {
  const problems: RowProblem[] = []
  const positionColumn = columns.get('position')
  const position = positionColumn === undefined ? '' : cellText(row.cells[positionColumn])
  if (position === '') problems.push(problem('position-missing', {}, positionColumn))

  const levels: { [operation: string]: string | null } = {}
  for (const [key, use] of Object.entries(mapping)) {
    if (!('operation' in use)) continue
    const column = Number(key)
    const cell = row.cells[column]
    if (isBlank(cell)) continue
    const read = readMark(cellText(cell), use.operation, use.level)
    if ('problem' in read) problems.push({ ...read.problem, column })
    else levels[use.operation] = higher(use.operation, levels[use.operation] ?? null, read.level)
  }
  if (problems.length > 0) return { entry: undefined, problems }
  if (Object.keys(levels).length === 0) return { entry: undefined, problems: [problem('row-no-mark', {})] }
  return { entry: { kind: 'matrix', position: toPosition(position), levels }, problems }
}

const readMark = (
  text: string,
  operation: string,
  level: string,
): { readonly level: string | null } | { readonly problem: RowProblem } => {
  const mark = toComparable(text)
  if (no.test(mark)) return { level: null }
  const written = toLevel(text, operation)
  if (yes.test(mark)) {
    // A tick under an operation that has classes does not say which class is meant.
    return level === levelAsWritten ? { problem: problem('level-unknown', { text }) } : { level }
  }
  if (written !== undefined && level === levelAsWritten && (levelsOf[operation] ?? []).includes(written))
    return { level: written }
  return { problem: problem(written === undefined ? 'mark-unknown' : 'level-unknown', { text: text.slice(0, 30) }) }
}

const higher = (operation: string, a: string | null, b: string | null): string | null => {
  const order = levelsOf[operation] ?? []
  return (b === null ? -1 : order.indexOf(b)) > (a === null ? -1 : order.indexOf(a)) ? b : a
}
