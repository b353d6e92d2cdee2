import { cellText } from './cell.ts'
import { ledgerKinds, type LedgerKind } from './fields.ts'
import { toHeaderWord } from './score-header.ts'
import {
  headerHeightMax,
  headerRowsSearched,
  headersAt,
  readAt,
  type HeaderGuess,
  type SheetHead,
} from './recognise-sheet.ts'

export type HeaderPlace = { readonly firstRow: number; readonly lastRow: number }

export type Pointed =
  | { readonly ok: true; readonly guess: HeaderGuess }
  | { readonly ok: false; readonly because: 'header-is-data' | 'sheet-unrecognised' }

/**
 * Somebody says where the header stands, and perhaps which ledger it is: the best guess for just that. It may be empty of
 * meaning; whoever points maps the rest. A row with people's numbers is no header, because headers are kept.
 */
export const pointAtHeader = (head: SheetHead, { firstRow, lastRow }: HeaderPlace, kind?: LedgerKind): Pointed => {
  const start = head.rows.findIndex(({ number }) => number >= firstRow)
  const height = head.rows.filter(({ number }) => firstRow <= number && number <= lastRow).length
  if (start === -1 || height === 0 || height > headerHeightMax) return { ok: false, because: 'sheet-unrecognised' }
  const cells = head.rows.slice(start, start + height).flatMap((row) => row.cells.map(cellText))
  if (cells.some(holdsPersonalNumber)) return { ok: false, because: 'header-is-data' }
  const guess = readAt(head, start, height, kind ? [kind] : ledgerKinds)
  return guess ? { ok: true, guess } : { ok: false, because: 'sheet-unrecognised' }
}

/** Identity numbers, phones and certificates have more digits than any word or date above a column. */
const holdsPersonalNumber = (text: string): boolean => /\d{9,}/.test(text)

/** A cell as it may be shown to whoever maps columns: enough to know what it is, not enough to know whose. */
export const maskNumbers = (text: string): string =>
  text.replaceAll(/\d{9,}/g, (digits) => `${digits.slice(0, 3)}${'•'.repeat(digits.length - 5)}${digits.slice(-2)}`)

/** The same words above the same columns give the same text, whatever blanks and brackets stand around them. */
export const headerSignature = (headers: readonly string[]): string => {
  const words = headers.map(toHeaderWord)
  return words.slice(0, words.findLastIndex((word) => word !== '') + 1).join('|')
}

/** Every place where a known header may stand in this sheet, with its signature. */
export const headerPlaces = (head: SheetHead): readonly (HeaderPlace & { readonly signature: string })[] =>
  head.rows.slice(0, headerRowsSearched).flatMap(({ number: firstRow }, start) =>
    head.rows.slice(start, start + headerHeightMax).map(({ number: lastRow }) => ({
      firstRow,
      lastRow,
      signature: headerSignature(headersAt(head, firstRow, lastRow)),
    })),
  )
