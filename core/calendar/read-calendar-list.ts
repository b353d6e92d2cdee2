import {
  parseNumericDate,
  parseWrittenDate,
  parseWrittenRange,
  type DateSystem,
} from '../people/identity/written-date.ts'
import { cellText, isBlank, type Cell, type LedgerRow } from '../people/ledger/cell.ts'
import { dayNumberOf } from '../time/days-between.ts'
import { dayMs, isoDate, type IsoDate } from '../time/epoch.ts'
import { dayNameLengthMax, type CalendarDay, type EnteredKind } from './calendar-day.ts'

export const calendarFaults = [
  'day-missing',
  'day-unreadable',
  'range-too-long',
  'kind-missing',
  'name-missing',
  'name-too-long',
  'day-twice',
] as const
export type CalendarFaultCode = (typeof calendarFaults)[number]
/** `row` as the spreadsheet or the pasted lines count, from 1; `text` is what stands there. */
export type CalendarFault = { readonly row: number; readonly code: CalendarFaultCode; readonly text: string }
export type ListedDay = CalendarDay & { readonly row: number }
export type CalendarList = { readonly days: readonly ListedDay[]; readonly faults: readonly CalendarFault[] }

/** The longest run of days off that anybody publishes is nine; a month is a slip of the pen. */
const rangeDaysMax = 31

/** Words as plants, HR programs and the State Council's notices write them. */
const kindWords: readonly (readonly [EnteredKind, RegExp])[] = [
  ['workday', /^(?:调休)?上班$|^(?:调|补)班$|^(?:调休)?工作日$|^班$|^(?:swapped )?work(?:ing ?|)day$/i],
  ['holiday', /^(?:法定)?节?假日$|^法定节日$|^放假(?:调休)?$|^假$|^(?:public )?holiday$/i],
  ['rest-day', /^(?:公休|休息)日?$|^公休日$|^休$|^rest[ -]day$/i],
  ['major-event', /^重大活动(?:期间)?$|^(?:敏感|特殊)时期$|^major[ -]event$/i],
]
const provisionalWords = /^(?:暂定|待定|预计|provisional)$/i
const weekdayWords =
  /^(?:星期|周|礼拜)[一二三四五六日天]$|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i
const rowNumber = /^\d{1,3}$/
const spanWords = /^(?:至|到|~|-|—+|to)$/i
const headerWords = /日期|时间|类型|类别|名称|^日$|^date|^day$|^kind$|^name$/i

/**
 * Reads a year's list: in each row a day or a span of days, what it is and what it is called, in whatever order the columns come. A row
 * that cannot be read is named with its reason, and then nothing of the list is taken in.
 */
export const readCalendarList = (rows: readonly LedgerRow[], system: DateSystem = 1900): CalendarList => {
  const days: ListedDay[] = []
  const faults: CalendarFault[] = []
  const rowOf = new Map<IsoDate, number>()
  let isAboveHeader = true
  for (const row of rows) {
    if (row.cells.every(isBlank)) continue
    const read = readRow(row, system)
    // Titles and the header stand above the first row with a day; below it such a row is a fault.
    if (isAboveHeader && 'fault' in read && isTitleOrHeader(row)) continue
    isAboveHeader = false
    const fault = (code: CalendarFaultCode): void =>
      void faults.push({ row: row.number, code, text: textOf(row).slice(0, 80) })
    if ('fault' in read) {
      fault(read.fault)
      continue
    }
    for (const day of read.days) {
      if (rowOf.has(day.day)) {
        fault('day-twice')
        break
      }
      rowOf.set(day.day, row.number)
      days.push({ ...day, row: row.number })
    }
  }
  return { days, faults }
}

const partsOf = (line: string): RegExp => (line.includes('\t') ? /\t/ : /[,，;；]/.test(line) ? /[,，;；]/ : /\s+/)

/** Lines as they are pasted: from a table parted by tabs, else by commas or spaces. */
export const pastedRows = (text: string): readonly LedgerRow[] =>
  text.split(/\r?\n/).map((line, at) => ({
    number: at + 1,
    cells: line
      .trim()
      .split(partsOf(line))
      .map((part) => part.trim() || null),
    isHidden: false,
  }))

const isTitleOrHeader = ({ cells }: LedgerRow): boolean =>
  cells.filter((cell) => !isBlank(cell)).length === 1 || cells.some((cell) => headerWords.test(cellText(cell)))

type ReadRow = { readonly days: readonly CalendarDay[] } | { readonly fault: CalendarFaultCode }

const readRow = ({ cells }: LedgerRow, system: DateSystem): ReadRow => {
  const filled = cells.filter((cell) => !isBlank(cell))
  const spans = filled.map((cell) => spanOf(cell, system))
  const dated = spans.filter((span) => span !== 'none')
  if (dated.length === 0) return { fault: 'day-missing' }
  if (dated.includes('unreadable')) return { fault: 'day-unreadable' }
  const readable = dated.filter((span) => span !== 'unreadable')
  const from = readable[0]!.from
  const through = readable.at(-1)!.through
  const count = dayNumberOf(through) - dayNumberOf(from) + 1
  if (!(count >= 1)) return { fault: 'day-unreadable' }
  if (count > rangeDaysMax) return { fault: 'range-too-long' }

  const rest = filled.filter((_, at) => spans[at] === 'none')
  const kind = rest.map(kindOf).find((one) => one !== undefined)
  if (kind === undefined) return { fault: 'kind-missing' }
  const words = rest.map(cellText)
  const name = words.find((word, at) => kindOf(rest[at]!) === undefined && !isAside(word)) ?? ''
  if (name === '' && (kind === 'holiday' || kind === 'major-event')) return { fault: 'name-missing' }
  if (name.length > dayNameLengthMax) return { fault: 'name-too-long' }
  const isProvisional = words.some((word) => provisionalWords.test(word))
  return { days: daysFrom(from, count).map((day) => ({ day, kind, name, isProvisional })) }
}

const daysFrom = (from: IsoDate, count: number): readonly IsoDate[] =>
  Array.from({ length: count }, (_, at) =>
    isoDate(new Date((dayNumberOf(from) + at) * dayMs).toISOString().slice(0, 10)),
  )

type Span = { readonly from: IsoDate; readonly through: IsoDate }

/** What has a day's shape and is none must not pass for a name. */
const looksLikeDay = /^\d{2,4}\s?[-./年]|^\d{8}$|^\d{1,2}[月/.-]\d{1,2}/

const spanOf = (cell: Cell, system: DateSystem): Span | 'none' | 'unreadable' => {
  if (cell !== null && typeof cell === 'object' && 'serial' in cell)
    return toSpan(parseNumericDate(cell.serial, true, system))
  if (typeof cell === 'number') {
    // A number that is no day is the row's own number.
    const day = toSpan(parseNumericDate(cell, false, system))
    return day === 'unreadable' ? 'none' : day
  }
  const text = cellText(cell)
  const one = toSpan(parseWrittenDate(text, system))
  if (one !== 'unreadable') return one
  const range = parseWrittenRange(text, system)
  if (range.ok && range.value.through !== 'unlimited') return { from: range.value.from, through: range.value.through }
  return looksLikeDay.test(text) ? 'unreadable' : 'none'
}

const toSpan = (parsed: ReturnType<typeof parseWrittenDate>): Span | 'unreadable' =>
  parsed.ok && parsed.value !== 'unlimited' ? { from: parsed.value, through: parsed.value } : 'unreadable'

const kindOf = (cell: Cell): EnteredKind | undefined => {
  const text = cellText(cell)
  return kindWords.find(([, words]) => words.test(text))?.[0]
}

const isAside = (word: string): boolean =>
  [weekdayWords, provisionalWords, spanWords, rowNumber].some((one) => one.test(word))

const textOf = ({ cells }: LedgerRow): string =>
  cells
    .map(cellText)
    .filter((text) => text !== '')
    .join(' ')
