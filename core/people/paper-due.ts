import { dayMs, type IsoDate } from '../time/epoch.ts'
import { stateOfDocument, type DocumentFacts, type DocumentState } from './document-state.ts'

/** What an employer has to do about one document of one of its people. */
export type PaperAction = 'renew' | 'review' | 'replace' | 'ask-for-check' | 'hand-in' | 'examine' | 'reassign'
export type PaperDue = {
  readonly state: Exclude<DocumentState, 'valid'>
  /** The last day on which it still counts; null where nothing is known of it, or where it never will. */
  readonly by: IsoDate | null
  readonly action: PaperAction
}

/** A month is what a firm needs to send somebody to a course; the product's own number, for lists alone. */
export const paperDueDays = 30

/** Null: nothing to do within the month. What is unknown is something to do, never nothing. */
export const paperDue = (document: DocumentFacts, today: IsoDate): PaperDue | null => {
  const state = stateOfDocument(document, today)
  const { validThrough, isUnlimited, reviewDue } = document
  const ends = [
    ...(isUnlimited || validThrough === null ? [] : [validThrough]),
    ...(reviewDue === null ? [] : [reviewDue]),
  ]
  const by = (ends.toSorted()[0] ?? null) as IsoDate | null
  switch (state) {
    case 'valid':
      return null
    case 'due-soon':
      return isWithinMonth(by, today) ? { state, by, action: by === reviewDue ? 'review' : 'renew' } : null
    case 'lapsed':
      return { state, by, action: by === reviewDue ? 'review' : 'renew' }
    case 'not-accepted':
      return { state, by: null, action: 'replace' }
    case 'unconfirmed':
      return { state, by: null, action: 'ask-for-check' }
    case 'unknown':
      return { state, by: null, action: 'hand-in' }
  }
}

export type MedicalFacts = {
  readonly verdict: 'fit' | 'restricted' | 'unfit' | 'pending'
  readonly validThrough: string | null
  readonly followUpDue: string | null
}

/** The same of the medical examination; of somebody without one nothing is known. */
export const medicalDue = (medical: MedicalFacts | null, today: IsoDate): PaperDue | null => {
  if (medical === null || medical.validThrough === null) return { state: 'unknown', by: null, action: 'examine' }
  const { verdict, validThrough, followUpDue } = medical
  if (verdict === 'unfit') return { state: 'not-accepted', by: null, action: 'reassign' }
  const by = (followUpDue !== null && followUpDue < validThrough ? followUpDue : validThrough) as IsoDate
  if (by < today) return { state: 'lapsed', by, action: 'examine' }
  if (verdict === 'pending') return { state: 'unknown', by, action: 'examine' }
  return isWithinMonth(by, today) ? { state: 'due-soon', by, action: 'examine' } : null
}

const isWithinMonth = (by: IsoDate | null, today: IsoDate): boolean =>
  by !== null && Date.parse(by) - Date.parse(today) <= paperDueDays * dayMs
