import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { projectFolder } from '#scripts/project-folder.ts'

/**
 * From `npm start` to the first page, on an empty data directory and again on the same one, and what the server's process holds
 * with the demo in it. Packages are there already. Figures to report, except that a start which never answers fails.
 */
const port = 19_171
const url = `http://127.0.0.1:${port}/`
const patienceSeconds = 300
const targets = { firstSeconds: 60, laterSeconds: 5, megabytes: 250 } as const

const dataDir = await mkdtemp(path.join(tmpdir(), 'holdpoint-bench-start-'))

const start = async (): Promise<{ readonly seconds: number; readonly child: ChildProcess }> => {
  const from = performance.now()
  const child = spawn(process.execPath, [path.join(projectFolder, 'scripts', 'enter.mjs'), 'start'], {
    cwd: projectFolder,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  while ((performance.now() - from) / 1000 < patienceSeconds) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return { seconds: (performance.now() - from) / 1000, child }
    await wait(20)
  }
  throw new Error(`no page after ${patienceSeconds} s`)
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** The process that runs start.ts, by its parent; Linux only, elsewhere it is not known. */
const serverMegabytes = async (parent: number | undefined): Promise<number | undefined> => {
  for (const pid of await readdir('/proc').catch(() => [])) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    if (!new RegExp(`^PPid:\\s+${parent}$`, 'm').test(status)) continue
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1]
    if (kilobytes !== undefined) return Number(kilobytes) / 1024
  }
  return undefined
}

try {
  const first = await start()
  await wait(3000)
  const megabytes = await serverMegabytes(first.child.pid)
  await end(first.child)
  const later = await start()
  await end(later.child)
  console.log('npm start, packages installed, until the first page')
  console.log(`  first start        ${first.seconds.toFixed(1)} s (target ${targets.firstSeconds} s)`)
  console.log(`  later start        ${later.seconds.toFixed(1)} s (target ${targets.laterSeconds} s)`)
  console.log(
    `  server memory      ${megabytes === undefined ? 'not known on this system' : `${megabytes.toFixed(0)} MB`} (target ${targets.megabytes} MB, PostgreSQL apart)`,
  )
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
