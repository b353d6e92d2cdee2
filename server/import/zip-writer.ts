import { crc32, createDeflateRaw } from 'node:zlib'
import type { ZipEntry } from './zip-archive.ts'

/** What goes into a new archive: an entry copied as it lies, or new content to be deflated. */
export type ZipPart =
  | { readonly kind: 'copy'; readonly entry: ZipEntry; readonly raw: AsyncIterable<Buffer> }
  | { readonly kind: 'new'; readonly name: string; readonly content: AsyncIterable<Buffer> }

type Written = Pick<ZipEntry, 'name' | 'method' | 'flags' | 'crc32' | 'compressedBytes' | 'bytes' | 'offset'>

/** Sizes are written after the content (bit 3), names are UTF-8 (bit 11). */
const sizesFollow = 0x08
const namesAreUtf8 = 0x800
const version = 20
/** 1980-01-01, the first day a zip can name: the same content makes the same bytes. */
const dosDate = 0x21

/** Writes an archive as a stream, part after part; nothing is held but the directory. */
export const writeZip = async function* (
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): AsyncGenerator<Buffer, void, undefined> {
  const written: Written[] = []
  let offset = 0
  for await (const part of parts) {
    const start = offset
    const entry: Written =
      part.kind === 'copy'
        ? { ...part.entry, flags: (part.entry.flags & ~sizesFollow) | namesAreUtf8, offset: start }
        : {
            name: part.name,
            method: 8,
            flags: sizesFollow | namesAreUtf8,
            crc32: 0,
            compressedBytes: 0,
            bytes: 0,
            offset: start,
          }
    const header = localHeader(entry)
    offset += header.length
    yield header
    if (part.kind === 'copy') {
      for await (const piece of part.raw) {
        offset += piece.length
        yield piece
      }
      written.push(entry)
      continue
    }
    const sums = { crc32: 0, bytes: 0, compressedBytes: 0 }
    for await (const piece of deflated(part.content, sums)) {
      offset += piece.length
      yield piece
    }
    const trailer = descriptor(sums)
    offset += trailer.length
    yield trailer
    written.push({ ...entry, ...sums })
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endOfDirectory(written.length, directory.length, offset)
}

const deflated = async function* (
  content: AsyncIterable<Buffer>,
  sums: { crc32: number; bytes: number; compressedBytes: number },
): AsyncGenerator<Buffer, void, undefined> {
  const deflater = createDeflateRaw()
  const feeding = (async () => {
    for await (const piece of content) {
      sums.crc32 = crc32(piece, sums.crc32)
      sums.bytes += piece.length
      if (!deflater.write(piece))
        await new Promise<void>((resume) => deflater.once('drain', resume).once('close', resume))
    }
    deflater.end()
  })()
  feeding.catch((error: Error) => deflater.destroy(error))
  for await (const piece of deflater as AsyncIterable<Buffer>) {
    sums.compressedBytes += piece.length
    yield piece
  }
}

const localHeader = ({ name, flags, method, crc32: sum, compressedBytes, bytes }: Written): Buffer => {
  const text = Buffer.from(name, 'utf8')
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt32LE(sum, 14)
  header.writeUInt32LE(compressedBytes, 18)
  header.writeUInt32LE(bytes, 22)
  header.writeUInt16LE(text.length, 26)
  return Buffer.concat([header, text])
}

const descriptor = ({
  crc32: sum,
  compressedBytes,
  bytes,
}: {
  crc32: number
  compressedBytes: number
  bytes: number
}): Buffer => {
  const trailer = Buffer.alloc(16)
  trailer.writeUInt32LE(0x08074b50, 0)
  trailer.writeUInt32LE(sum, 4)
  trailer.writeUInt32LE(compressedBytes, 8)
  trailer.writeUInt32LE(bytes, 12)
  return trailer
}

const directoryEntry = ({ name, flags, method, crc32: sum, compressedBytes, bytes, offset }: Written): Buffer => {
  const text = Buffer.from(name, 'utf8')
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(version, 4)
  entry.writeUInt16LE(version, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(method, 10)
  entry.writeUInt16LE(dosDate, 14)
  entry.writeUInt32LE(sum, 16)
  entry.writeUInt32LE(compressedBytes, 20)
  entry.writeUInt32LE(bytes, 24)
  entry.writeUInt16LE(text.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, text])
}

const endOfDirectory = (count: number, bytes: number, offset: number): Buffer => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
