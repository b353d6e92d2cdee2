import { z } from 'zod'

/** The file's own name travels percent-encoded, because a header bears no Chinese. It is shown, and never believed. */
export const documentHeaders = z.object({
  'document-name': z
    .string()
    .min(1)
    .max(900)
    .transform((text, context) => {
      try {
        return decodeURIComponent(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not-percent-encoded' })
        return z.NEVER
      }
    })
    .pipe(z.string().trim().min(1).max(200)),
  'idempotency-key': z.string().min(8).max(100),
})

export const documentReceipt = z.object({
  document: z.string(),
  name: z.string(),
  mime: z.string(),
  byteCount: z.int(),
  contentHash: z.string(),
})
export type DocumentReceipt = z.output<typeof documentReceipt>
