import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'

const keyBytes = 32

/**
 * The secret that seals tickets and printed codes. Made once and kept in the data directory, because codes hang on fans for
 * years; who loses the file prints them anew.
 */
export const loadServerKey = async (dataDir: string): Promise<Buffer> => {
  const path = join(dataDir, 'server.key')
  const known = await readKey(path)
  if (known !== undefined) return known
  await mkdir(dataDir, { recursive: true })
  await writeOnce(path, randomBytes(keyBytes))
  // Of two first starts one wins, and both must hold the winner's key.
  const kept = await readKey(path)
  if (kept === undefined) throw new Error(`${path} cannot be kept`)
  return kept
}

const readKey = async (path: string): Promise<Buffer | undefined> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (bytes !== undefined && bytes.byteLength !== keyBytes)
    throw new Error(`${path} is damaged: restore it from a back-up`)
  return bytes
}

const writeOnce = async (path: string, bytes: Buffer): Promise<void> => {
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
}
