import { isoDate, type IsoDate } from '../../time/epoch.ts'
import { isDayOfCalendar } from './calendar-day.ts'
import { idCheckCharacterOf } from './check-character.ts'
import { accept, refuse, type Parsed } from './parsed.ts'
import { toPlainText } from './plain-text.ts'

/** A citizen identity number (GB 11643-1999) that passed every check, with what it tells about its holder. */
export type IdNumber = {
  readonly text: string
  readonly birthDate: IsoDate
  readonly sex: 'female' | 'male'
}

/** GB/T 2260: the first two digits of the provinces, regions and municipalities; 81–83 are on residence permits (港澳台居民居住证). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** 劳动法 §15: nobody below sixteen is employed. */
const ageYearsMin = 16
/** Nobody at work is older; a number that says so carries a typing error in its year. */
const ageYearsMax = 120

/**
 * Reads an identity number. A number that a spreadsheet damaged (4.40524E+17, or its last digits turned to zeros because a
 * double keeps only fifteen) is refused: the lost digits cannot be known, and a guess would name another person.
 *
 * `isTyped` says that the file stores this cell as text, so that no program can have rounded it. Elsewhere fifteen digits and
 * three zeros are refused even when the check character happens to fit, as it does for one damaged number in eleven.
 */
export const parseIdNumber = (raw: string, today: IsoDate, isTyped: boolean): Parsed<IdNumber> => {
  const text = toPlainText(raw).replaceAll(' ', '').replace(/^['`]/, '').toUpperCase()
  if (text === '') return refuse('id-number-missing', {})
  if (isScientific(text)) return refuse('id-number-scientific', { text })
  if (/^\d{15}$/.test(text)) return refuse('id-number-old-15', {})
  if (text.length !== 18) return refuse('id-number-length', { length: text.length })
  if (!/^\d{17}[\dX]$/.test(text)) return refuse('id-number-characters', {})
  const expected = idCheckCharacterOf(text)
  if (text.endsWith('000') && !(isTyped && expected === '0')) return refuse('id-number-digits-lost', {})
  if (!provinces.has(text.slice(0, 2))) return refuse('id-number-region', { region: text.slice(0, 6) })

  const [year, month, day] = [Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))]
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (!isDayOfCalendar(year, month, day)) return refuse('id-number-birth-date', { birthDate })
  const ageYears = yearsBetween(birthDate, today)
  if (ageYears < ageYearsMin || ageYears > ageYearsMax)
    return refuse('id-number-age', { birthDate, ageYearsMin, ageYearsMax })

  if (text[17] !== expected) return refuse('id-number-check', { expected, found: text[17]! })
  return accept({ text, birthDate: isoDate(birthDate), sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' })
}

/** `4.4052E+17`, as a spreadsheet shows and a CSV keeps a long number. */
export const isScientific = (text: string): boolean => /^[+-]?\d+(?:\.\d*)?E[+-]?\d+$/i.test(text)

/** Full years lived; negative for a date still to come. */
const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
