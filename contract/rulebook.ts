import { z } from 'zod'

/** A rulebook as somebody wrote it, in YAML. */
export const writtenRulebook = z.strictObject({ text: z.string().min(1).max(800_000) })

const change = z.object({
  path: z.string(),
  change: z.enum(['stricter', 'looser', 'new', 'gone', 'unclear']),
  clause: z.string().nullable(),
  isFloor: z.boolean(),
})

/** What was found in a proposed edition: what cannot be read and where, which floors it breaks, and what it changes. */
export const rulebookCheck = z.object({
  edition: z.string().nullable(),
  problems: z.array(
    z.object({
      path: z.string(),
      line: z.int().nullable(),
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
    }),
  ),
  breaches: z.array(z.object({ path: z.string(), clause: z.string(), change: z.enum(['looser', 'gone', 'unclear']) })),
  changes: z.array(change),
  mayPublish: z.boolean(),
})
export type RulebookCheck = z.infer<typeof rulebookCheck>

export const rulebookEditions = z.object({
  rulebook: z.string(),
  current: z.string(),
  /** What the product asks today; no edition of the plant may ask for less. */
  standard: z.string(),
  /** The edition that the product proposes after this one, while it is not taken over; in force for nobody by itself. */
  proposed: z.string().nullable(),
  editions: z.array(
    z.object({
      edition: z.string(),
      effectiveFrom: z.string().nullable(),
      publishedAt: z.int().nullable(),
      publishedBy: z.string().nullable(),
      isOfPlant: z.boolean(),
    }),
  ),
})
export type RulebookEditions = z.infer<typeof rulebookEditions>

/** Editions that were handed in and wait for somebody else to publish them. */
export const rulebookDrafts = z.object({
  drafts: z.array(
    z.object({
      id: z.string(),
      edition: z.string(),
      at: z.int(),
      by: z.string(),
      /** Drawn up by whoever asks, who therefore cannot publish it. */
      isOwn: z.boolean(),
    }),
  ),
})
export type RulebookDrafts = z.infer<typeof rulebookDrafts>

/** One of them as it was written, judged at this moment. */
export const rulebookDraft = z.object({ text: z.string(), check: rulebookCheck })
export type RulebookDraft = z.infer<typeof rulebookDraft>
