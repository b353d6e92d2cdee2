import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The SHA-256 of some content, 64 lower-case hexadecimal digits: its name and its proof. */
export type ContentHash = string & { readonly of: 'content' }

export type ContentStore = {
  /** Keeps the bytes; they are on the disk when this resolves. The same content again changes nothing. */
  readonly put: (bytes: Uint8Array) => Promise<ContentHash>
  /** Undefined where nothing is kept under this hash; throws where what is kept is no longer what came in. */
  readonly read: (hash: ContentHash) => Promise<Buffer | undefined>
}

export const hashOf = (bytes: Uint8Array): ContentHash =>
  createHash('sha256').update(bytes).digest('hex') as ContentHash

export const parseContentHash = (text: string): ContentHash | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? (text as ContentHash) : undefined

/** Files named by their content under `folder`, in 65 536 folders, so that no folder grows beyond what a listing bears. */
export const createContentStore = (folder: string): ContentStore => ({
  put: async (bytes) => {
    const hash = hashOf(bytes)
    const path = pathOf(folder, hash)
    if (await isWhole(path, bytes.byteLength)) return hash
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeOnce(path, bytes)
    await syncFolders(folder, path)
    return hash
  },
  read: async (hash) => {
    try {
      const bytes = await readFile(pathOf(folder, hash))
      if (hashOf(bytes) !== hash) throw new Error(`content ${hash} was altered on the disk`)
      return bytes
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
})

const pathOf = (folder: string, hash: ContentHash): string => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)

/** A file of another length under this name is damage, and is reported rather than overwritten. */
const isWhole = async (path: string, byteLength: number): Promise<boolean> => {
  try {
    const { size } = await stat(path)
    if (size !== byteLength) throw new Error(`content ${path} has ${size} bytes instead of ${byteLength}`)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * Written beside, synced, then linked under its name: a crash leaves either nothing or all. `link` and not `rename`,
 * because a rename would silently replace what is there.
 */
const writeOnce = async (path: string, bytes: Uint8Array): Promise<void> => {
  const draft = `${path}.${randomUUID()}.draft`
  const file = await open(draft, 'wx', 0o400)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
}

/** A name survives a power cut only when the folders that lead to it were synced too. */
const syncFolders = async (root: string, path: string): Promise<void> => {
  // Windows cannot open folders; its file system journals names by itself.
  if (process.platform === 'win32') return
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (folder === root || folder === dirname(folder)) return
  }
}

const isMissing = (error: unknown): boolean => isErrno(error, 'ENOENT')
const isErrno = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code
