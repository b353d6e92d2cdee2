import { cellText, type Cell } from '#core/people/ledger/cell.ts'
import { parseNumericDate, type DateSystem } from '#core/people/identity/written-date.ts'
import type { LedgerKind } from '#core/people/ledger/fields.ts'
import { maskNumbers, pointAtHeader, type HeaderPlace, type Pointed } from '#core/people/ledger/point-at-header.ts'
import type { SheetHead } from '#core/people/ledger/recognise-sheet.ts'
import { openLedgerFile, readHead } from './ledger-file.ts'

export type KeptSheet = { readonly path: string; readonly name: string; readonly sheetIndex: number }

export type ShownHead = {
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
  readonly pointed: Pointed | null
}

/** The first rows of a sheet, for somebody who says what they are, and what its columns seem to mean at that place. */
export const showHead = async (
  sheet: KeptSheet,
  place: HeaderPlace | undefined,
  kind: LedgerKind | undefined,
): Promise<ShownHead> => {
  const { head, dateSystem } = await readSheetHead(sheet)
  return {
    rows: head.rows
      .slice(0, rowsShown)
      .map(({ number, cells }) => ({ number, cells: cells.map((cell) => shownCell(cell, dateSystem)) })),
    pointed: place ? pointAtHeader(head, place, kind) : null,
  }
}

const rowsShown = 25
const charactersShown = 40

export const readSheetHead = async ({
  path,
  name,
  sheetIndex,
}: KeptSheet): Promise<{ readonly head: SheetHead; readonly dateSystem: DateSystem }> => {
  const ledger = await openLedgerFile(path, name)
  try {
    const sheet = ledger.sheets[sheetIndex]!
    return { head: await readHead(sheet, name), dateSystem: ledger.dateSystem }
  } finally {
    await ledger.close()
  }
}

const shownCell = (cell: Cell, dateSystem: DateSystem): string => {
  if (typeof cell === 'object' && cell !== null && 'serial' in cell) {
    const day = parseNumericDate(cell.serial, true, dateSystem)
    if (day.ok) return day.value
  }
  return maskNumbers(cellText(cell)).slice(0, charactersShown)
}
