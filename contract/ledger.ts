import { z } from 'zod'

/** The dimensions of AQ 3064.2 §5.11: persons by who leads the work and time by month; any other person or span is asked for by search and range. */
export const ledgerDimensions = [
  'operation',
  'level',
  'status',
  'unit',
  'place',
  'applyUnit',
  'workUnit',
  'contractor',
  'leader',
  'month',
  'alarm',
] as const
export type LedgerDimension = (typeof ledgerDimensions)[number]

const instantText = z.coerce.number().int().min(0).max(4_102_444_800_000)
const chosen = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(50)])
  .transform((values) => (Array.isArray(values) ? values : [values]))
  .optional()

/** What is asked of the ledger, as it stands in an address: `operation=hot-work&status=closed&from=…`; a dimension may be named often. */
export const ledgerQuery = z.object({
  operation: chosen,
  level: chosen,
  status: chosen,
  unit: chosen,
  place: chosen,
  applyUnit: chosen,
  workUnit: chosen,
  contractor: chosen,
  leader: chosen,
  /** As `2026-11`, in the plant's time. */
  month: chosen,
  alarm: chosen,
  /** Part of the name, or the number, of anybody who has to do with the permit. */
  person: z.string().trim().max(80).optional(),
  /** Part of the permit's number or of the content. */
  text: z.string().trim().max(80).optional(),
  /** Permits whose window begins in this span. */
  from: instantText.optional(),
  to: instantText.optional(),
  language: z.enum(['zh', 'en']).default('zh'),
  /** Behind which line to go on, as the answer before said. */
  after: z.string().max(120).optional(),
})
export type LedgerQuery = z.output<typeof ledgerQuery>

export const ledgerColumns = [
  'number',
  'operation',
  'level',
  'risk',
  'status',
  'unit',
  'place',
  'content',
  'window',
  'appliedAt',
  'applyUnit',
  'applicant',
  'workUnit',
  'contractor',
  'leader',
  'guardians',
  'approvers',
  'alarms',
] as const
export type LedgerColumn = (typeof ledgerColumns)[number]

/** One permit in words, in the order of the columns: what a page shows is what a workbook holds. */
export type LedgerLine = { readonly permit: string; readonly job: string; readonly cells: readonly string[] }

export type LedgerPage = {
  readonly now: number
  readonly columns: readonly { readonly id: LedgerColumn; readonly title: string }[]
  readonly lines: readonly LedgerLine[]
  readonly total: number
  /** Where to go on; null at the end. */
  readonly after: string | null
  /** How many permits there are of each value, within what was asked. */
  readonly counts: {
    readonly [D in LedgerDimension]: readonly {
      readonly value: string
      readonly name: string
      readonly count: number
    }[]
  }
}
