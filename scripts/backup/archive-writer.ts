import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { endOfTar, padding, tarHeader } from './tar.ts'

export type Written = { readonly name: string; readonly sha256: string; readonly bytes: number }

export type ArchiveWriter = {
  readonly addText: (name: string, text: string) => Promise<Written>
  readonly addFile: (name: string, file: string) => Promise<Written>
  /** A stream of unknown length is compressed and set down beside the archive first, because tar wants the length in front. */
  readonly addCompressed: (name: string, stream: Readable) => Promise<Written>
  /** Puts the archive in its place; until then there is only a `.partial` one. */
  readonly finish: () => Promise<void>
  readonly abandon: () => Promise<void>
}

export const createArchive = async (file: string): Promise<ArchiveWriter> => {
  const partial = `${file}.partial`
  const spool = mkdtempSync(join(dirname(file), `.${basename(file)}-`))
  // The archive holds personal data and keys: for its owner only.
  const archive = await open(partial, 'w', 0o600)

  const addStream = async (name: string, bytes: number, stream: AsyncIterable<Buffer>): Promise<Written> => {
    await archive.write(tarHeader(name, bytes, new Date()))
    const hash = createHash('sha256')
    let written = 0
    for await (const chunk of stream) {
      hash.update(chunk)
      written += chunk.length
      await archive.write(chunk)
    }
    if (written !== bytes) throw new Error(`${name} changed while it was read`)
    await archive.write(padding(bytes))
    return { name, sha256: hash.digest('hex'), bytes }
  }

  const addFile = (name: string, path: string): Promise<Written> => {
    const { size } = statSync(path)
    // Read no further than the length that was promised: a log may grow meanwhile.
    const stream: AsyncIterable<Buffer> = size === 0 ? none() : createReadStream(path, { end: size - 1 })
    return addStream(name, size, stream)
  }

  const addCompressed = async (name: string, stream: Readable): Promise<Written> => {
    const path = join(spool, 'entry')
    await pipeline(stream, createGzip({ level: 3 }), createWriteStream(path, { mode: 0o600 }))
    return addFile(name, path)
  }

  const addText = (name: string, text: string): Promise<Written> => {
    const content = Buffer.from(text)
    return addStream(name, content.length, one(content))
  }

  const finish = async (): Promise<void> => {
    await archive.write(endOfTar)
    await archive.sync()
    await archive.close()
    renameSync(partial, file)
    rmSync(spool, { recursive: true, force: true })
  }

  const abandon = async (): Promise<void> => {
    await archive.close()
    rmSync(partial, { force: true })
    rmSync(spool, { recursive: true, force: true })
  }

  return { addText, addFile, addCompressed, finish, abandon }
}

async function* one(chunk: Buffer): AsyncGenerator<Buffer> {
  yield chunk
}

async function* none(): AsyncGenerator<Buffer> {}
