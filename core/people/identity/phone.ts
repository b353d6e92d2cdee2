import { isScientific } from './id-number.ts'
import { accept, refuse, type Parsed } from './parsed.ts'
import { toPlainText } from './plain-text.ts'

/**
 * Reads a telephone number: a mobile number, or a fixed line with its area code. Two numbers in one cell are refused rather
 * than cut: a warning sent to the wrong one of them reaches nobody.
 */
export const parsePhone = (raw: string): Parsed<string> => {
  // Line breaks separate two numbers as often as a slash does, so they are looked at before blanks are folded.
  const text = toPlainText(raw.replace(/[\r\n]+/g, '/'))
  if (text === '') return refuse('phone-missing', {})
  if (isScientific(text)) return refuse('phone-digits-lost', { text })

  const whole = toNumber(text)
  if (whole !== undefined) return accept(whole)
  const parts = text.split(/[/,;、|\s]+|或|和/).filter((part) => part !== '')
  const numbers = parts.map(toNumber).filter((part) => part !== undefined)
  if (numbers.length > 1) return refuse('phone-several', { count: numbers.length })
  return refuse('phone-unreadable', { text: text.length > 30 ? `${text.slice(0, 30)}…` : text })
}

const toNumber = (text: string): string | undefined => {
  const digits = text.replace(/[\s().-]/g, '').replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return digits
  return /^0\d{2,3}[-\s]?\d{7,8}(?:[-\s]\d{1,5})?$/.test(text.replace(/[()]/g, '')) ? digits : undefined
}
