import type { Condition } from './condition.ts'
import { conditionImplies } from './condition-implies.ts'
import { isFields, type Fields } from './edition-items.ts'

export type Strictness = 'same' | 'stricter' | 'looser' | 'unclear'

/** Words may be changed freely: they say a demand, they are none. */
const wording = ['name', 'text', 'label', 'unit', 'feedCode', 'numberPrefix', 'formula']

/** Compares what one item asks in two editions; `path` names it, because a bare `value` is meant as its last part says. */
export const compareContent = (path: string, before: Fields, after: Fields): Strictness => {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !wording.includes(key))
  return worst(
    fields.map((key) =>
      key === 'when'
        ? compareConditions(before[key] as Condition | undefined, after[key] as Condition | undefined)
        : compareField(key === 'value' ? (path.split('.').at(-1) ?? key) : key, before[key], after[key]),
    ),
  )
}

/** A demand is as strict when it is made at least as often. */
const compareConditions = (before: Condition | undefined, after: Condition | undefined): Strictness => {
  if (JSON.stringify(before) === JSON.stringify(after)) return 'same'
  if (conditionImplies(before, after)) return 'stricter'
  return conditionImplies(after, before) ? 'looser' : 'unclear'
}

const compareField = (name: string, before: unknown, after: unknown): Strictness => {
  if (JSON.stringify(before) === JSON.stringify(after)) return 'same'
  if (name === 'within' && isFields(before) && isFields(after)) return compareReach(before, after)
  if (typeof before === 'number' && typeof after === 'number') {
    const direction = directionOf(name)
    if (direction === null) return 'unclear'
    return after < before === (direction === 'lower') ? 'stricter' : 'looser'
  }
  if (typeof before === 'boolean' && typeof after === 'boolean') {
    const strict = strictFlags[name]
    return strict === undefined ? 'unclear' : after === strict ? 'stricter' : 'looser'
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after)
  return 'unclear'
}

/** A conflict that reaches farther keeps more jobs apart. */
const compareReach = ({ metresMax: before }: Fields, { metresMax: after }: Fields): Strictness => {
  if (typeof before !== 'number' || typeof after !== 'number') return 'unclear'
  return after > before ? 'stricter' : 'looser'
}

const strictFlags: { readonly [flag: string]: boolean } = {
  applies: true,
  required: true,
  suspendsWhenLeft: true,
  optional: false,
}

/** Which way a number is stricter, told by its name; a name that tells nothing cannot be judged. */
const directionOf = (name: string): 'lower' | 'higher' | null => {
  if (name === 'fireWatchMinutes') return 'higher'
  if (/(Min|^min|^atLeast|Dividing)$/.test(name)) return 'higher'
  return /(Max|^max|Forbidden|Minutes)$/.test(name) ? 'lower' : null
}

/** More words, more rows to tick and more pictures ask for more. */
const compareLists = (before: readonly unknown[], after: readonly unknown[]): Strictness => {
  const keyOf = (row: unknown): string =>
    isFields(row) && typeof row['id'] === 'string' ? row['id'] : JSON.stringify(row)
  const old = before.map(keyOf)
  const young = after.map(keyOf)
  if (old.every((key) => young.includes(key))) return young.length > old.length ? 'stricter' : 'same'
  return young.every((key) => old.includes(key)) ? 'looser' : 'unclear'
}

/** One loosened part is a loosening, whatever else was tightened; one that cannot be told spoils the answer. */
export const worst = (parts: readonly Strictness[]): Strictness => {
  if (parts.includes('looser')) return 'looser'
  if (parts.includes('unclear')) return 'unclear'
  return parts.includes('stricter') ? 'stricter' : 'same'
}
