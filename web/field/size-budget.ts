import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

/** Kilobytes of script and style, gzipped, that the whole phone app may cost: an old phone on a plant's network starts it within seconds. */
export const fieldKilobytesMax = 250

type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}

/** What is loaded only by those who ask for it, and so not by every phone: the other language, and the font of a machine without any. */
const onlyOnRequest = (name: string): boolean => name.includes('screens.en') || name.includes('noto-sans-sc')

/** Everything that the entry can come to load, pages and workers included, largest first. */
export const measureEntry = (
  folder: string,
  entry: string,
): readonly { readonly file: string; readonly bytes: number }[] => {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))
  const seen = new Set<string>()
  const files = new Set<string>()

  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || seen.has(name) || onlyOnRequest(name)) return
    seen.add(name)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  if (!manifest[entry]) throw new Error(`${entry} is no entry of the build in ${folder}`)
  visit(entry)

  // Workers are not in the manifest; the phone is the one that uses them.
  for (const file of readdirSync(join(folder, 'assets'))) if (file.includes('worker')) files.add(`assets/${file}`)

  return [...files]
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file))).length }))
    .toSorted((a, b) => b.bytes - a.bytes)
}

const report = (): void => {
  const parts = measureEntry(join(import.meta.dirname, '..', '..', 'dist', 'web'), 'field.html')
  const kilobytes = parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
  for (const { file, bytes } of parts.slice(0, 8))
    process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}\n`)
  process.stdout.write(`${kilobytes.toFixed(1).padStart(7)} kB  of ${fieldKilobytesMax} kB, gzipped\n`)
  if (kilobytes > fieldKilobytesMax) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) report()
