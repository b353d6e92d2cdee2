import { creditCheckCharacterOf, organisationCheckCharacterOf } from './check-character.ts'
import { isScientific } from './id-number.ts'
import { accept, refuse, type Parsed } from './parsed.ts'
import { toPlainText } from './plain-text.ts'

/** Reads a unified social credit code (GB 32100-2015), with the organisation code inside it (GB 11714). */
export const parseCreditCode = (raw: string): Parsed<string> => {
  const text = toPlainText(raw).replace(/[\s-]/g, '').toUpperCase()
  if (text === '') return refuse('credit-code-missing', {})
  if (isScientific(text)) return refuse('credit-code-scientific', { text })
  if (text.length !== 18) return refuse('credit-code-length', { length: text.length })

  const expected = creditCheckCharacterOf(text)
  if (expected === undefined) return refuse('credit-code-characters', {})
  if (text[17] !== expected) return refuse('credit-code-check', { expected, found: text[17]! })
  const organisationCheck = organisationCheckCharacterOf(text.slice(8, 16))
  if (text[16] !== organisationCheck) return refuse('credit-code-organisation', {})
  return accept(text)
}
