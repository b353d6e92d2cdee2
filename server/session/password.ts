import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's second recommendation for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  return `argon2id$${nonce.toString('base64')}$${(await tagOf(password, nonce)).toString('base64')}`
}

export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  const [kind, nonce, tag] = stored.split('$')
  if (kind !== 'argon2id' || !nonce || !tag) return false
  const expected = Buffer.from(tag, 'base64')
  const actual = await tagOf(password, Buffer.from(nonce, 'base64'))
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

const tagOf = async (password: string, nonce: Buffer): Promise<Buffer> =>
  Buffer.from(
    (await derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...cost })) as Buffer,
  )
