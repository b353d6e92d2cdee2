import type { ColumnUse, Field, Mapping } from './fields.ts'
import { scoreHeader } from './score-header.ts'
import type { HeaderColumn } from './recognise-sheet.ts'
import { levelsOf, toLevel, toOperation } from './vocabulary.ts'

/** A sheet is a matrix when this many of its columns name an operation. */
const operationColumnsMin = 3

/** The level of a column that names only the operation: the cell itself must say which (一级及以下). */
export const levelAsWritten = 'as-written'

/** Reads the header of a position × operation × level matrix: operations above, levels below, positions in a column of their own. */
export const recogniseMatrixHeader = (
  columns: readonly HeaderColumn[],
): { readonly mapping: Mapping; readonly missing: readonly Field[]; readonly score: number } | undefined => {
  const mapping: { [column: number]: ColumnUse } = {}
  let operationCount = 0
  let levelCount = 0
  const positions: { at: number; score: number }[] = []
  columns.forEach(({ joined, own }, at) => {
    // A long text is a title or a note that happens to mention an operation.
    const operation = joined.length <= 16 ? toOperation(joined) : undefined
    if (operation) {
      const level = levelOf(operation, own)
      mapping[at] = { operation, level }
      if (level !== levelAsWritten) levelCount++
      operationCount++
      return
    }
    const score = Math.max(scoreHeader(own).get('position') ?? 0, scoreHeader(joined).get('position') ?? 0)
    if (score >= 0.45) positions.push({ at, score })
  })
  if (operationCount < operationColumnsMin) return undefined
  const position = positions.sort((a, b) => b.score - a.score)[0]
  if (position) mapping[position.at] = { field: 'position' }
  return {
    mapping,
    missing: position ? [] : ['position'], // A line that names the levels belongs to the header.
    score: operationCount + levelCount / 4 + (position ? 1 : -1.5),
  }
}

const levelOf = (operation: string, own: string): string => {
  const levels = levelsOf[operation] ?? []
  if (levels.length === 1) return levels[0]!
  const level = toLevel(own, operation)
  return level !== undefined && levels.includes(level) ? level : levelAsWritten
}
