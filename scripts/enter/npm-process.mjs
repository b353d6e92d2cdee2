import { spawnSync } from 'node:child_process'

/**
 * The process number of the npm that runs us, or undefined when we were started without npm. Between npm and us may stand the
 * shell that npm runs its scripts in; anything further away is the user's own shell, which may go when it likes.
 */
export const npmProcess = () => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(process.ppid)], { encoding: 'utf8' })
  const [, parent, name] = /^\s*(\d+)\s+(\S+)/.exec(stdout ?? '') ?? []
  if (parent === undefined || name === undefined) return process.ppid
  return /(^|\/)(ba|da|z|k)?sh$/.test(name) ? Number(parent) : process.ppid
}

/** @param {number} pid */
export const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
