import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { binary, locateBinaries } from './binaries.ts'
import { canEnter, canRun, operatingUser } from './operating-user.ts'
import type { OperatingUser } from './operating-user.ts'

/** Where one embedded database lives and by whom and with what it is run. */
export type Place = { readonly cluster: string; readonly binaries: string; readonly user: OperatingUser }

/**
 * Normally `DATA_DIR/postgres`. As root, PostgreSQL runs as `nobody`, who cannot come into a folder below root's home: then
 * the database is kept in a folder of its own and `DATA_DIR/postgres.location` says where. That file decides on every later
 * start, so the database is found again even after DATA_DIR was moved.
 */
export const choosePlace = (givenDataDir: string): Place => {
  const user = operatingUser()
  mkdirSync(givenDataDir, { recursive: true })
  const dataDir = realpathSync(givenDataDir)
  const pointer = join(dataDir, 'postgres.location')
  const cluster = join(dataDir, 'postgres')
  const home = existsSync(pointer)
    ? readFileSync(pointer, 'utf8').trim()
    : existsSync(cluster) || canEnter(user, dataDir)
      ? undefined
      : createHome(user, dataDir, pointer)

  if (home === undefined) return { cluster, binaries: reachableBinaries(user, join(dataDir, 'postgres-program')), user }
  if (!existsSync(home))
    throw new Error(
      `The database of ${dataDir} should be in ${home} (so says ${pointer}), but that folder is gone. ` +
        `Put it back, or delete ${pointer} to begin with an empty database.`,
    )
  return { cluster: join(home, 'postgres'), binaries: reachableBinaries(user, join(home, 'program')), user }
}

/** Folders that survive a restart come first. */
const homes = ['/var/lib', '/var/tmp', tmpdir()]

const createHome = (user: OperatingUser, dataDir: string, pointer: string): string => {
  for (const parent of homes) {
    if (!existsSync(parent) || !canEnter(user, parent)) continue
    try {
      const home = mkdtempSync(join(parent, 'holdpoint-'))
      // Others may pass through but not look: the database below is closed to everyone but its own user.
      chmodSync(home, 0o711)
      writeFileSync(join(home, 'belongs-to'), `${dataDir}\n`)
      writeFileSync(pointer, `${home}\n`)
      return home
    } catch {
      continue
    }
  }
  throw new Error(
    `PostgreSQL cannot run as root, and the unprivileged user cannot enter ${dataDir}. ` +
      `Set DATA_DIR to a folder that every user can pass through, such as /srv/holdpoint.`,
  )
}

/** The installed programs, or a copy of them where PostgreSQL's user cannot reach the clone. */
const reachableBinaries = (user: OperatingUser, copy: string): string => {
  const installed = locateBinaries()
  if (canRun(user, binary(installed, 'postgres'))) return installed
  const version = readFileSync(join(installed, '..', 'package.json'), 'utf8')
  const stamp = join(copy, 'package.json')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    rmSync(copy, { recursive: true, force: true })
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
    // Written last, so that a copy cut short is made anew.
    writeFileSync(stamp, version)
  }
  if (!canRun(user, binary(copy, 'postgres')))
    throw new Error(
      `PostgreSQL copied to ${copy} does not run there. Set DATA_DIR to a folder on a file system that allows programs.`,
    )
  return copy
}

/** A private folder for PostgreSQL's user, made if missing. */
export const createPrivateFolder = (folder: string, user: OperatingUser): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user && process.platform !== 'win32') chownSync(folder, user.uid >>> 0, user.gid >>> 0)
}
