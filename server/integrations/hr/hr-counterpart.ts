import { z } from 'zod'
import { isoDate } from '#core/time/epoch.ts'
import type { Counterpart } from '../counterpart.ts'
import type { HrClient, TrainingGap } from './hr-client.ts'

/** Under this name make-up trainings wait in the outbox. */
export const hrCounterpartName = 'hr'

/** What the outbox keeps of a gap; its key is the gap's id. */
export type TrainingPayload = Omit<TrainingGap, 'gapId'>

const payloadSchema = z.object({
  jobNumber: z.string().min(1),
  category: z.string().min(1),
  reason: z.string().min(1),
  neededBy: z.string().transform(isoDate),
})

export const createHrCounterpart = (client: HrClient): Counterpart => ({
  deliver: async ({ idempotencyKey, payload }, signal) => {
    const gap = payloadSchema.safeParse(payload)
    if (!gap.success) return { outcome: 'declined', problem: 'payload-unreadable' }
    return client.sendTrainingRequest({ gapId: idempotencyKey, ...gap.data }, signal)
  },
})
