import type { Grounds } from './grounds.ts'
import type { Rulebook } from './rulebook.ts'

export type Fields = { readonly [field: string]: unknown }

/** One thing that an edition asks, with its reason. What lies in it and carries a reason of its own is an item by itself. */
export type EditionItem = {
  readonly path: string
  readonly grounds: Grounds
  readonly content: Fields
  /** What of the content the clause leaves open. */
  readonly own: readonly string[]
}

/** Rows whose order decides are compared as a whole, see `ordered-rows.ts`. */
export const orderedLists = ['levelRows', 'riskRows', 'countMin']

type Items = ReadonlyMap<string, EditionItem>

/** An edition never changes, and one of two that are compared is nearly always the standard. */
const known = new WeakMap<Rulebook, Items>()

/** Everything that an edition asks, by a path that stays the same when rows move. */
export const editionItems = (rulebook: Rulebook): Items => {
  const found = known.get(rulebook) ?? readItems(rulebook)
  known.set(rulebook, found)
  return found
}

const readItems = (rulebook: Rulebook): Items => {
  const items = new Map<string, EditionItem>()
  walk(rulebook, '', (path, fields) => {
    const grounds = groundsOf(fields)
    if (!grounds) return
    // Two demands that cannot be told apart are numbered, so that none hides the other.
    let unique = path
    for (let n = 2; items.has(unique); n++) unique = `${path}#${n}`
    items.set(unique, { path: unique, grounds, content: ownFields(fields), own: leftOpen(fields) })
  })
  return items
}

const walk = (value: unknown, path: string, visit: (path: string, fields: Fields) => void): void => {
  if (Array.isArray(value)) value.forEach((one: unknown, i) => walk(one, `${path}.${nameOf(one) ?? i}`, visit))
  if (!isFields(value)) return
  visit(path, value)
  for (const [key, one] of Object.entries(value))
    if (!orderedLists.includes(key) && key !== 'parameters') walk(one, path === '' ? key : `${path}.${key}`, visit)
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const groundsOf = ({ clause, source, floor }: Fields): Grounds | null => {
  if (typeof clause === 'string') return { clause, ...(typeof floor === 'boolean' ? { floor } : {}) }
  return source === 'enterprise' || source === 'product' ? { source } : null
}

/** A row is known by its identity; a demand by its rule and by the words that say what it is about. */
const nameOf = (row: unknown): string | undefined => {
  if (!isFields(row)) return undefined
  const { id, kind, rule, parameters } = row
  if (typeof rule !== 'string') return typeof id === 'string' ? id : typeof kind === 'string' ? kind : undefined
  const about = isFields(parameters) ? Object.values(parameters).filter((value) => typeof value === 'string') : []
  return [rule, ...about].join(':')
}

const leftOpen = ({ own }: Fields): readonly string[] => (Array.isArray(own) ? own.map(String) : [])

/** Without what is an item of its own, and with a demand's parameters as if they stood beside it. */
const ownFields = (fields: Fields): Fields => {
  const {
    clause: _clause,
    source: _source,
    floor: _floor,
    certainty: _certainty,
    own: _own,
    parameters,
    ...own
  } = fields
  const kept = Object.entries(own).filter(([key, value]) => !orderedLists.includes(key) && !hasItems(value))
  return { ...Object.fromEntries(kept), ...(isFields(parameters) ? parameters : {}) }
}

const hasItems = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(hasItems)
  return isFields(value) && (groundsOf(value) !== null || Object.values(value).some(hasItems))
}
