import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { restoreLibraryLinks } from '../enter/library-links.mjs'
import { runtimeOf } from '../enter/platform.mjs'
import { projectFolder } from '../project-folder.ts'

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought for this machine. */
export const locateBinaries = (): string => {
  const runtime = runtimeOf(process.platform, process.arch)
  const packageFolder = runtime && join(projectFolder, 'node_modules', runtime.postgresPackage)
  if (!packageFolder || !existsSync(packageFolder))
    throw new Error(
      `No PostgreSQL came with the packages for ${process.platform}/${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL 16 or newer, or run npm ci without --omit=optional.',
    )
  restoreLibraryLinks(packageFolder)
  return join(packageFolder, 'native')
}

export const binary = (folder: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
