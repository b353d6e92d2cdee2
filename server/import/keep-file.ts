import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuseFile, type FileRefused } from './file-refused.ts'
import { limits } from './limits.ts'

/** Writes the content under its own hash, and stops as soon as it is too large, whatever length was announced. */
export const keepFile = async (
  folder: string,
  content: Readable,
): Promise<{ readonly hash: string; readonly bytes: number }> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = path.join(folder, `incoming-${randomUUID()}`)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(
      content,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          bytes += piece.length
          if (bytes > limits.fileBytesMax) throw tooLarge(bytes)
          hash.update(piece)
          yield piece
        }
      },
      createWriteStream(temporary, { mode: 0o600 }),
    )
    const name = hash.digest('hex')
    await rename(temporary, path.join(folder, name))
    return { hash: name, bytes }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

const tooLarge = (bytes: number): FileRefused =>
  refuseFile('file-too-large', {
    sizeMegabytes: Math.ceil(bytes / 1_048_576),
    sizeMegabytesMax: limits.fileBytesMax / 1_048_576,
  })
