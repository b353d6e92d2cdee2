import type { Grounds } from '#core/rulebook/grounds.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'

/** One thing that a rulebook asks, wherever it stands. */
export type RulebookRow = {
  /** The keys that lead to it, rows by their identity. */
  readonly path: readonly string[]
  /** The requirement that it names, if it is a demand. */
  readonly rule: string | null
  readonly numbers: string
  readonly grounds: Grounds
}

/** Everything in a rulebook that gives a reason for itself. */
export const rowsOf = (rulebook: Rulebook): readonly RulebookRow[] =>
  walk(rulebook, []).flatMap(({ path, value }) => {
    const { rule, clause, source } = value
    if (typeof clause !== 'string' && typeof source !== 'string' && typeof rule !== 'string') return []
    return [
      {
        path,
        rule: typeof rule === 'string' ? rule : null,
        numbers: numbersOf(value),
        grounds: value as Grounds,
      },
    ]
  })

const numbersOf = (value: Fields): string => {
  const { parameters } = value
  const own = Array.isArray(value['own']) ? value['own'] : []
  const named = isFields(parameters) ? parameters : onlyNumbers(value)
  return Object.entries(named)
    .map(
      ([name, one]) =>
        `${name === 'value' ? '' : `${name} `}${Array.isArray(one) ? one.join(', ') : String(one)}${own.includes(name) ? ' (ours)' : ''}`,
    )
    .join('; ')
}

const onlyNumbers = (value: Fields): Fields =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === 'number'))

type Fields = { readonly [field: string]: unknown }
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Visited = { readonly path: readonly string[]; readonly value: Fields }

const walk = (value: unknown, path: readonly string[]): readonly Visited[] => {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, i) => walk(one, [...path, nameOf(one) ?? String(i + 1)]))
  if (!isFields(value)) return []
  const inner = Object.entries(value).flatMap(([key, one]) =>
    // A demand's parameters are its numbers and a condition is no demand.
    key === 'parameters' || key === 'when' ? [] : walk(one, [...path, key]),
  )
  return [{ path, value }, ...inner]
}

/** Rows are told apart by their identity rather than by their number, which changes with every row above. */
const nameOf = (row: unknown): string | undefined => {
  if (!isFields(row)) return undefined
  const name = row['id'] ?? row['rule'] ?? row['kind'] ?? row['level'] ?? row['risk']
  return typeof name === 'string' ? name : undefined
}
