import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { binary } from './binaries.ts'
import { databaseUrl } from './listening.ts'
import type { Listening } from './listening.ts'
import { isOurPostgres } from './is-our-postgres.ts'
import { asUser } from './operating-user.ts'
import { readSecret, superuser } from './cluster.ts'
import { askOwnership } from './ownership.ts'
import type { Place } from './place.ts'

/**
 * A killed application may leave its PostgreSQL behind. Nobody holds the lock then, so we stop it and start our own, which we
 * can watch. When the lock is held, an application is using the folder, and we refuse.
 */
export const endOrphan = async (place: Place, dataDir: string): Promise<void> => {
  const found = readPostmaster(place)
  if (!found) return
  const startedAt = Date.now()
  while (isOurPostgres(found.pid, place.cluster)) {
    const ownership = await askOwnership(databaseUrl(found.listening, superuser, 'postgres'))
    if (ownership === 'owned' && Date.now() - startedAt > graceMilliseconds) throw new FolderInUse(dataDir)
    if (ownership === 'free') stop(place, found.pid)
    if (Date.now() - startedAt > unansweredMilliseconds)
      throw new Error(
        `The PostgreSQL of ${dataDir} (process ${found.pid}) neither answers nor ends. End that process, then start again.`,
      )
    await wait(100)
  }
  // The number may belong to another program by now, and PostgreSQL would refuse to start beside it.
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
  if (found.listening.by === 'socket' && basename(found.listening.folder).startsWith('holdpoint-'))
    rmSync(found.listening.folder, { recursive: true, force: true })
}

/** An owner that is just ending, as in a restart, is waited for. */
const graceMilliseconds = 3000
const unansweredMilliseconds = 60_000

/** Whether somebody's PostgreSQL runs on that database now. */
export const isServed = (place: Place): boolean => urlOfRunning(place, 'postgres') !== undefined

/** The address of a database that runs now, for its administrator unless another role is named. */
export const urlOfRunning = (place: Place, database: string, role: string = superuser): string | undefined => {
  const found = readPostmaster(place)
  return found && isOurPostgres(found.pid, place.cluster) ? databaseUrl(found.listening, role, database) : undefined
}

export class FolderInUse extends Error {
  constructor(dataDir: string) {
    super(
      `${dataDir} is in use by another Holdpoint. Stop that one first, or set DATA_DIR to another folder. ` +
        `/ 数据目录 ${dataDir} 正被另一个 Holdpoint 使用：请先停止它，或用 DATA_DIR 指定另一个目录。`,
    )
  }
}

type Postmaster = { readonly pid: number; readonly listening: Listening }

/** PostgreSQL's own note: process, folder, start, port, socket folder, address. */
const readPostmaster = (place: Place): Postmaster | undefined => {
  let lines: readonly string[]
  try {
    lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const folder = lines[4]?.trim()
  const listening: Listening = folder
    ? { by: 'socket', folder }
    : { by: 'loopback', port: Number(lines[3]), secret: readSecret(place) }
  return { pid, listening }
}

const stop = (place: Place, pid: number): void => {
  if (process.platform === 'win32') {
    const options = ['stop', '-D', place.cluster, '-m', 'fast']
    spawnSync(binary(place.binaries, 'pg_ctl'), options, { ...asUser(place.user), stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back and a checkpoint is written.
    process.kill(pid, 'SIGINT')
  } catch {
    // It ended by itself in between.
  }
}
