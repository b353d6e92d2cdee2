import { cellText, isBlank, type Cell, type LedgerRow } from '#core/people/ledger/cell.ts'
import { createRowSieve } from '#core/people/ledger/classify-row.ts'
import type { Entry } from '#core/people/ledger/entry.ts'
import { columnsOf, type ReadingRules } from '#core/people/ledger/row-reader.ts'
import { createRowParser } from '#core/people/ledger/parse-row.ts'
import { outcomeOf, problem, type RowOutcome, type RowProblem } from '#core/people/ledger/problems.ts'
import type { Merge } from '#core/people/ledger/recognise-sheet.ts'
import { toMapping, type SheetReading } from './import-record.ts'
import type { LedgerSheet, OnBytes } from './ledger-file.ts'

/** A row after reading, before it is compared with anything else. Only one that has no fault has an entry. */
export type ReadRow =
  | { readonly kind: 'entry'; readonly row: number; readonly name: string; readonly entry: Entry }
  | {
      readonly kind: 'settled'
      readonly row: number
      readonly name: string
      readonly outcome: RowOutcome
      readonly problems: readonly RowProblem[]
    }
  | { readonly kind: 'blank' }

export type SheetToRead = {
  readonly sheet: LedgerSheet
  readonly reading: SheetReading
  readonly includeHidden: boolean
  readonly rules: ReadingRules
}

export const readSheet = async function* (
  { sheet, reading, includeHidden, rules }: SheetToRead,
  onBytes?: OnBytes,
): AsyncGenerator<readonly ReadRow[], void, undefined> {
  const fill = createMergeFiller(await sheet.merges(), reading.lastHeaderRow)
  const mapping = toMapping(reading.mapping)
  const whyNoEntry = createRowSieve(mapping, reading.headers)
  const parse = createRowParser(reading.ledger, mapping, rules)
  const columns = columnsOf(mapping)
  const nameColumn = columns.get('name') ?? columns.get('position')

  const read = (raw: LedgerRow): ReadRow => {
    const title = nameColumn === undefined ? '' : cellText(raw.cells[nameColumn]).slice(0, 40)
    const settled = (outcome: RowOutcome, ...problems: RowProblem[]): ReadRow => ({
      kind: 'settled',
      row: raw.number,
      name: title,
      outcome,
      problems,
    })
    if (raw.number <= reading.lastHeaderRow) return aboveBody(raw, reading)
    const why = whyNoEntry(raw)
    if (why) return why.code === 'row-blank' ? { kind: 'blank' } : settled('ignored', why)
    if (raw.isHidden && !includeHidden) return settled('ignored', problem('row-hidden', {}))
    const { entry, problems } = parse(fill(raw))
    if (problems.some(({ code }) => code === 'row-no-mark')) return settled('ignored', ...problems)
    if (problems.length > 0 || entry === undefined) return settled(outcomeOf(problems), ...problems)
    return { kind: 'entry', row: raw.number, name: title, entry }
  }
  for await (const batch of sheet.rows(onBytes)) yield batch.map(read)
}

const aboveBody = (row: LedgerRow, { firstHeaderRow }: SheetReading): ReadRow => {
  const first = row.cells.find((cell) => !isBlank(cell))
  if (first === undefined) return { kind: 'blank' }
  const why =
    row.number < firstHeaderRow
      ? problem('row-title', { text: cellText(first).slice(0, 60) })
      : problem('row-header', {})
  return { kind: 'settled', row: row.number, name: '', outcome: 'ignored', problems: [why] }
}

/** A cell joined over several lines speaks for each of them: the contractor is written once beside all its people. */
const createMergeFiller = (merges: readonly Merge[], lastHeaderRow: number): ((row: LedgerRow) => LedgerRow) => {
  const vertical = merges.filter(
    ({ top, bottom, left, right }) => left === right && bottom > top && top > lastHeaderRow,
  )
  if (vertical.length === 0) return (row) => row
  const byTop = Map.groupBy(vertical, ({ top }) => top)
  const running = new Map<number, { readonly bottom: number; readonly value: Cell }>()
  return (row) => {
    for (const { left, bottom } of byTop.get(row.number) ?? [])
      running.set(left, { bottom, value: row.cells[left] ?? null })
    if (running.size === 0) return row
    const cells = [...row.cells]
    for (const [column, { bottom, value }] of running) {
      if (row.number > bottom) {
        running.delete(column)
        continue
      }
      while (cells.length <= column) cells.push(null)
      if (isBlank(cells[column])) cells[column] = value
    }
    return { ...row, cells }
  }
}
