import { chownSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { canEnter } from './operating-user.ts'
import type { OperatingUser } from './operating-user.ts'
import { rolePassword } from './role-password.ts'

/**
 * How the application reaches PostgreSQL. A socket in a private folder needs no password, because the folder's mode is the lock;
 * Windows has no such folder modes, so there it is loopback and a random password.
 */
export type Listening =
  | { readonly by: 'socket'; readonly folder: string }
  | { readonly by: 'loopback'; readonly port: number; readonly secret: string }

/** The kernel keeps 108 bytes for a socket's path, and PostgreSQL adds `/.s.PGSQL.5432`. */
const socketFolderBytesMax = 107 - '/.s.PGSQL.5432'.length

export const openSocketFolder = (user: OperatingUser): Listening => {
  for (const parent of ['/tmp', tmpdir(), '/var/tmp']) {
    if (Buffer.byteLength(parent) + '/holdpoint-XXXXXX'.length > socketFolderBytesMax || !canEnter(user, parent))
      continue
    const folder = mkdtempSync(join(parent, 'holdpoint-'))
    if (user) chownSync(folder, user.uid >>> 0, user.gid >>> 0)
    return { by: 'socket', folder }
  }
  throw new Error('No temporary folder has a path short enough for a database socket. Set TMPDIR to a short path.')
}

export const openLoopback = async (secret: string): Promise<Listening> => {
  const probe = createServer()
  const port = await new Promise<number>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('No free port on 127.0.0.1'))
    })
  })
  await new Promise((resolve) => probe.close(resolve))
  return { by: 'loopback', port, secret }
}

export const databaseUrl = (listening: Listening, role: string, database: string): string => {
  switch (listening.by) {
    case 'socket':
      return `postgres://${role}@localhost/${database}?host=${encodeURIComponent(listening.folder)}`
    case 'loopback':
      return `postgres://${role}:${rolePassword(listening.secret, role)}@127.0.0.1:${listening.port}/${database}`
  }
}

export const serverArguments = (listening: Listening): readonly string[] => {
  switch (listening.by) {
    case 'socket':
      return [
        '-c',
        'listen_addresses=',
        '-c',
        `unix_socket_directories=${listening.folder}`,
        '-c',
        'unix_socket_permissions=0700',
      ]
    case 'loopback':
      return ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${listening.port}`, '-c', 'unix_socket_directories=']
  }
}
