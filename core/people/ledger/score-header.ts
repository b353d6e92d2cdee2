import { toComparable } from '../identity/plain-text.ts'
import { fieldWords } from './field-words.ts'
import { fields, type Field } from './fields.ts'

/** A header without the marks that say nothing: blanks, brackets, colons, asterisks of compulsory fields. */
export const toHeaderWord = (text: string): string =>
  toComparable(text).replace(/[*:.,;、"'“”·_\-（）()[\]【】\n]/g, '')

const exact = new Map<string, Field>()
const words: { readonly field: Field; readonly word: string }[] = []
for (const field of fields) {
  for (const spelling of fieldWords[field]) {
    const word = toHeaderWord(spelling)
    if (!exact.has(word)) exact.set(word, field)
    if (word.length >= 2) words.push({ field, word })
  }
}

/** How well a header names each field, 0 … 1. Exact words win; a word within a longer header counts by its share. */
export const scoreHeader = (header: string): ReadonlyMap<Field, number> => {
  const text = toHeaderWord(header)
  const scores = new Map<Field, number>()
  if (text === '') return scores
  const whole = exact.get(text)
  if (whole) scores.set(whole, 1)
  for (const { field, word } of words) {
    if (!text.includes(word)) continue
    // The end of a Chinese compound says what it is: 证书有效期至 is an end of validity, not a certificate.
    const share = (0.35 + 0.45 * (word.length / text.length)) * (text.endsWith(word) ? 1 : 0.85)
    if (share > (scores.get(field) ?? 0)) scores.set(field, Math.min(share, 0.95))
  }
  return scores
}
