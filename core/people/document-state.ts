import { dayMs, type IsoDate } from '../time/epoch.ts'

/** How a document stands today, for lists. Whether it suffices for a job is the rulebook's question, asked anew for each job. */
export type DocumentState = 'valid' | 'due-soon' | 'lapsed' | 'not-accepted' | 'unconfirmed' | 'unknown'

export type DocumentFacts = {
  readonly validFrom: string | null
  /** The last valid day. */
  readonly validThrough: string | null
  readonly isUnlimited: boolean
  readonly reviewDue: string | null
  readonly holder: 'match' | 'mismatch' | 'unknown'
  /** `not-needed`: no register keeps such documents. */
  readonly official: 'confirmed' | 'revoked' | 'not-found' | 'unchecked' | 'not-needed'
}

/** Long enough to book a review course; the product's own number, for lists alone. */
export const dueSoonDays = 60

/** The worst that is true of it; a document of which nothing is known is never shown as valid. */
export const stateOfDocument = (document: DocumentFacts, today: IsoDate): DocumentState => {
  const { validFrom, validThrough, isUnlimited, reviewDue, holder, official } = document
  if (official === 'revoked' || official === 'not-found' || holder === 'mismatch') return 'not-accepted'
  const ends = [
    ...(isUnlimited || validThrough === null ? [] : [validThrough]),
    ...(reviewDue === null ? [] : [reviewDue]),
  ]
  if (ends.some((day) => day < today)) return 'lapsed'
  if ((!isUnlimited && validThrough === null) || holder === 'unknown') return 'unknown'
  if (validFrom !== null && validFrom > today) return 'unknown'
  if (official === 'unchecked') return 'unconfirmed'
  const isSoon = ends.some((day) => (Date.parse(day) - Date.parse(today)) / dayMs <= dueSoonDays)
  return isSoon ? 'due-soon' : 'valid'
}
