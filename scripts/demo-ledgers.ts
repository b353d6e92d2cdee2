import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { MessyCsv, MessyWorkbook } from '#demo/ledger-sheets/hand.ts'
import { createMessyLedgers } from '#demo/ledger-sheets.ts'

/** Writes the five committed ledgers of the fictional plant; the same bytes every time. */
const folder = join(import.meta.dirname, '..', 'demo', 'ledgers')

/** A fixed day, so that nothing in the file depends on when it was made. */
const madeAt = new Date('2026-11-20T08:00:00Z')

const toWorkbook = async ({ dateSystem, sheets }: MessyWorkbook): Promise<Uint8Array> =>
  writeXlsx({
    dateSystem,
    properties: { creator: '远桥精细化工', created: madeAt, modified: madeAt },
    sheets: sheets.map(({ name, rows, merges, hiddenRows, isHidden }) => ({
      name,
      rows: rows.map((row) => [...row] as CellValue[]),
      merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
      rowDefs: new Map(hiddenRows.map((row) => [row, { hidden: true }])),
      ...(isHidden ? { hidden: true } : {}),
    })),
  })

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Excel on a Chinese machine saves a CSV in GBK, without a mark. */
const toCsv = ({ lines }: MessyCsv): Buffer =>
  iconv.encode(`${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`, 'gbk')

const ledgers = createMessyLedgers()
for (const workbook of ledgers.workbooks) await writeFile(join(folder, workbook.file), await toWorkbook(workbook))
await writeFile(join(folder, ledgers.csv.file), toCsv(ledgers.csv))
