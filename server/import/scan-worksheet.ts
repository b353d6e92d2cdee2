import type { Cell, LedgerRow } from '#core/people/ledger/cell.ts'
import { refuseFile } from './file-refused.ts'
import { limits } from './limits.ts'
import type { WorkbookParts } from './workbook-parts.ts'
import { attributeOf, decodeXmlText, prefixOf, textRunsOf, withoutPrefix } from './xml-text.ts'

/**
 * Reads the rows of a worksheet from its inflated bytes, a batch per piece, and keeps no more than one piece and one row.
 *
 * Written by hand because the streaming readers at hand give values only: hidden rows, and whether a cell is text or a
 * number, are exactly what tells a whole identity number from a damaged one.
 */
export const scanRows = async function* (
  bytes: AsyncIterable<Buffer>,
  parts: Pick<WorkbookParts, 'sharedStrings' | 'dateStyles'>,
): AsyncGenerator<LedgerRow[], void, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  let prefix: string | undefined
  let previous = 0
  let filled = 0
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true })
    prefix ??= prefixOf(text, 'worksheet')
    rest += prefix === '' ? text : withoutPrefix(text, prefix)
    const batch: LedgerRow[] = []
    rest = takeRows(rest, (tag, xml, from, to) => {
      const row = readRow(tag, xml, from, to, previous, parts)
      previous = row.number
      // Formatting alone may reach the last row of the sheet; only rows with something in them count.
      if (row.cells.length === 0) return
      filled++
      batch.push(row)
    })
    if (filled > limits.rowsMax) throw refuseFile('rows-too-many', { rowsMax: limits.rowsMax })
    if (rest.length > limits.rowCharactersMax)
      throw refuseFile('cell-too-long', { row: previous + 1, charactersMax: limits.rowCharactersMax })
    if (batch.length > 0) yield batch
  }
}

/** Calls back for each complete row at the front and returns what is left. */
const takeRows = (xml: string, take: (tag: string, xml: string, from: number, to: number) => void): string => {
  let at = 0
  for (;;) {
    const open = indexOfRow(xml, at)
    // Ten characters may be the beginning of the next `<row`.
    if (open < 0) return xml.slice(Math.max(at, xml.length - 10))
    const openEnd = xml.indexOf('>', open)
    if (openEnd < 0) return xml.slice(open)
    const tag = xml.slice(open, openEnd)
    if (tag.endsWith('/')) {
      take(tag, xml, openEnd + 1, openEnd + 1)
      at = openEnd + 1
      continue
    }
    const close = xml.indexOf('</row>', openEnd)
    if (close < 0) return xml.slice(open)
    take(tag, xml, openEnd + 1, close)
    at = close + 6
  }
}

/** `<row` followed by a blank, `>` or `/`: `<rowBreaks` is another element. */
const indexOfRow = (xml: string, from: number): number => {
  for (let at = xml.indexOf('<row', from); at >= 0; at = xml.indexOf('<row', at + 4)) {
    const next = xml.charCodeAt(at + 4)
    if (next <= 32 || next === 62 || next === 47 || Number.isNaN(next)) return at
  }
  return -1
}

type Parts = Pick<WorkbookParts, 'sharedStrings' | 'dateStyles'>

const readRow = (tag: string, xml: string, from: number, to: number, previous: number, parts: Parts): LedgerRow => {
  const written = Number(attributeOf(tag, 'r'))
  const hidden = attributeOf(tag, 'hidden')
  return {
    number: Number.isInteger(written) && written > 0 ? written : previous + 1,
    cells: readCells(xml, from, to, parts),
    isHidden: hidden === '1' || hidden === 'true',
  }
}

const readCells = (xml: string, from: number, to: number, parts: Parts): Cell[] => {
  const cells: Cell[] = []
  let column = -1
  for (let at = xml.indexOf('<c', from); at >= 0 && at < to; at = xml.indexOf('<c', at)) {
    const next = xml.charCodeAt(at + 2)
    if (next !== 32 && next !== 62 && next !== 47) {
      at += 2
      continue
    }
    const openEnd = xml.indexOf('>', at)
    const attributes = xml.slice(at + 2, openEnd)
    column = columnOf(attributes) ?? column + 1
    if (column >= limits.columnsMax) throw refuseFile('columns-too-many', { columnsMax: limits.columnsMax })
    if (attributes.endsWith('/')) {
      at = openEnd
      continue
    }
    const close = xml.indexOf('</c>', openEnd)
    if (close < 0) break
    const cell = readCell(attributes, xml, openEnd + 1, close, parts)
    if (cell !== null) {
      while (cells.length < column) cells.push(null)
      cells[column] = cell
    }
    at = close
  }
  return cells
}

/** ` r="AB12"` → 27. */
const columnOf = (attributes: string): number | undefined => {
  const at = attributes.indexOf(' r="')
  if (at < 0) return undefined
  let column = 0
  for (let index = at + 4; ; index++) {
    const code = attributes.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

const readCell = (attributes: string, xml: string, from: number, to: number, parts: Parts): Cell => {
  const type = shortAttribute(attributes, ' t="')
  if (type === 'inlineStr') return textRunsOf(xml.slice(from, to)) || null
  const open = xml.indexOf('<v', from)
  if (open < 0 || open >= to) return null
  const valueFrom = xml.indexOf('>', open) + 1
  const valueTo = xml.indexOf('</v>', valueFrom)
  if (valueTo < 0 || valueTo > to) return null
  const value = xml.slice(valueFrom, valueTo)
  switch (type) {
    case 's':
      return parts.sharedStrings[Number(value)] || null
    case 'str':
    case 'd':
      return decodeXmlText(value) || null
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return { error: decodeXmlText(value) }
    default: {
      // `n`, or nothing: a number. What cannot be read as one is kept as text, so that its row is refused and not lost.
      const number = Number(value)
      if (value === '' || Number.isNaN(number)) return decodeXmlText(value) || null
      const style = shortAttribute(attributes, ' s="')
      return style !== undefined && parts.dateStyles[Number(style)] ? { serial: number } : number
    }
  }
}

const shortAttribute = (attributes: string, opening: string): string | undefined => {
  const at = attributes.indexOf(opening)
  return at < 0 ? undefined : attributes.slice(at + opening.length, attributes.indexOf('"', at + opening.length))
}
