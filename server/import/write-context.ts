import type { Action, RowSource } from './judge-rows.ts'
import type { EmployerBook } from './employer-book.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'

export type ActionAt = { readonly action: Action; readonly source: RowSource }

/** What writing needs to know of its import: whose it is, and when. */
export type WriteContext = {
  readonly tx: Tx
  readonly vault: Vault
  readonly importId: string
  readonly now: number
  readonly employers: EmployerBook
}

/** Where the values of a row were read; kept beside them. */
export type Provenance = {
  readonly system: 'import'
  readonly import: string
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly at: number
}

export const provenanceOf = ({ importId, now }: WriteContext, { file, sheet, row }: RowSource): Provenance => ({
  system: 'import',
  import: importId,
  file,
  sheet,
  row,
  at: now,
})

/** The rows of one statement travel as JSON: one parameter, whatever their number. */
export const asRows = (rows: readonly object[]): string => JSON.stringify(rows)
