import { z } from 'zod'
import { codeKinds } from '#core/evidence/evidence-refusal.ts'
import { holdPointOrder } from '#core/rulebook/hold-point.ts'
import { evidenceId, instant, jobId, position } from './values.ts'

/** What a picture can be of: a hold point, a lock and its try-out, or the hand of somebody who signs. */
export const captureSteps = [...holdPointOrder, 'isolation', 'signature'] as const
export type CaptureStepName = (typeof captureSteps)[number]

/** Asks for permission to hand in one picture for one step of a job. */
export const captureTicketRequest = z.strictObject({ step: z.enum(captureSteps) })

export const captureTicketAnswer = z.object({
  /** Opaque; goes back with the picture. */
  ticket: z.string(),
  expiresAt: z.int(),
  /** What will be written on the picture, without its time and position. */
  caption: z.array(z.string()),
})

/**
 * What is said about a picture travels as headers, because the body is the picture itself: no form to be parsed, and a phone
 * can keep and resend it as it is.
 */
export const captureHeaders = z.object({
  'capture-ticket': z.string().min(1).max(2000),
  'capture-job': jobId,
  'capture-step': z.enum(captureSteps),
  'capture-source': z.enum(['camera', 'gallery']),
  'captured-at': z.coerce.number().pipe(instant),
  /** `latitude,longitude,accuracy in metres` */
  'capture-position': z
    .string()
    .max(100)
    .transform((text) => {
      const [latitude, longitude, accuracyMetres] = text
        .split(',')
        .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
      return { latitude, longitude, accuracyMetres }
    })
    .pipe(position)
    .exactOptional(),
  'capture-code': z.string().min(1).max(600).exactOptional(),
  'idempotency-key': z.string().min(8).max(100),
})

export const evidenceView = z.object({
  id: evidenceId,
  job: jobId,
  step: z.string(),
  person: z.string(),
  capturedAt: z.int(),
  receivedAt: z.int(),
  position: position.nullable(),
  contentHash: z.string(),
  widthPixels: z.int(),
  heightPixels: z.int(),
  /** Advice to take it again; never a refusal. */
  advice: z.array(z.enum(['dark', 'blurred'])),
  reuse: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.enum(['same', 'near']), earlier: evidenceId }),
  ]),
  scanned: z.object({ kind: z.enum(codeKinds), id: z.string() }).nullable(),
  /** False where the file was let go on purpose; the receipt and its hash stay. */
  isFileKept: z.boolean(),
})

export const captureReceipt = z.object({
  evidence: evidenceView,
  delayMinutes: z.number(),
  /** The same content on the same ticket was there already; this is its first receipt. */
  isRepeat: z.boolean(),
})

export const codeReadRequest = z.strictObject({ text: z.string().min(1).max(600) })
export const codeReadAnswer = z.object({ kind: z.enum(codeKinds), id: z.string(), name: z.string().nullable() })
