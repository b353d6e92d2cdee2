import { isPlain, toPlainText } from '../identity/plain-text.ts'

/**
 * A cell as the file stores it. A number keeps being a number, because only then is it known that a long identity number has
 * lost its last digits; a day keeps its serial, because the date system of the workbook decides what day it is.
 */
export type Cell = string | number | { readonly serial: number } | { readonly error: string } | null

export type LedgerRow = {
  /** As the spreadsheet counts: the first row is 1. */
  readonly number: number
  readonly cells: readonly Cell[]
  readonly isHidden: boolean
}

/** Cells as plain text: for headers, names and words. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return toPlainText(cell)
  if (typeof cell === 'number') return numberText(cell)
  return 'error' in cell ? '' : numberText(cell.serial)
}

/** Beyond 2^53 a double has lost digits: it is shown as the spreadsheet shows it, so that nothing takes it for a whole number. */
const numberText = (value: number): string =>
  Math.abs(value) > Number.MAX_SAFE_INTEGER ? value.toExponential(4).toUpperCase() : String(value)

export const isBlank = (cell: Cell | undefined): boolean => {
  if (typeof cell !== 'string') return cell === null || cell === undefined
  // The first character decides nearly always.
  return !isPlain(cell.charCodeAt(0)) && toPlainText(cell) === ''
}

/** 0 → `A`, 27 → `AB`. */
export const columnLetter = (column: number): string =>
  (column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
