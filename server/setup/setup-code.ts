import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Without letters and digits that look alike: it is read from a console and typed on another machine. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const characters = 8

const fileOf = (dataDir: string): string => join(dataDir, 'setup-code')

/** The code that proves whose installation this is; made once, and gone when it has been used. */
export const loadSetupCode = async (dataDir: string): Promise<string> => {
  const known = await readFile(fileOf(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (known.trim() !== '') return known.trim()
  const code = Array.from({ length: characters }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  await mkdir(dataDir, { recursive: true })
  await writeFile(fileOf(dataDir), `${code}\n`, { mode: 0o600 })
  return code
}

export const forgetSetupCode = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true })

/** Compared as hashes: they are of one length, and how long it takes tells nothing. */
export const isSetupCode = (said: string, code: string): boolean => {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(said.replaceAll(/[\s-]/g, '').toUpperCase()), hash(code))
}
