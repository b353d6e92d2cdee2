import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { Readable } from 'node:stream'

/** Plain tar, so that any administrator can look into a back-up with the tools they have. */
const blockBytes = 512
const nameBytesMax = 100
/** Eleven octal digits: 8 GiB less one byte. */
const sizeBytesMax = 0o77777777777

export type TarEntry = { readonly name: string; readonly size: number; readonly offset: number }

export const tarHeader = (name: string, size: number, modifiedAt: Date): Buffer => {
  const { prefix, rest } = splitName(name)
  if (size > sizeBytesMax) throw new Error(`${name} is larger than 8 GiB, which this archive cannot hold`)
  const header = Buffer.alloc(blockBytes)
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`
  header.write(rest, 0)
  header.write(octal(0o600, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  header.write(octal(size, 11), 124)
  header.write(octal(Math.floor(modifiedAt.getTime() / 1000), 11), 136)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(prefix, 345)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

export const padding = (size: number): Buffer => Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes)

export const endOfTar = Buffer.alloc(2 * blockBytes)

/** ustar holds 100 bytes of name and, before a slash, 155 more. */
const splitName = (name: string): { readonly prefix: string; readonly rest: string } => {
  if (Buffer.byteLength(name) <= nameBytesMax) return { prefix: '', rest: name }
  for (let slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
    const [prefix, rest] = [name.slice(0, slash), name.slice(slash + 1)]
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= nameBytesMax) return { prefix, rest }
  }
  throw new Error(`the name ${name} is too long for the archive`)
}

/** Every entry of the file; throws where the file is no tar, is cut short or has a damaged header. */
export const listTar = (file: string): readonly TarEntry[] => {
  const descriptor = openSync(file, 'r')
  try {
    const entries: TarEntry[] = []
    for (let position = 0; ;) {
      const header = Buffer.alloc(blockBytes)
      if (readSync(descriptor, header, 0, blockBytes, position) < blockBytes) throw new Error('the file ends too early')
      if (header.every((byte) => byte === 0)) return entries
      const entry = readHeader(header, position + blockBytes)
      entries.push(entry)
      position = entry.offset + entry.size + padding(entry.size).length
    }
  } finally {
    closeSync(descriptor)
  }
}

const readHeader = (header: Buffer, offset: number): TarEntry => {
  const text = (from: number, length: number): string =>
    header.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  const stored = Number.parseInt(text(148, 8), 8)
  const size = Number.parseInt(text(124, 12), 8)
  if (stored !== checksum(header) || !Number.isInteger(size)) throw new Error('an entry has a damaged header')
  const prefix = text(345, 155)
  return { name: prefix ? `${prefix}/${text(0, nameBytesMax)}` : text(0, nameBytesMax), size, offset }
}

/** The sum of all bytes, with the checksum's own field counted as spaces. */
const checksum = (header: Buffer): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)

export const readEntry = (file: string, { offset, size }: TarEntry): Readable =>
  size === 0 ? Readable.from([]) : createReadStream(file, { start: offset, end: offset + size - 1 })
