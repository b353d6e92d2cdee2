import type { FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { refuseFile } from './file-refused.ts'
import { limits } from './limits.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc32: number
  readonly compressedBytes: number
  readonly bytes: number
  readonly offset: number
}

export type ZipArchive = {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** The inflated bytes, in pieces; refused as soon as they pass `bytesMax`, whatever the directory claims. */
  readonly read: (
    entry: ZipEntry,
    bytesMax: number,
    onBytes?: (count: number) => void,
  ) => AsyncGenerator<Buffer, void, undefined>
  /** The bytes as they lie in the file, for copying an entry without inflating it. */
  readonly readRaw: (entry: ZipEntry) => AsyncGenerator<Buffer, void, undefined>
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const endOfDirectoryBytes = 22
const commentBytesMax = 65_535
const readBytes = 256 * 1024

/** Opens the directory at the end of a zip file; only what is asked for is read after that. */
export const openZip = async (file: FileHandle, fileBytes: number): Promise<ZipArchive> => {
  const entries = await readDirectory(file, fileBytes)
  const dataOffset = async (entry: ZipEntry): Promise<number> => {
    const header = await readAt(file, entry.offset, 30)
    if (header.readUInt32LE(0) !== localHeader) throw refuseFile('file-damaged', { part: entry.name })
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  }
  const readRaw = async function* (
    entry: ZipEntry,
    onBytes?: (count: number) => void,
  ): AsyncGenerator<Buffer, void, undefined> {
    let at = await dataOffset(entry)
    const end = at + entry.compressedBytes
    if (end > fileBytes) throw refuseFile('file-damaged', { part: entry.name })
    while (at < end) {
      const piece = await readAt(file, at, Math.min(readBytes, end - at))
      at += piece.length
      onBytes?.(piece.length)
      yield piece
    }
  }
  return {
    entries,
    readRaw,
    read: (entry, bytesMax, onBytes) => inflate(entry, readRaw(entry, onBytes), bytesMax),
  }
}

const inflate = async function* (
  entry: ZipEntry,
  raw: AsyncGenerator<Buffer>,
  bytesMax: number,
): AsyncGenerator<Buffer, void, undefined> {
  const tooMuch = () => refuseFile('file-expands-too-much', { sizeMegabytesMax: Math.round(bytesMax / 1_048_576) })
  // The directory may lie about the size, so that this is only the cheaper of two looks.
  if (entry.bytes > bytesMax) throw tooMuch()
  if (entry.method !== 0 && entry.method !== 8) throw refuseFile('file-damaged', { part: entry.name })
  let bytes = 0
  const source = entry.method === 0 ? raw : inflated(entry, raw)
  for await (const piece of source) {
    bytes += piece.length
    if (bytes > bytesMax) throw tooMuch()
    yield piece
  }
}

const inflated = async function* (
  entry: ZipEntry,
  raw: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  const inflater = createInflateRaw({ chunkSize: readBytes })
  const feeding = (async () => {
    // One listener for the whole part: one for each wait would stay behind when the wait ends otherwise.
    let resume = (): void => undefined
    inflater.on('drain', () => resume()).on('close', () => resume())
    for await (const piece of raw) {
      // Nobody takes the rest any more, and its end would never be told.
      if (inflater.destroyed) return
      if (!inflater.write(piece)) await new Promise<void>((go) => (resume = go))
    }
    inflater.end()
  })()
  feeding.catch((error: Error) => inflater.destroy(error))
  try {
    yield* inflater as AsyncIterable<Buffer>
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw refuseFile('file-damaged', { part: entry.name })
    throw error
  } finally {
    inflater.destroy()
  }
}

const readDirectory = async (file: FileHandle, fileBytes: number): Promise<Map<string, ZipEntry>> => {
  const tailBytes = Math.min(fileBytes, endOfDirectoryBytes + commentBytesMax)
  const tail = await readAt(file, fileBytes - tailBytes, tailBytes)
  let end = tail.length - endOfDirectoryBytes
  while (end >= 0 && tail.readUInt32LE(end) !== endOfDirectory) end--
  if (end < 0) throw refuseFile('file-damaged', { part: 'zip' })

  const count = tail.readUInt16LE(end + 10)
  const bytes = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (count > limits.archiveEntriesMax || offset + bytes > fileBytes) throw refuseFile('file-damaged', { part: 'zip' })
  const directory = await readAt(file, offset, bytes)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== directoryEntry)
      throw refuseFile('file-damaged', { part: 'zip' })
    const nameBytes = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameBytes)
    entries.set(name, {
      name,
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      crc32: directory.readUInt32LE(at + 16),
      compressedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) throw refuseFile('file-damaged', { part: 'zip' })
    filled += bytesRead
  }
  return buffer
}
