import type { FileHandle } from 'node:fs/promises'
import { refuseFile } from './file-refused.ts'

const sniffBytes = 8192

/** Kinds of file that arrive under the name of a ledger, by their first bytes. */
const strangers: readonly { readonly found: string; readonly starts: readonly number[] }[] = [
  { found: 'pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { found: 'png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { found: 'jpeg', starts: [0xff, 0xd8, 0xff] },
  { found: 'gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { found: 'rar', starts: [0x52, 0x61, 0x72, 0x21] },
  { found: '7z', starts: [0x37, 0x7a, 0xbc, 0xaf] },
  { found: 'gzip', starts: [0x1f, 0x8b] },
  { found: 'exe', starts: [0x4d, 0x5a] },
]

/** What the bytes are: a workbook or a text; anything else is refused by what it is, never by what it is called. */
export const sniffFile = async (file: FileHandle, fileBytes: number, name: string): Promise<'xlsx' | 'csv'> => {
  const head = Buffer.alloc(Math.min(sniffBytes, fileBytes))
  await file.read(head, 0, head.length, 0)
  const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0)
    throw await whyCompound(file, fileBytes)
  const stranger = strangers.find(({ starts }) => starts.every((byte, at) => head[at] === byte))
  if (stranger) throw refuseFile('file-type-differs', { name, found: stranger.found })
  if (head[0] === 0x50 && head[1] === 0x4b) {
    if (['csv', 'txt', 'tsv'].includes(extension)) throw refuseFile('file-type-differs', { name, found: 'xlsx' })
    return 'xlsx'
  }
  if (/^\s*(?:<!doctype|<html|<table|<\?xml)/i.test(head.toString('latin1', 0, 200)))
    throw refuseFile('file-type-differs', { name, found: 'html' })
  if (['xlsx', 'xlsm'].includes(extension))
    throw refuseFile('file-type-differs', { name, found: looksBinary(head) ? 'binary' : 'text' })
  if (!['csv', 'txt', 'tsv'].includes(extension) || looksBinary(head)) throw refuseFile('file-type-unknown', { name })
  return 'csv'
}

/** Old workbooks and encrypted new ones live in the same container; only the latter name their package. */
const whyCompound = async (file: FileHandle, fileBytes: number): Promise<Error> => {
  const content = Buffer.alloc(fileBytes)
  await file.read(content, 0, fileBytes, 0)
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? refuseFile('file-encrypted', {})
    : refuseFile('file-legacy-xls', {})
}

/** Text has no zero bytes, unless it is UTF-16, which says so with its first two. */
const looksBinary = (head: Buffer): boolean => {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return !isUtf16 && head.includes(0)
}
