import { z } from 'zod'
import type { FeedKind } from '#core/feed/validate-record.ts'

/** A record that has passed the check, as far as the envelope must know it. */
export const checkedRecord = z.looseObject({
  ID: z.string(),
  CREATE_DATE: z.string(),
  CREATE_BY: z.string(),
  UPDATE_DATE: z.string(),
  UPDATE_BY: z.string(),
})

export type FeedMessage = {
  readonly kind: FeedKind
  readonly companyCode: string
  readonly record: z.infer<typeof checkedRecord>
}

/** The business record of AQ 3064.1 annex A. */
export const toEnvelope = ({ kind, companyCode, record }: FeedMessage, parkCode: string) => ({
  IDENTIFIER: kind === 'ticket' ? 'TICKET' : 'ALARM',
  UUID: record.ID,
  COMPANY_CODE: companyCode,
  PARK_CODE: parkCode,
  DATAITEM: record,
  CREATE_TIME: record.CREATE_DATE,
  CREATE_BY: record.CREATE_BY,
  UPDATE_TIME: record.UPDATE_DATE,
  UPDATE_BY: record.UPDATE_BY,
  DELETE_BY: null,
})

const receiptAnswer = z.object({
  code: z.literal('0'),
  data: z.object({ receipt: z.string().min(1).max(200), uuid: z.string() }),
})

/** A receipt for another record is none for ours. */
export const parseReceipt = (answer: unknown, uuid: string): string | undefined => {
  const parsed = receiptAnswer.safeParse(answer)
  return parsed.success && parsed.data.data.uuid === uuid ? parsed.data.data.receipt : undefined
}
