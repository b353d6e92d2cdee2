import { writeXlsxStream, type XlsxStreamRow } from 'hucre/xlsx'
import { ledgerColumns, ledgerDimensions, type LedgerQuery } from '#contract/ledger.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { toLocalMinute } from '../paper/read-permit.ts'
import type { Tx } from '../store/database.ts'
import { ledgerCells, type LedgerRow, type LedgerSpeech } from './ledger-cells.ts'
import { ledgerSource, lineColumns, lineOrder } from './ledger-sql.ts'
import { nameOf } from './read-ledger.ts'

const rowsAtOnce = 500

/**
 * All of what was asked, in the columns and the order of the page. The rows come from one cursor, so that the workbook shows one
 * moment, and pass through without being gathered, however many there are.
 */
export const exportLedger = (
  tx: Tx,
  query: LedgerQuery,
  speech: LedgerSpeech,
  now: EpochMs,
): ReadableStream<Uint8Array> => writeXlsxStream(ledgerRows(tx, query, speech, now), { name: speech.words.sheet })

async function* ledgerRows(
  tx: Tx,
  query: LedgerQuery,
  speech: LedgerSpeech,
  now: EpochMs,
): AsyncGenerator<XlsxStreamRow> {
  yield [safe(speech.words.exported(toLocalMinute(now, speech.timeZone), filterText(query, speech)))]
  yield ledgerColumns.map((column) => speech.words.columns[column])
  const { sql, values } = ledgerSource(tx.plantId, query, now)
  await tx.query(`declare ledger no scroll cursor for select ${lineColumns} ${sql} order by ${lineOrder}`, [...values])
  for (;;) {
    const { rows } = await tx.query<LedgerRow>(`fetch ${rowsAtOnce} from ledger`)
    for (const row of rows) yield ledgerCells(row, speech).map(safe)
    if (rows.length < rowsAtOnce) return
  }
}

/** A text that a spreadsheet would run as a formula is kept from it, also where somebody saves the workbook as CSV. */
export const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** What was asked, in words: a workbook without its filter is a list of nobody knows what. */
const filterText = (query: LedgerQuery, speech: LedgerSpeech): string => {
  const { words } = speech
  const time = (at: number): string => toLocalMinute(at as EpochMs, speech.timeZone)
  const parts = [
    ...ledgerDimensions.flatMap((dimension) =>
      query[dimension] === undefined
        ? []
        : [
            `${words.dimensions[dimension]}：${query[dimension].map((value) => nameOf(dimension, value, null, speech)).join('、')}`,
          ],
    ),
    ...(query.person ? [`${words.person}：${query.person}`] : []),
    ...(query.text ? [`${words.text}：${query.text}`] : []),
    ...(query.from === undefined ? [] : [words.from(time(query.from))]),
    ...(query.to === undefined ? [] : [words.to(time(query.to))]),
  ]
  return parts.length === 0 ? words.noFilter : parts.join('；')
}
