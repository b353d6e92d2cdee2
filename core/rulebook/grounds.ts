/**
 * Why a demand stands: a clause of a standard, or one of ours. Exactly one of the two, so that nobody mistakes the
 * enterprise's habit for the law. Clauses are of GB 30871-2022 unless the text names another standard.
 */
export type Grounds =
  | { readonly clause: string; readonly source?: never; readonly floor?: boolean; readonly certainty?: Certainty }
  | {
      readonly source: 'enterprise' | 'product'
      readonly clause?: never
      readonly floor?: never
      readonly certainty?: never
    }

/**
 * How far a clause was compared with its text, where it was not read in full: known from a digest, or from memory only. What
 * is known from memory may be no floor, because a site must be able to put it right.
 */
export type Certainty = 'digest' | 'memory'

export type Text = { readonly zh: string; readonly en: string }

/** A number with its reason. `floor`: a site may tighten it, never loosen it. */
export type Limit = { readonly value: number } & Grounds
