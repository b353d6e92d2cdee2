import { createHash } from 'node:crypto'
import { readEntry, listTar } from './tar.ts'
import type { TarEntry } from './tar.ts'
import { manifestName, parseManifest, sealName } from './manifest.ts'
import type { Manifest } from './manifest.ts'

export type Archive = {
  readonly file: string
  readonly manifest: Manifest
  readonly entries: ReadonlyMap<string, TarEntry>
}

export class ArchiveDamaged extends Error {
  constructor(file: string, why: string) {
    super(
      `备份文件 ${file} 已损坏（${why}），未作任何更改：请换用另一份备份 · The back-up ${file} is damaged (${why}); nothing was changed: use another one`,
    )
  }
}

/** Reads the whole archive once before anything is touched: every entry there, none too many, each with its hash. */
export const verifyArchive = async (file: string): Promise<Archive> => {
  const damaged = (why: string): ArchiveDamaged => new ArchiveDamaged(file, why)
  let entries: ReadonlyMap<string, TarEntry>
  try {
    entries = new Map(listTar(file).map((entry) => [entry.name, entry]))
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error
    throw damaged(error instanceof Error ? error.message : String(error))
  }
  const content = async (name: string): Promise<Buffer> => {
    const entry = entries.get(name)
    if (!entry) throw damaged(`${name} is missing`)
    return Buffer.concat(await readEntry(file, entry).toArray())
  }
  const text = await content(manifestName)
  if ((await content(sealName)).toString() !== createHash('sha256').update(text).digest('hex'))
    throw damaged(manifestName)
  let manifest: Manifest
  try {
    manifest = parseManifest(text.toString())
  } catch {
    throw new Error(
      `备份文件 ${file} 由更新的版本生成：请先升级 · The back-up ${file} was made by a newer release: upgrade first`,
    )
  }
  for (const { name, sha256, bytes } of [...manifest.tables, ...manifest.files]) {
    const entry = entries.get(name)
    if (!entry || entry.size !== bytes) throw damaged(name)
    const hash = createHash('sha256')
    for await (const chunk of readEntry(file, entry)) hash.update(chunk as Buffer)
    if (hash.digest('hex') !== sha256) throw damaged(name)
  }
  return { file, manifest, entries }
}
