/**
 * PostgreSQL keeps no NUL and no half of a surrogate pair, in text or in JSON. JSON, percent-encoding and spreadsheets can all bring
 * them, and a statement that fails over one would be an error of the server instead of a word about the field.
 */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** For what must not be refused: everything of the text that can be kept. */
export const toStorable = (text: string): string => (isStorable(text) ? text : text.replaceAll('\0', '').toWellFormed())

type Path = readonly (string | number)[]

/** Where in a value a text cannot be stored; the names of an object's fields are text as well. */
export const findUnstorable = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return isStorable(value) ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, at) => findUnstorable(item, [...path, at]))
  return Object.entries(value).flatMap(([name, item]) =>
    isStorable(name) ? findUnstorable(item, [...path, name]) : [[...path, toStorable(name)]],
  )
}
