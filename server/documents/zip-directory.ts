export type ZipEntry = { readonly name: string; readonly unfoldedBytes: number }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endBytes = 22
const commentBytesMax = 65_535
const entryBytes = 46
/** No plan has so many parts; a table of a million is an attack on whoever reads it. */
const entriesMax = 10_000
/** Sizes that do not fit in four bytes stand elsewhere, and no plan has any. */
const tooLarge = 0xffffffff

/** The table of contents at the end of a ZIP, or undefined where there is none that holds together. Nothing is unfolded. */
export const readZipDirectory = (bytes: Buffer): readonly ZipEntry[] | undefined => {
  const end = findEnd(bytes)
  if (end === undefined) return undefined
  const count = bytes.readUInt16LE(end + 10)
  if (count > entriesMax) return undefined
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + entryBytes > end || bytes.readUInt32LE(at) !== entrySignature) return undefined
    const unfoldedBytes = bytes.readUInt32LE(at + 24)
    if (unfoldedBytes === tooLarge) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    entries.push({ name: bytes.subarray(at + entryBytes, at + entryBytes + name).toString('utf8'), unfoldedBytes })
    at += entryBytes + name + extra + comment
  }
  return entries
}

const findEnd = (bytes: Buffer): number | undefined => {
  for (let at = bytes.byteLength - endBytes; at >= Math.max(0, bytes.byteLength - endBytes - commentBytesMax); at--)
    if (bytes.readUInt32LE(at) === endSignature) return at
  return undefined
}
