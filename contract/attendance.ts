import { z } from 'zod'
import { instant, personId, shortText } from './values.ts'

/** One request of a gate or an HR system; a year of a plant's shifts is sent in pieces. */
const stretchesMax = 1000

/** Stretches on duty. The same begin told again is the same stretch, usually now with its end. */
export const attendanceRequest = z.strictObject({
  source: shortText,
  stretches: z
    .array(z.strictObject({ person: personId, from: instant, to: instant.nullable() }))
    .min(1)
    .max(stretchesMax),
})
export const attendanceKept = z.object({ kept: z.int() })

export type AttendanceRequest = z.output<typeof attendanceRequest>
