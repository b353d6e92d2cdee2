import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

import { binary } from './binaries.ts'
import { createCluster, readSecret, superuser } from './cluster.ts'
import { databaseUrl, openLoopback, openSocketFolder, serverArguments } from './listening.ts'
import type { Listening } from './listening.ts'
import { asUser } from './operating-user.ts'
import type { Place } from './place.ts'
import { rolePassword } from './role-password.ts'

export type PostgresServer = {
  readonly url: (role: string, database: string) => string
  /** The role's password where one is needed: not on a private socket. */
  readonly passwordOf: (role: string) => string | undefined
  /** Settles when the server ends, asked or not. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export type ServerOptions = {
  readonly place: Place
  readonly logFile: string
  /** Extra settings, `name=value`. */
  readonly settings?: readonly string[]
  /** Deleted when the server has ended, however it ended: for a database that is thrown away. */
  readonly thrownAway?: string
  readonly by?: Listening['by']
}

export const startServer = async (options: ServerOptions): Promise<PostgresServer> => {
  const { place } = options
  const by = options.by ?? (process.platform === 'win32' ? 'loopback' : 'socket')
  await createCluster(place, by)
  const listening = by === 'socket' ? openSocketFolder(place.user) : await openLoopback(readSecret(place))
  const child = launch(options, listening)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const url = (role: string, database: string): string => databaseUrl(listening, role, database)
  const passwordOf = (role: string): string | undefined =>
    listening.by === 'loopback' ? rolePassword(listening.secret, role) : undefined
  const removeSocketFolder = (): void => {
    if (listening.by === 'socket') rmSync(listening.folder, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(url(superuser, 'postgres'), child, options.logFile)
  } catch (error) {
    removeSocketFolder()
    throw error
  }

  const stop = async (): Promise<void> => {
    await end(child, ended, place)
    removeSocketFolder()
  }
  return { url, passwordOf, ended, stop }
}

const settings = [
  'max_connections=100',
  'shared_buffers=64MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
  // Nobody replicates from an embedded database, and back-ups are logical.
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=512MB',
  // Figures come from our own tables; the log is for what went wrong.
  'log_checkpoints=off',
]

/**
 * The watcher is a tiny shell that holds one end of a pipe to us. When we die, however, the pipe closes and it ends PostgreSQL
 * properly, so a kill -9 leaves nothing running. A line through the pipe means that all is well and the watcher may go.
 * It is started twice removed, because PostgreSQL takes the end of a child that it does not know for a crash.
 */
const watched = `
( (
  read -r _ <&3 && exit
  kill -INT "$$" 2>/dev/null
  while kill -0 "$$" 2>/dev/null; do sleep 0.1; done
  rm -rf -- "$1" "$2"
) & ) 2>/dev/null
shift 2
exec 3<&-
exec "$@"
`

const launch = (
  { place, logFile, settings: extra = [], thrownAway = '' }: ServerOptions,
  listening: Listening,
): ChildProcess => {
  const program = binary(place.binaries, 'postgres')
  const socketFolder = listening.by === 'socket' ? listening.folder : ''
  const configuration = [...settings, ...extra].flatMap((setting) => ['-c', setting])
  const command = [program, '-D', place.cluster, ...configuration, ...serverArguments(listening)]
  const environment = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' }
  const log = openLog(logFile)
  try {
    if (process.platform === 'win32')
      return spawn(program, command.slice(1), { env: environment, stdio: ['ignore', log, log], windowsHide: true })
    const child = spawn('/bin/sh', ['-c', watched, 'sh', socketFolder, thrownAway, ...command], {
      ...asUser(place.user),
      env: environment,
      stdio: ['ignore', log, log, 'pipe'],
      // Ctrl-C reaches every process of the terminal's group; PostgreSQL must outlive the application that still writes.
      detached: true,
    })
    child.unref()
    const pipe = child.stdio[3]
    if (pipe instanceof Socket) {
      pipe.on('error', () => undefined)
      pipe.unref()
      // Told at once, or the watcher would later aim at whoever has the number by then.
      child.once('exit', () => pipe.end('ended\n'))
    }
    return child
  } finally {
    closeSync(log)
  }
}

const logBytesMax = 10_000_000

const openLog = (file: string): number => {
  const isLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logBytesMax
  return openSync(file, isLong ? 'w' : 'a', 0o600)
}

const waitUntilReady = async (url: string, child: ChildProcess, logFile: string): Promise<void> => {
  const deadline = Date.now() + 120_000
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  for (;;) {
    if (failure) throw failure
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL did not start. Its log (${logFile}) ends with:\n${lastLines(logFile)}`)
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > deadline) {
        child.kill('SIGINT')
        throw error
      }
      await wait(15)
    }
  }
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')

const secondsUntilForced = 20

const end = async (child: ChildProcess, ended: Promise<void>, place: Place): Promise<void> => {
  child.ref()
  if (child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32') spawn(binary(place.binaries, 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast'])
  else child.kill('SIGINT')
  const inTime = await Promise.race([ended.then(() => true), wait(secondsUntilForced * 1000, false, { ref: false })])
  // SIGQUIT skips the checkpoint; the next start recovers from the log, and nothing acknowledged is lost.
  if (!inTime) child.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT')
  await ended
}
