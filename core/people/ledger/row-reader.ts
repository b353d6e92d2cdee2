import type { IsoDate } from '../../time/epoch.ts'
import { toPlainText } from '../identity/plain-text.ts'
import {
  parseNumericDate,
  parseWrittenDate,
  parseWrittenRange,
  type DateSystem,
  type WrittenDate,
  type WrittenRange,
} from '../identity/written-date.ts'
import type { Parsed } from '../identity/parsed.ts'
import { cellText, isBlank, type Cell, type LedgerRow } from './cell.ts'
import type { Field, Mapping } from './fields.ts'
import { problem, type Problem, type RowProblem } from './problems.ts'

export type ReadingRules = {
  readonly today: IsoDate
  readonly dateSystem: DateSystem
  /** Whether the file tells text from numbers (a workbook does, a CSV does not). */
  readonly isTyped: boolean
}

/** Reads the fields of one row; every problem is kept with its column, so that all of them are told at once. */
export type RowReader = {
  readonly rules: ReadingRules
  readonly problems: RowProblem[]
  readonly has: (field: Field) => boolean
  readonly text: (field: Field) => string | undefined
  readonly date: (field: Field) => IsoDate | undefined
  readonly lastDay: (field: Field) => WrittenDate | undefined
  readonly range: (field: Field) => WrittenRange | undefined
  readonly number: (field: Field) => number | undefined
  /** Passes the cell to a parser of texts; `isTyped` is false for a number, which may have lost digits. */
  readonly parse: <Value>(field: Field, parser: (text: string, isTyped: boolean) => Parsed<Value>) => Value | undefined
  readonly complain: (field: Field | undefined, problem: Problem) => undefined
}

/** No name, position or department is longer; a longer cell is a paragraph that slipped into the wrong column. */
const textLengthMax = 80

export const columnsOf = (mapping: Mapping): ReadonlyMap<Field, number> =>
  new Map(
    Object.entries(mapping).flatMap(([column, use]) => ('field' in use ? [[use.field, Number(column)] as const] : [])),
  )

export const createRowReader = (
  row: LedgerRow,
  columns: ReadonlyMap<Field, number>,
  rules: ReadingRules,
): RowReader => {
  const problems: RowProblem[] = []
  const cellOf = (field: Field): Cell => {
    const column = columns.get(field)
    return column === undefined ? null : (row.cells[column] ?? null)
  }
  const complain = (field: Field | undefined, { code, params }: Problem): undefined => {
    problems.push(problem(code, params, field === undefined ? undefined : columns.get(field)))
    return undefined
  }
  const isError = (field: Field, cell: Cell): boolean => {
    if (cell === null || typeof cell !== 'object' || !('error' in cell)) return false
    complain(field, problem('cell-error', { error: cell.error }))
    return true
  }
  const take = <Value>(field: Field, parsed: Parsed<Value>): Value | undefined =>
    parsed.ok ? parsed.value : complain(field, parsed.problem)

  const lastDay = (field: Field): WrittenDate | undefined => {
    const cell = cellOf(field)
    if (isBlank(cell) || isError(field, cell)) return undefined
    const parsed =
      typeof cell === 'string'
        ? parseWrittenDate(cell, rules.dateSystem)
        : typeof cell === 'number'
          ? parseNumericDate(cell, false, rules.dateSystem)
          : parseNumericDate((cell as { serial: number }).serial, true, rules.dateSystem)
    // A dash or 无 says that there is no date, which is for the caller to judge.
    if (!parsed.ok && parsed.problem.code === 'date-missing') return undefined
    return take(field, parsed)
  }

  return {
    rules,
    problems,
    complain,
    has: (field) => !isBlank(cellOf(field)),
    text: (field) => {
      const cell = cellOf(field)
      if (isBlank(cell) || isError(field, cell)) return undefined
      const text = cellText(cell)
      if (text.length <= textLengthMax) return text
      return complain(field, problem('text-too-long', { length: text.length, lengthMax: textLengthMax }))
    },
    lastDay,
    date: (field) => {
      const day = lastDay(field)
      return day === 'unlimited' ? complain(field, problem('date-unlimited-not-allowed', {})) : day
    },
    range: (field) => {
      const cell = cellOf(field)
      if (isBlank(cell) || isError(field, cell)) return undefined
      return take(field, parseWrittenRange(cellText(cell), rules.dateSystem))
    },
    number: (field) => {
      const cell = cellOf(field)
      if (isBlank(cell) || isError(field, cell)) return undefined
      if (typeof cell === 'number') return cell
      const match = /^(\d+(?:\.\d+)?)\s?(?:分|学时|课时|小时|h|hours?)?$/i.exec(toPlainText(cellText(cell)))
      return match
        ? Number(match[1])
        : complain(field, problem('number-unreadable', { text: cellText(cell).slice(0, 30) }))
    },
    parse: (field, parser) => {
      const cell = cellOf(field)
      if (isError(field, cell)) return undefined
      const isTyped = rules.isTyped && typeof cell === 'string'
      return take(field, parser(typeof cell === 'string' ? cell : cellText(cell), isTyped))
    },
  }
}
