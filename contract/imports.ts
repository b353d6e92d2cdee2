import { z } from 'zod'
import { fields, ledgerKinds } from '#core/people/ledger/fields.ts'
import type { ProblemCode } from '#core/people/ledger/problems.ts'

export const importId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/, 'no-id')
/** A place in a list of files or sheets, in a path or a query. */
export const indexInList = z.coerce.number().int().min(0).max(999)
export const fileName = z.string().trim().min(1).max(200)

export const rowOutcomes = ['accepted', 'same', 'refused', 'conflict', 'ignored'] as const

/** A reason as code and parameters; its words are in core/messages, in the reader's language. */
export const importProblem = z.object({
  code: z.string().transform((text) => text as ProblemCode),
  params: z.record(z.string(), z.unknown()),
  column: z.int().optional(),
})

const columnUse = z.union([
  z.strictObject({ field: z.enum(fields) }),
  z.strictObject({ operation: z.string().max(80), level: z.string().max(80) }),
])

const reading = z.object({
  ledger: z.enum(ledgerKinds),
  firstHeaderRow: z.int(),
  lastHeaderRow: z.int(),
  headers: z.array(z.string()),
  mapping: z.record(z.string(), columnUse),
  missing: z.array(z.enum(fields)),
  /** Not guessed: somebody of the plant had this header read so before. */
  isRemembered: z.boolean().optional(),
})

/** How a person wants a sheet to be read, against the guess. */
export const sheetChoiceRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('left-out') }),
  z.strictObject({
    kind: z.literal('read'),
    ledger: z.enum(ledgerKinds),
    firstHeaderRow: z.int().min(1).max(300_000),
    lastHeaderRow: z.int().min(1).max(300_000),
    mapping: z.record(z.string().regex(/^\d{1,3}$/), columnUse),
    includeHidden: z.boolean(),
  }),
])

const headerRow = z.coerce.number().int().min(1).max(300_000)

/** Where somebody thinks the header stands, and which ledger it is. */
export const sheetHeadQuery = z.object({
  first: headerRow.exactOptional(),
  last: headerRow.exactOptional(),
  ledger: z.enum(ledgerKinds).exactOptional(),
})

export const sheetHead = z.object({
  rows: z.array(z.object({ number: z.int(), cells: z.array(z.string()) })),
  /** What the columns seem to mean at the place that was asked for. */
  guess: reading.pick({ ledger: true, headers: true, mapping: true }).nullable(),
  because: z.enum(['header-is-data', 'sheet-unrecognised']).nullable(),
})

const counts = z.object({
  accepted: z.int(),
  same: z.int(),
  refused: z.int(),
  conflict: z.int(),
  ignored: z.int(),
  blank: z.int(),
})

const sheet = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  choice: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('read'), reading, includeHidden: z.boolean() }),
    z.object({ kind: z.literal('left-out'), because: importProblem }),
  ]),
  guesses: z.array(reading),
  counts,
})

const file = z.object({
  name: z.string(),
  bytes: z.int(),
  format: z.enum(['xlsx', 'csv']),
  sheets: z.array(sheet),
  problem: importProblem.optional(),
})

const work = z.object({
  phase: z.enum(['preview', 'commit', 'undo']),
  rowsDone: z.int(),
  /** 0 … 1 */
  share: z.number(),
  rowsPerSecond: z.number(),
  secondsLeft: z.number().nullable(),
})

export const importView = z.object({
  id: importId,
  status: z.enum(['open', 'previewed', 'committed', 'undone']),
  createdAt: z.int(),
  createdBy: z.string().nullable(),
  files: z.array(file),
  counts,
  committedAt: z.int().nullable(),
  undoneAt: z.int().nullable(),
  /** Until when it can be taken back; null when there is nothing to take back. */
  undoableUntil: z.int().nullable(),
  findingsOpen: z.int(),
  /** What it is doing now, or null. */
  work: work.nullable(),
  /** Why the last long step came to no end: cancelled, or a fault of the server. */
  interruption: z.enum(['cancelled', 'failed']).nullable(),
})

export const importList = z.object({
  imports: z.array(
    importView
      .pick({
        id: true,
        status: true,
        createdAt: true,
        createdBy: true,
        counts: true,
        committedAt: true,
        undoneAt: true,
        work: true,
      })
      .extend({ files: z.array(z.string()) }),
  ),
})

export const importRow = z.object({
  file: z.int(),
  sheet: z.int(),
  row: z.int(),
  name: z.string(),
  outcome: z.enum(rowOutcomes),
  problems: z.array(importProblem),
  /** Only for a contradiction: what was decided, and whether taking the ledger's side is possible at all. */
  finding: z
    .object({
      canTake: z.boolean(),
      decision: z.enum(['take', 'keep']).nullable(),
      decidedBy: z.string().nullable(),
      decidedAt: z.int().nullable(),
    })
    .optional(),
})

export const importRows = z.object({ rows: z.array(importRow), total: z.int() })

export const rowsQuery = z.object({
  /** Comma-separated, such as `refused,conflict`. */
  outcomes: z
    .string()
    .default(rowOutcomes.join(','))
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(rowOutcomes)).min(1)),
  file: indexInList.exactOptional(),
  sheet: indexInList.exactOptional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const findingDecision = z.strictObject({
  file: z.int().min(0),
  sheet: z.int().min(0),
  row: z.int().min(1),
  decision: z.enum(['take', 'keep']),
})

export type ImportView = z.infer<typeof importView>
export type ImportList = z.infer<typeof importList>
export type ImportRow = z.infer<typeof importRow>
export type ImportRows = z.infer<typeof importRows>
export type SheetHead = z.infer<typeof sheetHead>
export type SheetChoiceRequest = z.infer<typeof sheetChoiceRequest>
