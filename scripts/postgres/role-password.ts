import { createHmac } from 'node:crypto'

/** One secret gives every role its own password, so that the application's password does not open the owner's door. */
export const rolePassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`holdpoint role ${role}`).digest('base64url')
