import type { IsoDate } from '../../time/epoch.ts'
import { isScientific, parseIdNumber } from './id-number.ts'
import { accept, refuse, type Parsed } from './parsed.ts'
import { toPlainText } from './plain-text.ts'

/**
 * The number of a certificate. Special-operation certificates (特种作业操作证) carry `T` and the holder's identity number, one
 * number for all of a person's categories; special-equipment certificates often carry the bare identity number. Only these two
 * can be checked against the holder; any other form is kept as written and shown for a manual look.
 */
export type CertificateNumber =
  | { readonly form: 'T-and-id' | 'id'; readonly text: string; readonly holderIdNumber: string }
  | { readonly form: 'other'; readonly text: string }

const lengthMax = 40

export const parseCertificateNumber = (raw: string, today: IsoDate, isTyped: boolean): Parsed<CertificateNumber> => {
  const text = toPlainText(raw).replaceAll(' ', '').replace(/^['`]/, '').toUpperCase()
  if (text === '') return refuse('certificate-number-missing', {})
  if (isScientific(text.replace(/^T/, ''))) return refuse('certificate-number-damaged', { text })
  if (text.length > lengthMax) return refuse('certificate-number-length', { length: text.length, lengthMax })
  if (!/^[0-9A-Z一-鿿()\-_/.]+$/.test(text)) return refuse('certificate-number-characters', {})

  if (/^T\d{15,}[\dX]?$/.test(text)) return withHolder(text, text.slice(1), 'T-and-id', today, true)
  if (/^\d{17}[\dX]$/.test(text)) return withHolder(text, text, 'id', today, isTyped)
  return accept({ form: 'other', text })
}

const withHolder = (
  text: string,
  idNumber: string,
  form: 'T-and-id' | 'id',
  today: IsoDate,
  isTyped: boolean,
): Parsed<CertificateNumber> => {
  const holder = parseIdNumber(idNumber, today, isTyped)
  if (!holder.ok) return refuse('certificate-number-holder', { because: holder.problem.code })
  return accept({ form, text, holderIdNumber: holder.value.text })
}
