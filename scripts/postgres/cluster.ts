import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { binary } from './binaries.ts'
import { isAlive } from './is-our-postgres.ts'
import { asUser } from './operating-user.ts'
import { createPrivateFolder } from './place.ts'
import type { Place } from './place.ts'
import { rolePassword } from './role-password.ts'

export const superuser = 'postgres'

/**
 * Makes the database's files once, in a folder of this process's own that is moved into place when it is complete: a first start
 * cut short leaves no half database, and of two first starts one wins.
 */
export const createCluster = async (place: Place, by: 'socket' | 'loopback'): Promise<void> => {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return refuseForeignVersion(place)
  removeUnfinished(place)
  const fresh = `${place.cluster}.new-${process.pid}`
  createPrivateFolder(fresh, place.user)
  const secret = by === 'loopback' ? writeSecret(place) : undefined
  try {
    // The C locale sorts the same on every machine; trust is safe because the socket's folder is closed to others.
    const access = secret
      ? ['--auth=scram-sha-256', `--pwfile=${secret.file}`]
      : ['--auth-local=trust', '--auth-host=reject']
    await run(place, [...access, '-D', fresh, '-U', superuser, '--locale=C', '--encoding=UTF8', '--no-instructions'])
  } finally {
    if (secret) rmSync(dirname(secret.file), { recursive: true, force: true })
  }
  try {
    renameSync(fresh, place.cluster)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(place.cluster, 'PG_VERSION'))) throw error
  }
}

const removeUnfinished = (place: Place): void => {
  const folder = dirname(place.cluster)
  const unfinished = `${basename(place.cluster)}.new-`
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(unfinished)))
    if (!isAlive(Number(name.slice(unfinished.length)))) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Kept beside the cluster and readable by us alone. */
const secretFile = (place: Place): string => `${place.cluster}.secret`

export const readSecret = (place: Place): string => readFileSync(secretFile(place), 'utf8')

const writeSecret = (place: Place): { readonly file: string } => {
  const secret = randomBytes(24).toString('base64url')
  writeFileSync(secretFile(place), secret, { mode: 0o600 })
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-'))
  const file = join(folder, 'password')
  createPrivateFolder(folder, place.user)
  // initdb runs as PostgreSQL's user, who may not read what lies in DATA_DIR; the folder around this copy is private to it.
  writeFileSync(file, rolePassword(secret, superuser), { mode: 0o644 })
  return { file }
}

const majorVersion = '18'

const refuseForeignVersion = (place: Place): void => {
  const version = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion)
    throw new Error(
      `${place.cluster} was made by PostgreSQL ${version}; this release brings ${majorVersion}. ` +
        'Make a back-up with the former release (npm run backup) and restore it with this one (npm run restore).',
    )
}

const run = (place: Place, options: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(binary(place.binaries, 'initdb'), options, {
      ...asUser(place.user),
      env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`initdb ended with ${code}:\n${Buffer.concat(said).toString().slice(-2000)}`)),
    )
  })
