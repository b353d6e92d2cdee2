import type { Grounds } from './grounds.ts'

/** Whose word a change needs, and how soon it is answered. */
export type Agreement = {
  readonly authority: string
  readonly of: 'place-unit' | 'plant'
  readonly withinMinutes: number
}

/** What a change during a job's life asks for. Without an agreement it takes effect at once. */
export type ChangeRules = {
  readonly people: readonly ({
    readonly role: 'crew' | 'guardian' | 'leader'
    readonly agreedBy?: Agreement
  } & Grounds)[]
  /** What is done anew when conditions have changed. */
  readonly conditions: {
    readonly analysis: boolean
    readonly measures: boolean
    readonly briefing: boolean
    readonly approvals: boolean
  } & Grounds
  readonly reissue: Grounds
  readonly cancelling: { readonly agreedBy?: Agreement } & Grounds
  readonly voiding: { readonly agreedBy: Agreement } & Grounds
}
