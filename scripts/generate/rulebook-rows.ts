import type { Grounds } from '#core/rulebook/grounds.ts'
import type { Operation } from '#core/rulebook/rulebook.ts'

/** One demand or limit as it stands in a rulebook. */
export type Found = {
  readonly where: string
  readonly what: string
  readonly numbers: string
  readonly grounds: Grounds
}

/** Every demand of the operation, wherever it stands. */
export const gatherDemands = (operation: Operation): readonly Found[] =>
  walk(operation, '').flatMap(({ path, value }) => {
    const { rule, parameters } = value
    if (typeof rule !== 'string' || !isFields(parameters)) return []
    const numbers = Object.entries(parameters).map(
      ([name, one]) => `${name} ${Array.isArray(one) ? one.join(', ') : String(one)}`,
    )
    return [
      {
        where: path.replace(/(\.requires)?\.[^.]*$/, ''),
        what: rule,
        numbers: numbers.join('; '),
        grounds: value as Grounds,
      },
    ]
  })

/** Every number that carries its own reason. */
export const gatherLimits = (operation: Operation): readonly Found[] =>
  walk(operation, '').flatMap(({ path, value }) => {
    if (typeof value['value'] !== 'number') return []
    const [, where = '', what = path] = /^(.*)\.([^.]*)$/.exec(path) ?? []
    return [{ where, what, numbers: String(value['value']), grounds: value as Grounds }]
  })

type Fields = { readonly [field: string]: unknown }
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const walk = (value: unknown, path: string): readonly { readonly path: string; readonly value: Fields }[] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown, i) => walk(one, `${path}.${nameOf(one) ?? i}`))
  if (!isFields(value)) return []
  const inner = Object.entries(value).flatMap(([key, one]) => walk(one, path === '' ? key : `${path}.${key}`))
  return [{ path, value }, ...inner]
}

/** Rows are told apart by their identity rather than by their number, which changes with every row above. */
const nameOf = (row: unknown): string | undefined => {
  if (!isFields(row)) return undefined
  const name = row['id'] ?? row['kind']
  return typeof name === 'string' ? name : undefined
}
