/** A number as it was said: read, broken off, or one that could be two different numbers. */
export type SpokenNumber = number | 'incomplete' | 'unclear'

/** Also as they are said over radio, where 一 and 七 sound alike: 幺 拐, and 两 洞 勾. */
const digitOf: { readonly [sign: string]: number } = {
  零: 0,
  〇: 0,
  洞: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  拐: 7,
  八: 8,
  九: 9,
  勾: 9,
}
const placeOf: { readonly [sign: string]: number } = { 十: 10, 百: 100, 千: 1000 }

export const numberSigns = new Set([...Object.keys(digitOf), ...Object.keys(placeOf), '点'])

/** No detector shows more. */
const decimalsMax = 3

/** Reads what stands between two other words: 二十点九, 20.9, 20点9, 两洞点九. */
export const readNumber = (said: string): SpokenNumber => {
  const [whole = '', ...rest] = said.replaceAll('.', '点').split('点')
  if (rest.length > 1) return 'unclear'
  const [decimals] = rest
  // 点九 may be 0.9, or what was left of 20.9.
  if (whole === '' || decimals === '') return 'incomplete'
  const integer = readWhole(whole)
  if (integer === null) return 'unclear'
  if (decimals === undefined) return integer
  const digits = digitsOf(decimals)
  return digits === null || digits.length > decimalsMax ? 'unclear' : Number(`${integer}.${digits.join('')}`)
}

const readWhole = (said: string): number | null => {
  const digits = digitsOf(said)
  if (!digits) return readPlaces(said)
  // 零五 is 5, or 0.5 whose point was swallowed.
  return digits.length > 1 && digits[0] === 0 ? null : Number(digits.join(''))
}

/** Digit by digit, 二零 or 20; `null` where one sign is no digit. */
const digitsOf = (said: string): readonly number[] | null => {
  const digits = [...said].map((sign) => (/\d/.test(sign) ? Number(sign) : digitOf[sign]))
  return digits.every((digit) => digit !== undefined) ? digits : null
}

/**
 * 一百二十三, 一百零五, 十二. 一百五 is said for 150, but one swallowed syllable away from 105, so it is unclear; and so is
 * whatever skips a place without saying 零.
 */
const readPlaces = (said: string): number | null => {
  const shape =
    /^(?:([一二两三四五六七八九])千)?(?:(零)?([一二两三四五六七八九])百)?(?:(零)?([一二三四五六七八九])?(十))?(?:(零)?([一二三四五六七八九]))?$/
  const found = shape.exec(said)
  if (!found) return null
  const [, thousands, zeroBeforeHundreds, hundreds, zeroBeforeTens, tens, ten, zeroBeforeOnes, ones] = found
  const isHundredsGap = thousands !== undefined && hundreds === undefined
  const isTensGap = hundreds !== undefined && ten === undefined
  if (zeroBeforeHundreds !== undefined) return null
  if (ten !== undefined && (zeroBeforeTens !== undefined) !== isHundredsGap) return null
  if (ones !== undefined && (zeroBeforeOnes !== undefined) !== (ten === undefined && (isHundredsGap || isTensGap)))
    return null
  const digit = (sign: string | undefined): number => (sign === undefined ? 0 : (digitOf[sign] ?? 0))
  const tenOf = ten === undefined ? 0 : tens === undefined ? 1 : digit(tens)
  return 1000 * digit(thousands) + 100 * digit(hundreds) + 10 * tenOf + digit(ones)
}

const englishUnits = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
].flatMap((row) => row.split(' '))
const englishTens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const hundredMax = 9

export const englishNumberWords: readonly string[] = [...englishUnits, ...englishTens, 'hundred', 'and', 'point']

/** "twenty point nine", "one hundred and five"; "and" only behind a hundred. */
export const readEnglishNumber = (words: readonly string[]): SpokenNumber => {
  const at = words.indexOf('point')
  const whole = at < 0 ? words : words.slice(0, at)
  const decimals = at < 0 ? undefined : words.slice(at + 1)
  if (whole.length === 0 || decimals?.length === 0) return 'incomplete'
  const integer = englishWhole(whole)
  if (integer === null) return 'unclear'
  if (!decimals) return integer
  const digits = decimals.map((word) => englishUnits.indexOf(word))
  if (digits.length > decimalsMax || digits.some((digit) => digit < 0 || digit > 9)) return 'unclear'
  return Number(`${integer}.${digits.join('')}`)
}

const englishWhole = (words: readonly string[]): number | null => {
  const at = words.indexOf('hundred')
  if (at < 0) return belowHundred(words)
  const hundreds = belowHundred(words.slice(0, at))
  if (hundreds === null || hundreds < 1 || hundreds > hundredMax) return null
  const rest = words.slice(at + 1)
  if (rest.length === 0) return hundreds * 100
  const below = belowHundred(rest[0] === 'and' ? rest.slice(1) : rest)
  return below === null || below === 0 ? null : hundreds * 100 + below
}

const belowHundred = ([first = '', second, ...more]: readonly string[]): number | null => {
  if (more.length > 0) return null
  const tens = englishTens.indexOf(first)
  const ones = englishUnits.indexOf(second ?? first)
  if (tens < 0) return second === undefined && ones >= 0 ? ones : null
  if (second === undefined) return (tens + 2) * 10
  return ones >= 1 && ones <= 9 ? (tens + 2) * 10 + ones : null
}
