import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { projectFolder } from '../project-folder.ts'

const sources = ['web', 'core', 'contract', 'vite.config.ts', 'package-lock.json']
const dist = join(projectFolder, 'dist')
const folder = join(dist, 'web')
const marker = join(dist, 'web.sources')

/** Builds the pages when a source has changed since the last build; returns where they lie. */
export const buildWeb = async (): Promise<string> => {
  const hash = await hashOfSources()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash && existsSync(join(folder, 'desk.html')))
    return folder
  const fresh = join(dist, `web.new-${process.pid}`)
  const old = join(dist, `web.old-${process.pid}`)
  mkdirSync(dist, { recursive: true })
  try {
    await runVite(fresh)
    // Moved into place when complete, so that a running server never serves half of a build.
    rmSync(marker, { force: true })
    if (existsSync(folder)) renameSync(folder, old)
    renameSync(fresh, folder)
    writeFileSync(marker, hash)
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true })
  }
  return folder
}

/** In a process of its own: the bundler's memory is given back when it ends, and the server never carries it. */
const runVite = (outDir: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js')
    const config = join(projectFolder, 'vite.config.ts')
    const child = spawn(
      process.execPath,
      [vite, 'build', '--config', config, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
      { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true },
    )
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`网页构建失败 · The pages could not be built (vite ended with ${code})`)),
    )
  })

const hashOfSources = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of await filesBelow(join(projectFolder, source)))
      hash.update(file.slice(projectFolder.length)).update(await readFile(file))
  return hash.digest('hex')
}

const filesBelow = async (path: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path]
    throw error
  }
}
