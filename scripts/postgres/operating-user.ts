import { spawnSync } from 'node:child_process'

/** Who runs PostgreSQL: ourselves, or `nobody` when we are root, because PostgreSQL refuses to be root. */
export type OperatingUser = { readonly uid: number; readonly gid: number } | undefined

export const operatingUser = (): OperatingUser => {
  if (process.getuid?.() !== 0) return undefined
  // Apple numbers `nobody` -2; elsewhere it is 65534.
  const nobody = process.platform === 'darwin' ? -2 : 65534
  return { uid: nobody, gid: nobody }
}

/** What `spawn` needs to act as that user. The folder is one that every user can stand in. */
export const asUser = (user: OperatingUser) => ({ ...user, cwd: process.platform === 'win32' ? process.cwd() : '/' })

/**
 * Asked by trying, because modes alone do not tell: ACLs, user namespaces and mount options have a word too. A clone
 * under root's home (0700) is the common case of "no".
 */
export const canEnter = (user: OperatingUser, folder: string): boolean =>
  !user || spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...asUser(user), stdio: 'ignore' }).status === 0

export const canRun = (user: OperatingUser, program: string): boolean =>
  !user || spawnSync(program, ['--version'], { ...asUser(user), stdio: 'ignore' }).status === 0
