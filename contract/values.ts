import { z } from 'zod'
import type {
  DutyId,
  EmployerId,
  EquipmentId,
  EvidenceId,
  GasId,
  JobId,
  LevelId,
  MeasureId,
  OperationId,
  PermitId,
  PersonId,
  PlaceId,
  StepId,
} from '#core/ids.ts'
import type { EpochMs, IsoDate, TimeOfDay } from '#core/time/epoch.ts'

/** Longest texts that come in over HTTP, in characters. */
export const textLengthMax = { short: 120, long: 4000 } as const

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/
const idOf = <I extends string>() =>
  z
    .string()
    .regex(idPattern, 'no-id')
    .transform((text) => text as I)

export const jobId = idOf<JobId>()
export const permitId = idOf<PermitId>()
export const personId = idOf<PersonId>()
export const employerId = idOf<EmployerId>()
export const placeId = idOf<PlaceId>()
export const equipmentId = idOf<EquipmentId>()
export const operationId = idOf<OperationId>()
export const levelId = idOf<LevelId>()
export const dutyId = idOf<DutyId>()
export const measureId = idOf<MeasureId>()
export const stepId = idOf<StepId>()
export const gasId = idOf<GasId>()
export const evidenceId = idOf<EvidenceId>()

/** Milliseconds since 1970; nothing in a plant happened before 2000 or will be planned after 2100. */
export const instant = z
  .int()
  .min(946_684_800_000)
  .max(4_102_444_800_000)
  .transform((value) => value as EpochMs)

/** A real calendar day: `2026-02-30` is none. */
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'no-day')
  .refine((text) => {
    const at = Date.parse(text)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
  }, 'no-day')
  .transform((text) => text as IsoDate)

/** `24:00` and `18:60` are no times of day. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'no-time-of-day')
  .transform((text) => text as TimeOfDay)

export const shortText = z.string().trim().min(1).max(textLengthMax.short)
export const longText = z.string().trim().min(1).max(textLengthMax.long)
export const optionalText = z.string().trim().max(textLengthMax.long)

/** WGS-84. A position without an accuracy is not accepted. */
export const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0).max(10_000),
})
