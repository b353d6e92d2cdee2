import { readGrounds } from './grounds-reader.ts'
import type { Grounds } from '../grounds.ts'
import { complain, isFields, under, unread, type Fields, type Reader, type Spot } from './reader.ts'

type Shape = { readonly [field: string]: Reader<unknown> }
type ValueOf<R> = R extends Reader<infer T> ? T : never
type Required<S extends Shape> = { readonly [F in keyof S]: ValueOf<S[F]> }
type Optional<S extends Shape> = { readonly [F in keyof S]?: ValueOf<S[F]> }

const groundsFields = ['clause', 'source', 'floor', 'certainty']

/** Reads exactly these fields: one that is missing is said, and so is one that nobody asked for. */
export const record =
  <const R extends Shape, const O extends Shape = Record<never, never>>(
    required: R,
    optional: O = {} as O,
  ): Reader<Required<R> & Optional<O>> =>
  (input, spot) =>
    readFields(input, spot, required, optional, []) as (Required<R> & Optional<O>) | typeof unread

/** A record that also says why it stands. */
export const groundedRecord =
  <const R extends Shape, const O extends Shape = Record<never, never>>(
    required: R,
    optional: O = {} as O,
  ): Reader<Required<R> & Optional<O> & Grounds> =>
  (input, spot) => {
    const fields = readFields(input, spot, required, optional, groundsFields)
    const grounds = isFields(input) ? readGrounds(input, spot) : unread
    return fields === unread || grounds === unread
      ? unread
      : ({ ...fields, ...grounds } as Required<R> & Optional<O> & Grounds)
  }

const readFields = (
  input: unknown,
  spot: Spot,
  required: Shape,
  optional: Shape,
  besides: readonly string[],
): Fields | typeof unread => {
  if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
  const read: { [field: string]: unknown } = {}
  let isWhole = true
  const keep = (field: string, reader: Reader<unknown>): void => {
    const value = reader(input[field], under(spot, field))
    if (value === unread) isWhole = false
    else read[field] = value
  }
  for (const [field, reader] of Object.entries(required))
    if (Object.hasOwn(input, field)) keep(field, reader)
    else {
      complain(spot, 'field-missing', { field })
      isWhole = false
    }
  for (const [field, reader] of Object.entries(optional)) if (Object.hasOwn(input, field)) keep(field, reader)
  for (const field of Object.keys(input))
    if (!Object.hasOwn(required, field) && !Object.hasOwn(optional, field) && !besides.includes(field)) {
      complain(spot, 'field-unknown', { field })
      isWhole = false
    }
  return isWhole ? read : unread
}
