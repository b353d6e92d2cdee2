import type { Merge } from '#core/people/ledger/recognise-sheet.ts'
import { limits } from './limits.ts'
import { prefixOf, withoutPrefix } from './xml-text.ts'

const rowsEnd = Buffer.from('sheetData>')
const overlapBytes = 32

/**
 * Finds the joined cells of a worksheet. They stand behind the rows, although the rows cannot be understood without them, so
 * that the part is run through once beforehand, looking only for the end of its rows.
 */
export const scanMerges = async (bytes: AsyncIterable<Buffer>): Promise<Merge[]> => {
  let tail: string | undefined
  let carried = Buffer.alloc(0)
  let prefix: string | undefined
  const decoder = new TextDecoder()
  for await (const piece of bytes) {
    prefix ??= prefixOf(piece.toString('latin1', 0, 4096), 'worksheet')
    if (tail === undefined) {
      const window = Buffer.concat([carried, piece])
      // The opening tag ends in the same letters; it comes within the first bytes and is told by what stands before it.
      const at = indexOfRowsEnd(window)
      if (at >= 0) tail = decoder.decode(window.subarray(at), { stream: true })
      carried = window.subarray(Math.max(0, window.length - overlapBytes))
    } else if (tail.length < limits.mergesMax * 40) {
      tail += decoder.decode(piece, { stream: true })
    }
  }
  if (tail === undefined) return []
  const xml = prefix ? withoutPrefix(tail, prefix) : tail
  return [...xml.matchAll(/<mergeCell\s[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)]
    .slice(0, limits.mergesMax)
    .map(([, left, top, right, bottom]) => ({
      top: Number(top),
      left: toColumn(left!),
      bottom: Number(bottom),
      right: toColumn(right!),
    }))
}

const indexOfRowsEnd = (window: Buffer): number => {
  for (let at = window.indexOf(rowsEnd); at >= 0; at = window.indexOf(rowsEnd, at + 1)) {
    // `</sheetData>` or `</x:sheetData>`, not `<sheetData>`.
    if (/<\/(?:[\w.-]+:)?$/.test(window.toString('latin1', Math.max(0, at - 12), at))) return at
  }
  return -1
}

const toColumn = (letters: string): number => {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
