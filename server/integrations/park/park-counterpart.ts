import { z } from 'zod'
import { validateFeedRecord } from '#core/feed/validate-record.ts'
import type { Counterpart } from '../counterpart.ts'
import type { ParkClient } from './park-client.ts'
import { checkedRecord } from './park-wire.ts'

const payloadSchema = z.object({
  kind: z.enum(['ticket', 'alarm']),
  companyCode: z.string().min(1),
  record: checkedRecord,
})

/** Builds the record that a waiting message names, or says null where it cannot leave: the plant's feed was switched off. */
export type CompleteRecord = (plantId: string, payload: unknown) => Promise<unknown>

export const createParkCounterpart = (client: ParkClient, complete: CompleteRecord): Counterpart => ({
  deliver: async ({ plantId, idempotencyKey, payload }, signal) => {
    const completed = await complete(plantId, payload)
    if (completed === null) return { outcome: 'retry', problem: 'park-feed-off' }
    const message = payloadSchema.safeParse(completed)
    if (!message.success) return { outcome: 'declined', problem: 'payload-unreadable' }
    const problems = validateFeedRecord(message.data.kind, message.data.record)
    // By field and never by value: what is kept beside the message may be read by anybody who looks for its cause.
    if (problems.length > 0)
      return { outcome: 'declined', problem: problems.map(({ field, rule }) => `${field} ${rule}`).join(', ') }
    return client.sendRecord(idempotencyKey, message.data, signal)
  },
})
