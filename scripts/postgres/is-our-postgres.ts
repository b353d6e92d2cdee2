import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** Whether that process still runs, and is the PostgreSQL of that folder rather than a stranger who got its number. */
export const isOurPostgres = (pid: number, cluster: string): boolean => {
  if (!isAlive(pid)) return false
  switch (process.platform) {
    case 'linux':
      return standsIn(pid, cluster)
    case 'win32':
      return output('tasklist', ['/FI', `PID eq ${pid}`, '/NH']).includes('postgres')
    default:
      return output('ps', ['-p', String(pid), '-o', 'args=']).includes(cluster)
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** PostgreSQL works inside its data folder. Where we may not look, its command line names the folder. */
const standsIn = (pid: number, cluster: string): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
    } catch {
      return false
    }
  }
}

const output = (program: string, options: readonly string[]): string =>
  spawnSync(program, options, { encoding: 'utf8', windowsHide: true }).stdout ?? ''
