import { z } from 'zod'
import { passwordCharactersMin } from '#core/session/password-length.ts'

/** Whether this installation still waits for its first plant and administrator. */
export const setupState = z.object({ isNeeded: z.boolean() })

const timeZones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

/** Who sets up an empty installation proves with the code from its console that it is theirs. */
export const setupRequest = z.strictObject({
  code: z.string().trim().min(1).max(40),
  plantName: z.string().trim().min(1).max(80),
  timeZone: z
    .string()
    .max(60)
    .refine((name) => timeZones.has(name), 'time-zone-unknown'),
  login: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}._-]{2,40}$/u, 'no-login'),
  password: z.string().min(passwordCharactersMin).max(200),
})
