import { z } from 'zod'
import { validateFeedRecord } from '#core/feed/validate-record.ts'
import type { Counterpart } from '../counterpart.ts'
import type { ParkClient } from './park-client.ts'
import { checkedRecord } from './park-wire.ts'

/** Under this name records wait in the outbox; their ordering key is the ticket. */
export const parkCounterpartName = 'park'

const payloadSchema = z.object({
  kind: z.enum(['ticket', 'alarm']),
  companyCode: z.string().min(1),
  record: checkedRecord,
})

export const createParkCounterpart = (client: ParkClient): Counterpart => ({
  deliver: async ({ idempotencyKey, payload }, signal) => {
    const message = payloadSchema.safeParse(payload)
    if (!message.success) return { outcome: 'declined', problem: 'payload-unreadable' }
    const problems = validateFeedRecord(message.data.kind, message.data.record)
    // By field and never by value: what is kept beside the message may be read by anybody who looks for its cause.
    if (problems.length > 0)
      return { outcome: 'declined', problem: problems.map(({ field, rule }) => `${field} ${rule}`).join(', ') }
    return client.sendRecord(idempotencyKey, message.data, signal)
  },
})
