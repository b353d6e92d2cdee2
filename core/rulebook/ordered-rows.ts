import type { Condition } from './condition.ts'
import { conditionImplies } from './condition-implies.ts'
import type { Strictness } from './compare-values.ts'

type LevelRow = { readonly level: string; readonly when?: Condition; readonly floor?: boolean | undefined }
type CountRow = { readonly atLeast: number; readonly when?: Condition; readonly floor?: boolean | undefined }

/**
 * Rows read from the top, the first that holds deciding. Rows may be put in where they only raise: a row whose level is as
 * high as that of every row below it takes cases from them and lowers none. Anything else cannot be told.
 */
export const compareLevelRows = (
  before: readonly LevelRow[],
  after: readonly LevelRow[],
  levels: readonly string[],
): Strictness => {
  let at = 0
  let added = 0
  for (const row of after) {
    const expected = before[at]
    if (expected && isSameRow(row, expected)) {
      at += 1
      continue
    }
    const below = before.slice(at).map(({ level }) => levels.indexOf(level))
    if (levels.indexOf(row.level) < Math.max(...below)) return 'unclear'
    added += 1
  }
  if (at < before.length) return 'unclear'
  return added === 0 ? 'same' : 'stricter'
}

const isSameRow = (a: LevelRow, b: LevelRow): boolean =>
  a.level === b.level && JSON.stringify(a.when) === JSON.stringify(b.when) && a.floor === b.floor

/** Every row counts by itself: each of the old ones must be covered by one that asks for as many, at least as often. */
export const compareCountRows = (before: readonly CountRow[], after: readonly CountRow[]): Strictness => {
  if (JSON.stringify(before.map(core)) === JSON.stringify(after.map(core))) return 'same'
  const covers = (one: CountRow, other: CountRow): boolean =>
    one.atLeast >= other.atLeast && conditionImplies(other.when, one.when) && (!other.floor || one.floor === true)
  if (before.every((row) => after.some((one) => covers(one, row)))) return 'stricter'
  return after.every((row) => before.some((one) => covers(one, row))) ? 'looser' : 'unclear'
}

const core = ({ atLeast, when, floor }: CountRow) => [atLeast, when ?? null, floor ?? false]
