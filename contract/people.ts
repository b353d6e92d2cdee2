import { z } from 'zod'
import { isoDay, levelId, longText, operationId, shortText } from './values.ts'

/** Where a value was read: which ledger, sheet and row, or which system or person, and when. */
const source = z.object({
  system: z.string().optional(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.number().optional(),
  at: z.number().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
})
export const documentState = z.enum(['valid', 'due-soon', 'lapsed', 'not-accepted', 'unconfirmed', 'unknown'])
const numbers = z.object({ 'id-number': z.string().optional(), phone: z.string().optional() })

const directoryPerson = z.object({
  id: z.string(),
  name: z.string(),
  staffNumber: z.string().nullable(),
  employer: z.string(),
  isOwn: z.boolean(),
  department: z.string(),
  position: z.string(),
  team: z.string().nullable(),
  employment: z.enum(['active', 'left', 'frozen']),
  /** Masked. */
  numbers,
})
export const directoryPage = z.object({
  people: z.array(directoryPerson.extend({ documents: z.partialRecord(documentState, z.int()) })),
  total: z.int(),
  departments: z.array(z.string()),
  positions: z.array(z.string()),
})
export const directoryQuery = z.object({
  search: z.string().trim().max(60).default(''),
  department: z.string().trim().max(120).default(''),
  position: z.string().trim().max(120).default(''),
  employment: z.enum(['active', 'left', 'frozen', 'all']).default('active'),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const checkMethods = ['website', 'code-on-certificate', 'telephone', 'letter'] as const
const officialResult = z.enum(['confirmed', 'revoked', 'not-found'])
const credential = z.object({
  id: z.string(),
  category: z.string(),
  state: documentState,
  isTraining: z.boolean(),
  issuedOn: z.string().nullable(),
  validFrom: z.string().nullable(),
  validThrough: z.string().nullable(),
  isUnlimited: z.boolean(),
  reviewDue: z.string().nullable(),
  issuer: z.string().nullable(),
  holder: z.enum(['match', 'mismatch', 'unknown']),
  official: z.enum(['confirmed', 'revoked', 'not-found', 'unchecked']),
  officialCheckedOn: z.string().nullable(),
  supersededBy: z.string().nullable(),
  source,
  checks: z.array(
    z.object({
      result: officialResult,
      checkedOn: z.string(),
      method: z.enum(checkMethods),
      note: z.string().nullable(),
      by: z.string(),
      recordedAt: z.int(),
    }),
  ),
})
export const personFile = z.object({
  person: directoryPerson.extend({ hiredOn: z.string().nullable(), source }),
  credentials: z.array(credential),
  medical: z
    .object({
      verdict: z.enum(['fit', 'restricted', 'unfit', 'pending']),
      restrictions: z.array(z.string()),
      examinedOn: z.string().nullable(),
      validThrough: z.string().nullable(),
      systolicMmHg: z.int().nullable(),
      diastolicMmHg: z.int().nullable(),
      followUpDue: z.string().nullable(),
      institution: z.string().nullable(),
      source,
    })
    .nullable(),
  changes: z.array(
    z.object({
      kind: z.enum(['person', 'credential', 'medical']),
      field: z.string(),
      was: z.string(),
      became: z.string(),
      at: z.int(),
      source,
      undoneAt: z.int().nullable(),
    }),
  ),
})

export const revealRequest = z.strictObject({
  fields: z
    .array(z.enum(['id-number', 'phone']))
    .min(1)
    .max(2),
  reason: shortText.min(2),
})
export const revealAnswer = z.object({ numbers })

export const officialCheckRequest = z.strictObject({
  result: officialResult,
  checkedOn: isoDay,
  method: z.enum(checkMethods),
  note: longText.nullable(),
})

export const matrixView = z.object({
  positions: z.array(z.object({ id: z.string(), people: z.int() })),
  rows: z.array(z.object({ position: z.string(), operation: z.string(), level: z.string(), source })),
  changes: z.array(
    z.object({
      position: z.string(),
      operation: z.string(),
      was: z.string().nullable(),
      at: z.int(),
      source,
      undoneAt: z.int().nullable(),
    }),
  ),
})
export const matrixCell = z.strictObject({
  position: shortText,
  operation: operationId,
  /** The highest level allowed; null takes the permission away. */
  level: levelId.nullable(),
  reason: shortText,
})

export type DirectoryPage = z.infer<typeof directoryPage>
export type PersonFile = z.infer<typeof personFile>
export type MatrixView = z.infer<typeof matrixView>
export type SourceView = z.infer<typeof source>
