import { hkdfSync } from 'node:crypto'

/** A key for one purpose only: what is learnt from or done with one says nothing about the others. */
export type SigningKey = Buffer & { readonly of: 'signing' }

export type SigningPurpose = 'capture-ticket' | 'signed-code' | 'paper-code'

const serverKeyBytesMin = 32

export const deriveSigningKey = (serverKey: Uint8Array, purpose: SigningPurpose): SigningKey => {
  if (serverKey.byteLength < serverKeyBytesMin) throw new Error(`the server key needs ${serverKeyBytesMin} bytes`)
  return Buffer.from(hkdfSync('sha256', serverKey, 'holdpoint', purpose, 32)) as SigningKey
}
