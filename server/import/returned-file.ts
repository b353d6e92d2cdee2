import { open } from 'node:fs/promises'
import { sayProblem, type ImportWords } from '#core/messages/import-words.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { annotateWorksheet, type Annotations } from './annotate-worksheet.ts'
import type { ImportFile, ImportRecord } from './import-record.ts'
import { openLedgerFile } from './ledger-file.ts'
import { limits } from './limits.ts'
import { findBatches, readBatch, readImportKey } from './staged-batches.ts'
import { readWorkbookParts } from './workbook-parts.ts'
import { openZip } from './zip-archive.ts'
import { writeZip, type ZipPart } from './zip-writer.ts'

export type ReasonsBySheet = ReadonlyMap<number, ReadonlyMap<number, string>>

/** The reasons of a file's refused and contradicting rows, in words; what was accepted needs none. */
export const gatherReasons = async (
  tx: Tx,
  vault: Vault,
  record: ImportRecord,
  fileIndex: number,
  words: ImportWords,
): Promise<ReasonsBySheet> => {
  const key = await readImportKey(tx, vault, record.importId)
  const sheets = new Map<number, Map<number, string>>()
  for (const { batch } of await findBatches(tx, record.importId, { outcomes: ['refused', 'conflict'], fileIndex })) {
    const staged = await readBatch(tx, key, batch)
    if (!staged) continue
    const reasons = sheets.get(staged.sheetIndex) ?? new Map<number, string>()
    sheets.set(staged.sheetIndex, reasons)
    for (const { row, outcome, problems } of staged.rows) {
      if (outcome !== 'refused' && outcome !== 'conflict') continue
      const sentences = problems.map((one) => {
        const { says, remedy } = sayProblem(words, one)
        return `${says} ${remedy}`
      })
      reasons.set(row, `${words.outcomes[outcome]}: ${sentences.join(' / ')}`)
    }
  }
  return sheets
}

/** The file as it came, with one more column; formats, joined cells and hidden rows stay as they are. */
export const writeReturnedFile = async function* (
  path: string,
  file: ImportFile,
  reasons: ReasonsBySheet,
  words: ImportWords,
): AsyncGenerator<Buffer, void, undefined> {
  const annotations = await placeAnnotations(path, file, reasons, words)
  if (file.format === 'csv') {
    yield* writeCsv(path, file, annotations.get(0))
    return
  }
  const handle = await open(path, 'r')
  try {
    const zip = await openZip(handle, (await handle.stat()).size)
    const { sheets } = await readWorkbookParts(zip)
    const byEntry = new Map(sheets.map(({ entry }, at) => [entry.name, annotations.get(at)]))
    const parts = function* (): Generator<ZipPart> {
      for (const entry of zip.entries.values()) {
        const added = byEntry.get(entry.name)
        if (added)
          yield {
            kind: 'new',
            name: entry.name,
            content: annotateWorksheet(zip.read(entry, limits.partBytesMax), added),
          }
        else yield { kind: 'copy', entry, raw: zip.readRaw(entry) }
      }
    }
    yield* writeZip(parts())
  } finally {
    await handle.close()
  }
}

const placeAnnotations = async (
  path: string,
  file: ImportFile,
  reasons: ReasonsBySheet,
  words: ImportWords,
): Promise<Map<number, Annotations>> => {
  const ledger = await openLedgerFile(path, file.name)
  const placed = new Map<number, Annotations>()
  try {
    for (const [sheetIndex, texts] of reasons) {
      if (texts.size === 0) continue
      let column = 0
      for await (const rows of ledger.sheets[sheetIndex]!.rows())
        for (const { cells } of rows) column = Math.max(column, cells.length)
      const { choice } = file.sheets[sheetIndex]!
      const header = choice.kind === 'read' ? [[choice.reading.lastHeaderRow, words.reasonColumn] as const] : []
      placed.set(sheetIndex, { column, texts: new Map([...header, ...texts]) })
    }
  } finally {
    await ledger.close()
  }
  return placed
}

const quote = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** In UTF-8 with its mark, which Excel needs to recognise it, whatever the original was written in. */
const writeCsv = async function* (
  path: string,
  file: ImportFile,
  annotations: Annotations | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  const ledger = await openLedgerFile(path, file.name)
  try {
    yield Buffer.from('\uFEFF')
    let next = 1
    for await (const rows of ledger.sheets[0]!.rows()) {
      let text = ''
      for (const { number, cells } of rows) {
        // Blank lines are kept, so that row numbers stay those of the original.
        text += '\r\n'.repeat(number - next)
        next = number + 1
        const fields = cells.map((cell) => quote(typeof cell === 'string' ? cell : ''))
        const reason = annotations?.texts.get(number)
        if (reason !== undefined) {
          while (fields.length < annotations!.column) fields.push('')
          fields.push(quote(reason))
        }
        text += `${fields.join(',')}\r\n`
      }
      yield Buffer.from(text)
    }
  } finally {
    await ledger.close()
  }
}
