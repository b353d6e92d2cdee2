import type { RulebookProblem, RulebookProblemCode, RulebookProblemParams } from '../rulebook-problem.ts'

/** Where the reader stands, and where it says what is wrong; it reads on, so that all problems are found at once. */
export type Spot = { readonly path: string; readonly problems: RulebookProblem[] }

export const unread = Symbol('unread')

/** Turns unknown data into a `T`, or says why not and gives `unread`. */
export type Reader<T> = (input: unknown, spot: Spot) => T | typeof unread
export type Read<R> = R extends Reader<infer T> ? T : never

export const complain = <C extends RulebookProblemCode>(
  spot: Spot,
  code: C,
  params: RulebookProblemParams[C],
): typeof unread => {
  spot.problems.push({ path: spot.path, code, params } as RulebookProblem)
  return unread
}

export const under = ({ path, problems }: Spot, key: string | number): Spot => ({
  path: path === '' ? String(key) : `${path}.${key}`,
  problems,
})

export type Fields = { readonly [field: string]: unknown }

export const isFields = (input: unknown): input is Fields =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

export const text: Reader<string> = (input, spot) =>
  typeof input === 'string' && input.trim() !== '' ? input : complain(spot, 'wrong-kind', { expected: 'text' })

export const flag: Reader<boolean> = (input, spot) =>
  typeof input === 'boolean' ? input : complain(spot, 'wrong-kind', { expected: 'flag' })

export const numberWithin =
  (min: number, max: number | null = null): Reader<number> =>
  (input, spot) => {
    if (typeof input !== 'number' || !Number.isFinite(input))
      return complain(spot, 'wrong-kind', { expected: 'number' })
    return input >= min && (max === null || input <= max)
      ? input
      : complain(spot, 'number-out-of-range', { value: input, min, max })
  }

export const wordOf =
  <const W extends string>(...words: readonly W[]): Reader<W> =>
  (input, spot) => {
    const word = words.find((one) => one === input)
    return word ?? complain(spot, 'word-unknown', { word: String(input), known: words })
  }

/** A text of a fixed shape, such as a date. */
export const textLike =
  <T extends string>(pattern: RegExp, expected: string): Reader<T> =>
  (input, spot) =>
    typeof input === 'string' && pattern.test(input) ? (input as T) : complain(spot, 'wrong-kind', { expected })

/** A text taken for an identity. */
export const idText = <T extends string>(): Reader<T> => textLike<T>(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id')

export const listOf =
  <T>(read: Reader<T>, { emptyAllowed }: { readonly emptyAllowed: boolean }): Reader<readonly T[]> =>
  (input, spot) => {
    if (!Array.isArray(input)) return complain(spot, 'wrong-kind', { expected: 'list' })
    if (input.length === 0 && !emptyAllowed) return complain(spot, 'list-empty', {})
    const list = input.map((one: unknown, i) => read(one, under(spot, i)))
    return list.every((one) => one !== unread) ? (list as T[]) : unread
  }

export const list = <T>(read: Reader<T>): Reader<readonly T[]> => listOf(read, { emptyAllowed: true })
export const nonEmptyList = <T>(read: Reader<T>): Reader<readonly T[]> => listOf(read, { emptyAllowed: false })

export const mapOf =
  <T>(read: Reader<T>): Reader<{ readonly [key: string]: T }> =>
  (input, spot) => {
    if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
    const entries = Object.entries(input).map(([key, value]) => [key, read(value, under(spot, key))] as const)
    return entries.every(([, value]) => value !== unread)
      ? (Object.fromEntries(entries) as { readonly [key: string]: T })
      : unread
  }
