import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type ServedCopies = { readonly read: (name: string, draw: () => Promise<Buffer>) => Promise<Buffer> }

/** Copies once drawn, so that a page of thirty thumbnails does not draw thirty times. May be deleted at any time. */
export const createServedCopies = (folder: string): ServedCopies => {
  const drawing = new Map<string, Promise<Buffer>>()

  const drawAndKeep = async (path: string, draw: () => Promise<Buffer>): Promise<Buffer> => {
    const bytes = await draw()
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const draft = `${path}.${randomUUID()}.draft`
    await writeFile(draft, bytes, { mode: 0o600 })
    await rename(draft, path)
    return bytes
  }

  return {
    read: async (name, draw) => {
      const path = join(folder, name.slice(0, 2), name)
      const kept = await readFile(path).catch(() => undefined)
      if (kept !== undefined) return kept
      const running = drawing.get(name) ?? drawAndKeep(path, draw).finally(() => drawing.delete(name))
      drawing.set(name, running)
      return running
    },
  }
}
