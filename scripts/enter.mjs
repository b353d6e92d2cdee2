// Every command comes in here, on whatever Node (20 or newer) the machine has: install what the lockfile says if that has not
// happened yet, then hand over to the pinned Node. Plain JavaScript, and nothing from node_modules.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { commandsOf, decideEntry } from './enter/decide-entry.mjs'
import { restoreLibraryLinks } from './enter/library-links.mjs'
import { isAlive, npmProcess } from './enter/npm-process.mjs'
import { runtimeOf } from './enter/platform.mjs'
import { words } from './enter/words.mjs'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(project, 'node_modules')
const marker = join(modules, '.holdpoint-installed')

/** @param {string} sentence */
const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const [command, ...rest] = process.argv.slice(2)

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

const look = () => {
  const runtime = runtimeOf(process.platform, process.arch)
  const manifest = runtime && read(join(modules, runtime.nodePackage, 'package.json'))
  return decideEntry({
    command,
    commands: commandsOf(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).scripts),
    systemNode: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    runtime,
    installedRuntimeVersion: manifest && JSON.parse(manifest).version,
    lockHash: createHash('sha256')
      .update(readFileSync(join(project, 'package-lock.json')))
      .digest('hex'),
    installedHash: read(marker),
  })
}

const install = (/** @type {string} */ lockHash) => {
  console.log(words.installing)
  const startedAt = Date.now()
  // Install scripts are not needed and not run; the platform packages are optional ones, and a NODE_ENV must not drop the others.
  const options = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']
  // npm tells its scripts where it lies; run from there, no shell has to find it, which matters on Windows.
  const npm = process.env.npm_execpath
  const isScript = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  const [program, args] = isScript ? [process.execPath, [npm, ...options]] : ['npm', options]
  const shell = !isScript && process.platform === 'win32'
  const done = spawnSync(program, args, { cwd: project, stdio: 'inherit', shell })
  if (done.status !== 0) fail(words.installFailed(done.error?.message ?? `${done.status ?? done.signal}`))
  writeFileSync(marker, lockHash)
  console.log(words.installed(Math.round((Date.now() - startedAt) / 1000)))
}

/** @param {import('./enter/platform.mjs').Runtime} runtime */
const handOver = (runtime) => {
  restoreLibraryLinks(join(modules, runtime.postgresPackage))
  const script = join(project, 'scripts', `${command}.ts`)
  const check = new URL('./enter/check-runtime.mjs', import.meta.url).href
  const node = join(modules, runtime.nodePackage, runtime.nodeFile)
  const child = spawn(node, ['--import', check, script, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, HOLDPOINT_PARENT: String(process.pid) },
  })
  child.once('error', (error) => fail(words.runtimeDoesNotRun(node, error.message)))
  child.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  endWithNpm(child)
}

/** A killed npm cannot pass the signal on, and the server would go on unseen with the port and the data directory. */
const endWithNpm = (/** @type {import('node:child_process').ChildProcess} */ child) => {
  const npm = npmProcess()
  if (npm === undefined || npm <= 1) return
  setInterval(() => isAlive(npm) || child.kill('SIGTERM'), 500).unref()
}

const enter = () => {
  const first = look()
  if (first.step === 'refuse') return fail(first.sentence)
  if (first.step === 'install') install(first.lockHash)
  const second = first.step === 'install' ? look() : first
  if (second.step === 'run') return handOver(second.runtime)
  return fail(second.step === 'refuse' ? second.sentence : words.installFailed('node_modules'))
}

enter()
