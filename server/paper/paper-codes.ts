import { createHmac, timingSafeEqual } from 'node:crypto'
import type { SigningKey } from '../evidence/signing-key.ts'

/** Proves that we printed the paper that names a permit; without it nobody could ask about permits by guessing. */
export type PaperCodes = {
  /** The address that stands in the QR code, on the server that printed it. */
  readonly addressOf: (origin: string, plantId: string, permitId: string) => string
  readonly isGenuine: (plantId: string, permitId: string, code: string) => boolean
}

/** 128 bits: unguessable, and a coarser QR code. */
const codeBytes = 16

export const createPaperCodes = (key: SigningKey): PaperCodes => {
  const codeOf = (plantId: string, permitId: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([plantId, permitId]))
      .digest()
      .subarray(0, codeBytes)
  return {
    addressOf: (origin, plantId, permitId) =>
      `${origin}/verify/${encodeURIComponent(plantId)}/${encodeURIComponent(permitId)}?code=${codeOf(plantId, permitId).toString('base64url')}`,
    isGenuine: (plantId, permitId, code) => {
      const given = Buffer.from(code, 'base64url')
      return given.length === codeBytes && timingSafeEqual(given, codeOf(plantId, permitId))
    },
  }
}
