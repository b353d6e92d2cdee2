import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** A key of one person (or of one import), and the form in which it may be stored: sealed by the server's own. */
export type OwnKey = { readonly key: KeyObject; readonly wrapped: Buffer }

/** What may be looked up without being opened. Each kind has its own key, so that equal numbers of two kinds stay unlike. */
export type IndexKind = 'id-number' | 'phone' | 'certificate-number'

/**
 * Seals personal values under a key per person, which is itself sealed by the server's key: deleting the one small key erases
 * everything sealed under it, in every backup that is younger than the deletion, while history keeps its proof.
 */
export type Vault = {
  readonly newKey: (owner: string) => OwnKey
  readonly openKey: (wrapped: Buffer, owner: string) => KeyObject
  readonly seal: (key: KeyObject, content: Buffer | string, purpose: string) => Buffer
  readonly open: (key: KeyObject, sealed: Buffer, purpose: string) => Buffer
  /** The same text gives the same index in one plant, and says nothing without the server's key. */
  readonly indexOf: (kind: IndexKind, plantId: string, text: string) => string
}

const algorithm = 'aes-256-gcm'
/** SP 800-38D: 96 bits of nonce and 128 of tag. */
const nonceBytes = 12
const tagBytes = 16
const serverKeyBytesMin = 32

export const createVault = (serverKey: Uint8Array): Vault => {
  if (serverKey.byteLength < serverKeyBytesMin) throw new Error(`the server key needs ${serverKeyBytesMin} bytes`)
  const derive = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', serverKey, 'holdpoint', purpose, 32)))
  const wrapping = derive('personal-keys')
  const indexing: { readonly [K in IndexKind]: KeyObject } = {
    'id-number': derive('index-id-number'),
    phone: derive('index-phone'),
    'certificate-number': derive('index-certificate-number'),
  }
  const chance = createChance()
  const seal = (key: KeyObject, content: Buffer | string, purpose: string): Buffer => {
    const nonce = chance(nonceBytes)
    const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(purpose))
    const body = typeof content === 'string' ? cipher.update(content, 'utf8') : cipher.update(content)
    return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()])
  }
  const open = (key: KeyObject, sealed: Buffer, purpose: string): Buffer => {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(purpose))
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()])
  }
  return {
    seal,
    open,
    newKey: (owner) => {
      const bytes = chance(32)
      return { key: createSecretKey(bytes), wrapped: seal(wrapping, bytes, `key:${owner}`) }
    },
    openKey: (wrapped, owner) => createSecretKey(open(wrapping, wrapped, `key:${owner}`)),
    indexOf: (kind, plantId, text) =>
      createHmac('sha256', indexing[kind]).update(`${plantId}\0${text}`).digest('base64url'),
  }
}

/** Asking the system for twelve bytes at a time costs more than the sealing itself. */
const chanceBytes = 16_384

const createChance = (): ((count: number) => Buffer) => {
  let pool: Buffer = Buffer.alloc(0)
  let at = 0
  return (count) => {
    if (at + count > pool.length) {
      pool = randomBytes(chanceBytes)
      at = 0
    }
    const taken = Buffer.from(pool.subarray(at, at + count))
    pool.fill(0, at, at + count)
    at += count
    return taken
  }
}
