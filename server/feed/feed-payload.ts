import { z } from 'zod'
import type { AlarmRecord } from '#core/feed/records.ts'
import { id, type JobId, type PermitId } from '#core/ids.ts'
import type { FeedPayload } from './feed-messages.ts'

const known = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), job: z.string(), permit: z.string(), version: z.number().int().positive() }),
  z.object({
    kind: z.literal('alarm'),
    job: z.string(),
    record: z.custom<AlarmRecord>((value) => typeof value === 'object'),
  }),
])

/** What lies in the outbox, read strictly; the record of an alarm is checked field by field before it leaves. */
export const parseFeedPayload = (payload: unknown): FeedPayload | null => {
  const { data } = known.safeParse(payload)
  if (data === undefined) return null
  return data.kind === 'alarm'
    ? { kind: 'alarm', job: id<JobId>(data.job), record: data.record }
    : { kind: 'ticket', job: id<JobId>(data.job), permit: id<PermitId>(data.permit), version: data.version }
}
