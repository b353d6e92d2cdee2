import type { ColumnUse, Field, LedgerKind, Mapping } from '#core/people/ledger/fields.ts'
import type { Problem, RowOutcome } from '#core/people/ledger/problems.ts'
import type { Tx } from '../store/database.ts'

/** One import: some files, what their sheets are taken for, and how far it has come. */
export type ImportRecord = {
  readonly importId: string
  readonly status: 'open' | 'previewed' | 'committed' | 'undone'
  readonly createdAt: number
  readonly createdBy: string | null
  readonly files: readonly ImportFile[]
  readonly counts: Counts
  readonly committedAt: number | null
  readonly undoneAt: number | null
}

export type ImportFile = {
  readonly name: string
  readonly bytes: number
  /** SHA-256 of the content: the name under which the file is kept. */
  readonly hash: string
  readonly format: 'xlsx' | 'csv'
  readonly sheets: readonly ImportSheet[]
  /** Why the file was not read to its end. */
  readonly problem?: Problem
}

export type ImportSheet = {
  readonly name: string
  readonly isHidden: boolean
  readonly choice: SheetChoice
  /** Other headers that were found plausible, best first, for choosing by hand. */
  readonly guesses: readonly SheetReading[]
  readonly counts: Counts
}

export type SheetChoice =
  | { readonly kind: 'read'; readonly reading: SheetReading; readonly includeHidden: boolean }
  | { readonly kind: 'left-out'; readonly because: Problem }

/** How a sheet is read: what it is, where its header ends, what its columns mean. */
export type SheetReading = {
  readonly ledger: LedgerKind
  readonly firstHeaderRow: number
  readonly lastHeaderRow: number
  readonly headers: readonly string[]
  readonly mapping: { readonly [column: string]: ColumnUse }
  readonly missing: readonly Field[]
  /** Not guessed: somebody of the plant had this header read so before. */
  readonly isRemembered?: boolean
}

export type Counts = { readonly [O in RowOutcome]: number } & { readonly blank: number }
export const noCounts: Counts = { accepted: 0, same: 0, refused: 0, conflict: 0, ignored: 0, blank: 0 }

export const addCounts = (a: Counts, b: Counts): Counts => ({
  accepted: a.accepted + b.accepted,
  same: a.same + b.same,
  refused: a.refused + b.refused,
  conflict: a.conflict + b.conflict,
  ignored: a.ignored + b.ignored,
  blank: a.blank + b.blank,
})

/** JSON has only text keys; columns are numbers everywhere else. */
export const toMapping = (mapping: SheetReading['mapping']): Mapping => mapping

type Row = {
  import_id: string
  status: ImportRecord['status']
  created_at: number
  created_by: string | null
  files: ImportFile[]
  counts: Counts
  committed_at: number | null
  undone_at: number | null
}

const columns = 'import_id, status, created_at, created_by, files, counts, committed_at, undone_at'

export const readImport = async (tx: Tx, importId: string, isLocked = false): Promise<ImportRecord | undefined> => {
  const { rows } = await tx.query<Row>(
    `select ${columns} from imports where plant_id = $1 and import_id = $2${isLocked ? ' for update' : ''}`,
    [tx.plantId, importId],
  )
  return rows[0] && toRecord(rows[0])
}

const listedMax = 50

export const listImports = async (tx: Tx): Promise<ImportRecord[]> => {
  const { rows } = await tx.query<Row>(
    `select ${columns} from imports where plant_id = $1 order by created_at desc limit ${listedMax}`,
    [tx.plantId],
  )
  return rows.map(toRecord)
}

const toRecord = (row: Row): ImportRecord => ({
  importId: row.import_id,
  status: row.status,
  createdAt: row.created_at,
  createdBy: row.created_by,
  files: row.files,
  counts: { ...noCounts, ...row.counts },
  committedAt: row.committed_at,
  undoneAt: row.undone_at,
})

export const insertImport = (
  tx: Tx,
  {
    importId,
    createdAt,
    createdBy,
    wrappedKey,
  }: {
    readonly importId: string
    readonly createdAt: number
    readonly createdBy: string | null
    readonly wrappedKey: Buffer
  },
): Promise<unknown> =>
  tx.query(
    `insert into imports (plant_id, import_id, status, created_at, created_by, wrapped_key) values ($1, $2, 'open', $3, $4, $5)`,
    [tx.plantId, importId, createdAt, createdBy, wrappedKey],
  )

/** Writes what has changed; what is not named stays. */
export const updateImport = (
  tx: Tx,
  importId: string,
  {
    status,
    files,
    counts,
    committedAt,
    undoneAt,
  }: Partial<Pick<ImportRecord, 'status' | 'files' | 'counts' | 'committedAt' | 'undoneAt'>>,
): Promise<unknown> =>
  tx.query(
    `update imports set status = coalesce($3, status), files = coalesce($4::jsonb, files), counts = coalesce($5::jsonb, counts),
       committed_at = coalesce($6, committed_at), undone_at = coalesce($7, undone_at) where plant_id = $1 and import_id = $2`,
    [
      tx.plantId,
      importId,
      status ?? null,
      files === undefined ? null : JSON.stringify(files),
      counts === undefined ? null : JSON.stringify(counts),
      committedAt ?? null,
      undoneAt ?? null,
    ],
  )
