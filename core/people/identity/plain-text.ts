/**
 * Text as people type it, made comparable: full-width digits and letters become plain ones, every kind of blank becomes
 * one space, what cannot be seen is removed. Nothing is guessed: no character is exchanged for one that only looks like it.
 */
export const toPlainText = (text: string): string => {
  // Most cells of a ledger are already plain, and normalising costs more than looking.
  if (isAlreadyPlain(text)) return text
  return text.normalize('NFKC').replace(unseen, '').replace(blanks, ' ').trim()
}

/** Plain characters, without a blank at either end and without two in a row. */
const isAlreadyPlain = (text: string): boolean => {
  let isAfterBlank = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isBlank = code === 32
    if (isBlank ? isAfterBlank : !isPlain(code)) return false
    isAfterBlank = isBlank
  }
  return !isAfterBlank || text === ''
}

/** Printable ASCII and ideographs: seen, and already in the form that normalising would give. */
export const isPlain = (code: number): boolean => (code > 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff)

/** Zero-width characters, direction marks, soft hyphens and byte-order marks: copied from chats and web pages. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const blanks = /\s+/g

/** For comparing words: no blanks at all and lower case, so that `姓 名` is `姓名` and `ID No` is `idno`. */
export const toComparable = (text: string): string => toPlainText(text).replaceAll(' ', '').toLowerCase()
