/**
 * The values of one column for many rows, as PostgreSQL receives an array in binary: `unnest($1::text[])` takes them as they
 * are, while JSON is parsed anew for every row. A type that differs from the cast is refused there.
 */
export const textColumn = (values: readonly (string | null)[]): Buffer =>
  encode(oids.text, values, utf8BytesMax, (value, into, at) => into.write(value, at, 'utf8'))

export const bytesColumn = (values: readonly (Buffer | null)[]): Buffer =>
  encode(
    oids.bytea,
    values,
    (value) => value.length,
    (value, into, at) => value.copy(into, at),
  )

export const smallintColumn = (values: readonly (number | null)[]): Buffer =>
  encode(
    oids.smallint,
    values,
    () => 2,
    (value, into, at) => into.writeInt16BE(value, at) - at,
  )

/** Texts of JSON. */
export const jsonColumn = (values: readonly (string | null)[]): Buffer =>
  encode(
    oids.jsonb,
    values,
    (value) => 1 + utf8BytesMax(value),
    (value, into, at) => into.writeUInt8(jsonbVersion, at) - at + into.write(value, at + 1, 'utf8'),
  )

const oids = { bytea: 17, smallint: 21, text: 25, jsonb: 3802 } as const
const jsonbVersion = 1

const utf8BytesMax = (text: string): number => text.length * 3

const headerBytes = 20
const lengthBytes = 4
const isNull = -1

/** One dimension, from index 1; then each value behind its length. */
const encode = <T>(
  oid: number,
  values: readonly (T | null)[],
  bytesMax: (value: T) => number,
  write: (value: T, into: Buffer, at: number) => number,
): Buffer => {
  let most = headerBytes
  for (const value of values) most += lengthBytes + (value === null ? 0 : bytesMax(value))
  const column = Buffer.allocUnsafe(most)
  column.writeInt32BE(1, 0)
  column.writeInt32BE(values.includes(null) ? 1 : 0, 4)
  column.writeInt32BE(oid, 8)
  column.writeInt32BE(values.length, 12)
  column.writeInt32BE(1, 16)
  let at = headerBytes
  for (const value of values) {
    const length = value === null ? isNull : write(value, column, at + lengthBytes)
    column.writeInt32BE(length, at)
    at += lengthBytes + Math.max(0, length)
  }
  return column.subarray(0, at)
}
