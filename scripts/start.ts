import { startServer } from '#server/main.ts'

import { openDatabase } from './postgres/open-database.ts'
import { projectFolder } from './project-folder.ts'
import { announce } from './start/announce.ts'
import { buildWeb } from './start/build-web.ts'
import { endWithParent } from './start/end-with-parent.ts'
import { explainFailure } from './start/explain-failure.ts'
import { readAuthority } from './start/read-authority.ts'
import { parseOptions } from './start/options.ts'
import type { StartOptions } from './start/options.ts'
import { prepareData } from './start/prepare-data.ts'
import { startLiving } from './start/start-living.ts'
import { startSimulators } from './start/simulators.ts'

const startedAt = Date.now()

const say = (zh: string, en: string): void =>
  console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1)} s] ${zh} · ${en}`)

/** What was opened, ended in the opposite order: first the server that writes, last the database it writes to. */
const closers: (() => unknown)[] = []
let isEnding = false

const end = async (code: number): Promise<void> => {
  // Ctrl-C arrives twice: from the terminal, and passed on by the entrance.
  if (isEnding) return
  isEnding = true
  for (const close of closers.toReversed())
    try {
      await close()
    } catch (error) {
      console.error(error)
    }
  process.exit(code)
}

const start = async (options: StartOptions): Promise<void> => {
  const { host, port, dataDir, databaseUrl, hasDemo, tls } = options
  // The pages need no database, and a vite build takes longer than everything else.
  const web = buildWeb()
  web.catch(() => undefined)
  const simulators = hasDemo ? startSimulators(process.env) : Promise.resolve([])
  const database = await openDatabase({ dataDir, databaseUrl })
  closers.push(database.close)
  say('数据库已就绪', 'database ready')

  const { isDemoNew, defaultPlant } = await prepareData(database, hasDemo, dataDir)
  if (isDemoNew) say('演示工厂已建立', 'demo plant created')
  const webFolder = await web
  say('网页已就绪', 'pages ready')
  const counterparts = await simulators
  closers.push(() => counterparts.forEach((simulator) => simulator.end()))

  const { appUrl } = database
  const server = await startServer({
    appUrl,
    dataDir,
    host,
    port,
    defaultPlant,
    webFolder,
    ...(tls ? { tls, ...readAuthority(dataDir) } : {}),
  })
  closers.push(server.close)
  if (hasDemo) closers.push(await startLiving(appUrl))
  say('停检点已启动', 'Holdpoint is running')
  announce(options, counterparts, server.setupCode)

  await database.lost
  console.error('数据库已断开，服务停止 · The database is gone, so the server ends')
  await end(1)
}

const parsed = parseOptions(process.env, projectFolder)
if (parsed.ok) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  endWithParent(() => void end(0))
  try {
    await start(parsed.options)
  } catch (error) {
    console.error(explainFailure(error, parsed.options))
    await end(1)
  }
} else {
  for (const sentence of parsed.sentences) console.error(sentence)
  process.exitCode = 1
}
