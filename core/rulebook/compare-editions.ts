import { compareContent, type Strictness } from './compare-values.ts'
import { editionItems, type Fields } from './edition-items.ts'
import type { Grounds } from './grounds.ts'
import { compareCountRows, compareLevelRows } from './ordered-rows.ts'
import { groundsOfRestDays } from './rest-days.ts'
import type { Operation, Rulebook } from './rulebook.ts'

export type EditionChange = {
  readonly path: string
  /** `unclear`: changed, and it cannot be shown that the new one asks for as much. */
  readonly change: 'stricter' | 'looser' | 'new' | 'gone' | 'unclear'
  /** Why the older edition asked for it; of what is new, why the newer one does. */
  readonly grounds: Grounds
}

/** What a newer edition asks otherwise than an older one. Words may change without notice; demands may not. */
export const compareEditions = (before: Rulebook, after: Rulebook): readonly EditionChange[] => {
  const old = editionItems(before)
  const young = editionItems(after)
  const changes: EditionChange[] = []
  for (const { path, grounds, content, own } of old.values()) {
    const now = young.get(path)
    if (!now) {
      changes.push({ path, change: 'gone', grounds })
      continue
    }
    note(changes, path, grounds, compareContent(path, without(own, content), without(own, now.content)))
    note(changes, `${path}.own`, enterprise, compareContent(path, only(own, content), only(own, now.content)))
    // Whoever calls a number of the standard his own could loosen it next time.
    if (grounds.floor && now.own.some((name) => !own.includes(name)))
      changes.push({ path: `${path}.own`, change: 'looser', grounds })
    if (grounds.floor && !now.grounds.floor) changes.push({ path: `${path}.floor`, change: 'looser', grounds })
  }
  for (const { path, grounds } of young.values()) if (!old.has(path)) changes.push({ path, change: 'new', grounds })
  note(
    changes,
    'calendar.restWeekdays',
    groundsOfRestDays(before),
    compareContent('calendar', daysOff(before), daysOff(after)),
  )
  for (const [id, operation] of Object.entries(before.operations)) {
    const now = after.operations[id]
    if (now) compareRows(changes, `operations.${id}`, operation, now)
  }
  return changes
}

const daysOff = ({ calendar: { restWeekdays } }: Rulebook): Fields => ({ restWeekdays })

const enterprise: Grounds = { source: 'enterprise' }
const only = (names: readonly string[], content: Fields): Fields =>
  Object.fromEntries(Object.entries(content).filter(([name]) => names.includes(name)))
const without = (names: readonly string[], content: Fields): Fields =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)))

const note = (changes: EditionChange[], path: string, grounds: Grounds, change: Strictness): void => {
  if (change !== 'same') changes.push({ path, change, grounds })
}

const compareRows = (changes: EditionChange[], path: string, before: Operation, after: Operation): void => {
  const levels = before.levels.map(({ id }) => id)
  const isOrderKept = JSON.stringify(levels) === JSON.stringify(after.levels.map(({ id }) => id))
  const rows = isOrderKept ? compareLevelRows(before.levelRows, after.levelRows, levels) : 'unclear'
  note(changes, `${path}.levelRows`, firstGrounds(before.levelRows), rows)
  const risks = before.riskRows.map(({ risk: level, when }) => ({ level, ...(when && { when }) }))
  const risksNow = after.riskRows.map(({ risk: level, when }) => ({ level, ...(when && { when }) }))
  note(
    changes,
    `${path}.riskRows`,
    firstGrounds(before.riskRows),
    compareLevelRows(risks, risksNow, ['L1', 'L2', 'L3', 'L4', 'L5']),
  )
  const { countMin } = before.guardian
  note(
    changes,
    `${path}.guardian.countMin`,
    firstGrounds(countMin),
    compareCountRows(countMin, after.guardian.countMin),
  )
}

/** A list stands on the standard as soon as one of its rows does. */
const firstGrounds = (rows: readonly Grounds[]): Grounds => {
  const [first] = rows
  if (!first) throw new Error('a list of rows without any row')
  return rows.find(({ floor }) => floor) ?? first
}
