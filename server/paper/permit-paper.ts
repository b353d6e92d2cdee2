/** What stands on a printed permit, in the words to be printed: the template only sets it. */
export type PermitPaper = {
  readonly title: string
  readonly number: { readonly label: string; readonly value: string }
  readonly level: { readonly label: string; readonly value: string } | null
  readonly status: string
  readonly copies: readonly { readonly name: string; readonly holder: string }[]
  /** An SVG. */
  readonly code: { readonly drawing: string; readonly label: string }
  readonly facts: readonly Fact[]
  readonly gas: Table | null
  readonly factsAfterGas: readonly Fact[]
  readonly measures: Table
  readonly signaturesTitle: string
  readonly signatures: readonly SignatureLine[]
  readonly footer: string
}

/** `signed` is empty where nobody has signed. */
export type SignatureLine = { readonly label: string; readonly signed: readonly Signed[] }

/** `hand` is the drawn signature as an SVG. */
export type Signed = { readonly text: string; readonly hand: string | null }

/** `isWide`: takes the whole row. */
export type Fact = { readonly label: string; readonly value: string; readonly isWide: boolean }

export type Table = {
  readonly title: string
  /** Stands over all rows. */
  readonly note?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
