import type { IsoDate } from './epoch.ts'

/** Whole days from one calendar day to another; not a number where one of them is no day, so that no comparison with it holds. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumberOf(to) - dayNumberOf(from)

/**
 * Days since 1970-01-01 in the Gregorian calendar, by arithmetic on the digits: an admission counts days for everybody in
 * the crew, and parsing a `Date` for each costs more than all other checks of the person together.
 */
export const dayNumberOf = (date: IsoDate): number => {
  if (date.length !== 10) return Number.NaN
  const year = digitsOf(date, 0, 4)
  const month = digitsOf(date, 5, 7)
  const day = digitsOf(date, 8, 10)
  if (!(1 <= month && month <= 12 && 1 <= day && day <= 31)) return Number.NaN
  // A year that begins in March has its leap day at the end, where it moves no other day.
  const shiftedYear = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400)
  return shiftedYear * 365 + leapDays + dayOfYear - daysFromYearZero
}

const daysFromYearZero = 719_468

const digitsOf = (text: string, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(0 <= digit && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}
