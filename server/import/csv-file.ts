import type { FileHandle } from 'node:fs/promises'
import { parse } from 'csv-parse'
import type { LedgerRow } from '#core/people/ledger/cell.ts'
import { FileRefused, refuseFile } from './file-refused.ts'
import type { LedgerFile, OnBytes } from './ledger-file.ts'
import { toStorable } from '../storable-text.ts'
import { limits } from './limits.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const sampleBytes = 256 * 1024
const batchRows = 500

/** A CSV as Excel and old systems write it: UTF-8, UTF-16 with its mark, or GBK; separated by comma, semicolon or tab. */
export const openCsv = async (file: FileHandle, name: string): Promise<LedgerFile> => {
  const { size } = await file.stat()
  const sample = Buffer.alloc(Math.min(sampleBytes, size))
  await file.read(sample, 0, sample.length, 0)
  const encoding = guessEncoding(sample, sample.length < size)
  const delimiter = guessDelimiter(new TextDecoder(encoding).decode(sample))
  return {
    format: 'csv',
    dateSystem: 1900,
    isTyped: false,
    sheets: [
      {
        name: name.replace(/\.[^.]+$/, ''),
        isHidden: false,
        bytes: size,
        merges: async () => [],
        rows: (onBytes) => readRows(file, encoding, delimiter, onBytes),
      },
    ],
    close: () => file.close(),
  }
}

const readRows = async function* (
  file: FileHandle,
  encoding: Encoding,
  delimiter: string,
  onBytes: OnBytes | undefined,
): AsyncGenerator<LedgerRow[], void, undefined> {
  const parser = parse({
    delimiter,
    bom: false,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: limits.rowCharactersMax,
    info: true,
  })
  const feeding = (async () => {
    for await (const text of decoded(file, encoding, onBytes))
      if (!parser.write(text)) await new Promise<void>((resume) => parser.once('drain', resume).once('close', resume))
    parser.end()
  })()
  feeding.catch((error: Error) => parser.destroy(error))

  let number = 0
  let filled = 0
  let batch: LedgerRow[] = []
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      number++
      if (record.length > limits.columnsMax) throw refuseFile('columns-too-many', { columnsMax: limits.columnsMax })
      if (record.every((text) => text === '')) continue
      if (++filled > limits.rowsMax) throw refuseFile('rows-too-many', { rowsMax: limits.rowsMax })
      batch.push({ number, cells: record.map((text) => (text === '' ? null : text)), isHidden: false })
      if (batch.length < batchRows) continue
      yield batch
      batch = []
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error
    if (error instanceof Error && 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE')
      throw refuseFile('cell-too-long', { row: number + 1, charactersMax: limits.rowCharactersMax })
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw refuseFile('file-damaged', { part: `csv:${number + 1}` })
    throw error
  } finally {
    parser.destroy()
  }
  if (batch.length > 0) yield batch
}

const readBytes = 256 * 1024

const decoded = async function* (
  file: FileHandle,
  encoding: Encoding,
  onBytes: OnBytes | undefined,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let position = 0; ;) {
      const piece = Buffer.allocUnsafe(readBytes)
      const { bytesRead } = await file.read(piece, 0, readBytes, position)
      if (bytesRead === 0) break
      position += bytesRead
      onBytes?.(bytesRead)
      yield toStorable(decoder.decode(piece.subarray(0, bytesRead), { stream: true }))
    }
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw refuseFile('file-text-encoding', {})
    throw error
  }
}

/** The mark decides; without one, bytes that are no UTF-8 are taken for GBK (GB 18030 contains it). */
const guessEncoding = (sample: Buffer, isCut: boolean): Encoding => {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  try {
    // A cut sample may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: isCut })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** The separator that occurs in most lines, and most often in them. */
const guessDelimiter = (sample: string): string => {
  const lines = sample.split(/\r?\n/, 40).filter((line) => line.trim() !== '')
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1)
    const having = counts.filter((count) => count > 0)
    return (
      having.length * 1000 +
      Math.min(
        999,
        having.reduce((sum, count) => sum + count, 0),
      )
    )
  }
  return [',', '\t', ';', '|'].reduce((best, delimiter) => (score(delimiter) > score(best) ? delimiter : best))
}
