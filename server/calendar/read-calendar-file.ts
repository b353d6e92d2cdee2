import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pastedRows, readCalendarList, type CalendarList } from '#core/calendar/read-calendar-list.ts'
import type { LedgerRow } from '#core/people/ledger/cell.ts'
import { openLedgerFile } from '../import/ledger-file.ts'

/** Lines that were pasted come under this name; anything else is a file, told by its content. */
const pastedName = /^pasted\.txt$/

/** Reads a year's list from a workbook, a CSV or pasted lines; throws `FileRefused` for what is none of them. */
export const readCalendarFile = async (bytes: Buffer, name: string): Promise<CalendarList> => {
  if (pastedName.test(name)) return readCalendarList(pastedRows(bytes.toString('utf8')))
  const folder = await mkdtemp(join(tmpdir(), 'holdpoint-calendar-'))
  try {
    const path = join(folder, 'list')
    await writeFile(path, bytes)
    const file = await openLedgerFile(path, name)
    try {
      const rows: LedgerRow[] = []
      // The first sheet that is shown; others of such a workbook are notes or other years.
      const sheet = file.sheets.find(({ isHidden }) => !isHidden) ?? file.sheets[0]
      if (sheet) for await (const batch of sheet.rows()) rows.push(...batch)
      return readCalendarList(rows, file.dateSystem)
    } finally {
      await file.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
