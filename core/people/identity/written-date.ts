import { isoDate, type IsoDate } from '../../time/epoch.ts'
import { isDayOfCalendar, toIsoDay } from './calendar-day.ts'
import { accept, refuse, type Parsed } from './parsed.ts'
import { toPlainText } from './plain-text.ts'

/** A day, or the words that say there is no last day. */
export type WrittenDate = IsoDate | 'unlimited'

/** How the workbook counts days: from 1900 as Excel does, or from 1904 as old Macs did. */
export type DateSystem = 1900 | 1904

/** No ledger of living people holds an earlier or later day; a serial outside is a number of something else. */
const yearMin = 1900
const yearMax = 2100

/** Days between 1970-01-01 and the day before the first serial of each system. */
const serialEpochDays: { readonly [S in DateSystem]: number } = { 1900: -25_569, 1904: -24_107 }
/** 1954 and 2100 in the older system: a bare number outside is hardly a day. */
const serialMin = 19_725
const serialMax = 73_415
/** Excel believes in 1900-02-29 (serial 60), so earlier serials mean different days to different programs. */
const formattedSerialMin = 61

const unlimited =
  /^(?:长期|长期有效|永久|永久有效|无固定期限|无限期|终身|终身有效|permanent|long[- ]?term|unlimited|indefinite)$/i
const nothing = /^(?:[-—–/\\.~]+|无|没有|n\/?a|none|null|待定|未定)$/i

/**
 * Reads a day as it is written in ledgers. Where two readings are possible (3/1/2026, 26.3.1) there is none: an expiry that is
 * wrong by months lets somebody work without a certificate.
 */
export const parseWrittenDate = (raw: string, system: DateSystem): Parsed<WrittenDate> => {
  const text = stripFrame(toPlainText(raw))
  if (text === '' || nothing.test(text)) return refuse('date-missing', {})
  if (unlimited.test(text)) return accept('unlimited')

  const yearFirst =
    /^(\d{4})(?:[-./,、\s]|年)\s?(\d{1,2})(?:[-./,、\s]|月)\s?(\d{1,2})(?:日|号)?(?:[T\s]\s?(\d{1,2}[:时].*))?$/.exec(
      text,
    )
  if (yearFirst) {
    const [, year, month, day, time] = yearFirst
    if (time !== undefined && !isClockTime(time)) return refuse('time-impossible', { text: shorten(text) })
    return toDay(text, Number(year), Number(month), Number(day))
  }
  if (/^(?:19|20)\d{6}$/.test(text)) {
    return toDay(text, Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)))
  }
  const yearLast = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:\s(.*))?$/.exec(text)
  if (yearLast?.[4] !== undefined && /^\s?\d/.test(yearLast[4]) && !isClockTime(yearLast[4]))
    return refuse('time-impossible', { text: shorten(text) })
  if (yearLast) return toDayOfEitherOrder(text, Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3]))
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return parseSerial(Number(text), system)

  return parseInWords(text) ?? refuse(whyUnreadable(text), { text: shorten(text) })
}

/** A number cell: a serial, or a day typed as eight digits. `2026.1` may have been `2026.10`, so it is no day. */
export const parseNumericDate = (value: number, isDateFormat: boolean, system: DateSystem): Parsed<WrittenDate> => {
  if (isDateFormat) return parseSerial(value, system, formattedSerialMin)
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231)
    return parseWrittenDate(String(value), system)
  if (value >= yearMin && value < yearMax) return refuse('date-day-missing', { text: String(value) })
  return parseSerial(value, system)
}

const parseSerial = (value: number, system: DateSystem, min = serialMin): Parsed<WrittenDate> => {
  const days = Math.floor(value)
  if (!(days >= min && days <= serialMax)) return refuse('date-serial-out-of-range', { serial: String(value) })
  const iso = new Date((days + serialEpochDays[system]) * 86_400_000).toISOString().slice(0, 10)
  return accept(isoDate(iso))
}

/** A minute or second of sixty is no time but a slip of the pen or of a program, and then the day beside it is none to rely on. */
const isClockTime = (text: string): boolean => {
  const [, hours, minutes = '0', seconds = '0'] =
    /^\s?(\d{1,2})[:时]\s?(?:(\d{1,2})(?:[:分]\s?(?:(\d{1,2})(?!\d))?)?)?/.exec(text) ?? []
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60
}

const toDay = (text: string, year: number, month: number, day: number): Parsed<IsoDate> => {
  if (!isDayOfCalendar(year, month, day)) return refuse('date-impossible', { text: shorten(text) })
  if (year < yearMin || year > yearMax) return refuse('date-out-of-range', { text: shorten(text), yearMin, yearMax })
  return accept(isoDate(toIsoDay(year, month, day)))
}

/** 3/1/2026 is January in London and March in Boston; 13/1/2026 is one day everywhere. */
const toDayOfEitherOrder = (text: string, first: number, second: number, year: number): Parsed<IsoDate> => {
  const readings = new Set<string>()
  if (isDayOfCalendar(year, first, second)) readings.add(toIsoDay(year, first, second))
  if (isDayOfCalendar(year, second, first)) readings.add(toIsoDay(year, second, first))
  const [one, other] = [...readings]
  if (one === undefined) return refuse('date-impossible', { text })
  if (other !== undefined) return refuse('date-order-ambiguous', { text, one, other })
  return toDay(text, Number(one.slice(0, 4)), Number(one.slice(5, 7)), Number(one.slice(8, 10)))
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const hanDigits = '〇一二三四五六七八九'

const parseInWords = (text: string): Parsed<IsoDate> | undefined => {
  const english =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-\s.]+(?<month>[a-z]{3,9})[-\s.,]+(?<year>\d{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})[-\s.]+(?<day>\d{1,2})(?:st|nd|rd|th)?[-\s.,]+(?<year>\d{4})$/i.exec(text)
  if (english?.groups) {
    const month = months.indexOf(english.groups['month']!.slice(0, 3).toLowerCase()) + 1
    return month === 0 ? undefined : toDay(text, Number(english.groups['year']), month, Number(english.groups['day']))
  }
  const han =
    /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?$/.exec(text)
  if (!han) return undefined
  const year = Number([...han[1]!.replaceAll('零', '〇')].map((digit) => hanDigits.indexOf(digit)).join(''))
  return toDay(text, year, fromHan(han[2]!), fromHan(han[3]!))
}

/** 十 → 10, 十二 → 12, 三十一 → 31. */
const fromHan = (text: string): number => {
  const at = text.indexOf('十')
  if (at < 0) return hanDigits.indexOf(text)
  const tens = at === 0 ? 1 : hanDigits.indexOf(text.slice(0, at))
  return tens * 10 + (at === text.length - 1 ? 0 : hanDigits.indexOf(text.slice(at + 1)))
}

const whyUnreadable = (text: string): 'date-year-two-digits' | 'date-day-missing' | 'date-unreadable' => {
  if (
    /^\d{1,2}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?$/.test(text) ||
    /^\d{1,2}[-\s][a-z]{3,9}[-\s]\d{2}$/i.test(text)
  )
    return 'date-year-two-digits'
  if (/^\d{6}$/.test(text) && !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(text)) return 'date-year-two-digits'
  if (/^\d{6}$/.test(text) || /^\d{4}\s?(?:[-./]|年)?\s?(?:\d{1,2}月?)?$/.test(text)) return 'date-day-missing'
  return 'date-unreadable'
}

/** `有效期至:2029年5月1日` and `2029.5.1止` say the same as the bare day. */
const stripFrame = (text: string): string =>
  text
    .replace(/^['`]/, '')
    .replace(/^(?:有效期(?:限)?(?:至|到)?|截止(?:日期)?(?:至|到)?|至|到|until|to)\s?[::]?\s?/i, '')
    .replace(/\s?(?:止|前有效|\.)$/, '')
    .trim()

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

export type WrittenRange = { readonly from: IsoDate; readonly through: WrittenDate }

/** Reads `2023.05.01-2029.05.01`, `2023年5月1日至长期`. */
export const parseWrittenRange = (raw: string, system: DateSystem): Parsed<WrittenRange> => {
  const text = toPlainText(raw).replace(/^有效期(?:限)?\s?[::]?\s?/, '')
  if (text === '' || nothing.test(text)) return refuse('date-missing', {})
  for (const parts of cutsOf(text)) {
    const from = parseWrittenDate(parts[0], system)
    const through = parseWrittenDate(parts[1], system)
    if (from.ok && through.ok && from.value !== 'unlimited') return accept({ from: from.value, through: through.value })
    // A cut that leaves two dates, one of them impossible, is the right cut; its own reason says more than "unreadable".
    if (parts.certain && !from.ok) return from
    if (parts.certain && !through.ok) return through
  }
  return refuse('date-range-unreadable', { text: text.length > 60 ? `${text.slice(0, 60)}…` : text })
}

type Cut = readonly [string, string] & { readonly certain: boolean }

/** First at the words that can only part two dates, then at every dash, since dashes are also within dates. */
const cutsOf = function* (text: string): Generator<Cut> {
  const certain = /\s?(?:至|到|~|—+|–|--|\bto\b)\s?/i.exec(text)
  if (certain)
    yield Object.assign([text.slice(0, certain.index), text.slice(certain.index + certain[0].length)] as const, {
      certain: true,
    })
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    yield Object.assign([text.slice(0, at), text.slice(at + 1)] as const, { certain: /^\d{4}[./年]/.test(text) })
  }
}
