import { z } from 'zod'
import { instant, jobId, personId, placeId, shortText, optionalText } from './values.ts'

const metresMax = 5000

/** `plant`, one unit, or so many metres around a place. */
export const evacuationScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plant') }),
  z.strictObject({ kind: z.literal('unit'), unit: shortText }),
  z.strictObject({ kind: z.literal('around'), place: placeId, metres: z.int().min(0).max(metresMax) }),
])

export const callEvacuation = z.strictObject({ scope: evacuationScope, reason: optionalText })
export const countHead = z.strictObject({ person: personId })
export const endEvacuation = z.strictObject({ note: optionalText })

export const standingEvacuation = z.object({
  id: z.string(),
  scope: evacuationScope,
  /** What is cleared, in the plant's words: a unit's or a place's name, null for the whole plant. */
  scopeName: z.string().nullable(),
  reason: z.string(),
  since: instant,
  by: z.string().nullable(),
  stopped: z.array(z.object({ job: jobId, place: z.string(), content: z.string() })),
  heads: z.array(
    z.object({ person: personId, name: z.string(), job: jobId, wasInside: z.boolean(), safeAt: instant.nullable() }),
  ),
})
export const standingEvacuations = z.object({ evacuations: z.array(standingEvacuation) })

export type CallEvacuation = z.output<typeof callEvacuation>
export type StandingEvacuation = z.output<typeof standingEvacuation>
export type StandingEvacuations = z.output<typeof standingEvacuations>
