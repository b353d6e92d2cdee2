import type { IsoDate } from '../../time/epoch.ts'
import type { WrittenDate } from '../identity/written-date.ts'
import type { Verdict } from './vocabulary.ts'

/** Whom a row is about, as far as the ledger says: enough to look the person up, never a guess who it may be. */
export type PersonReference = {
  readonly name: string
  readonly idNumber?: string
  readonly staffNumber?: string
  readonly phone?: string
  readonly department?: string
}

/** What one good row says. Entries of one kind always have the same members in the same order, so that two can be compared. */
export type Entry = PersonEntry | CertificateEntry | MedicalEntry | TrainingEntry | MatrixEntry

export type PersonEntry = {
  readonly kind: 'person'
  readonly person: PersonReference & { readonly idNumber: string }
  readonly birthDate: IsoDate
  readonly sex: 'female' | 'male'
  /** `null`: one of our own employees. */
  readonly employer: { readonly name: string; readonly creditCode?: string } | null
  readonly position?: string
  readonly team?: string
  readonly hiredOn?: IsoDate
  readonly employment: 'active' | 'left'
}

export type CertificateEntry = {
  readonly kind: 'certificate'
  readonly person: PersonReference
  readonly category: string
  readonly number: string
  readonly numberForm: 'T-and-id' | 'id' | 'other'
  readonly issuedOn?: IsoDate
  readonly validFrom?: IsoDate
  readonly validThrough: WrittenDate
  readonly reviewDue?: IsoDate
  readonly issuer?: string
}

export type MedicalEntry = {
  readonly kind: 'medical'
  readonly person: PersonReference
  readonly examinedOn: IsoDate
  readonly verdict: Verdict
  readonly restrictions: readonly string[]
  readonly validThrough?: IsoDate
  readonly systolicMmHg?: number
  readonly diastolicMmHg?: number
  readonly followUpDue?: IsoDate
  readonly institution?: string
}

export type TrainingEntry = {
  readonly kind: 'training'
  readonly person: PersonReference
  readonly category: string
  readonly completedOn: IsoDate
  readonly validThrough?: IsoDate
  readonly hours?: number
  readonly score?: number
}

export type MatrixEntry = {
  readonly kind: 'matrix'
  readonly position: string
  /** Operation → the highest level allowed, or none. */
  readonly levels: { readonly [operation: string]: string | null }
}
