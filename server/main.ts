import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:https'
import { serve } from '@hono/node-server'
import type { PlantId } from '#core/ids.ts'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'
import { createApp } from './app.ts'
import { createSealedStores } from './evidence/sealed-stores.ts'
import { createAlarmWatch } from './feed/watch-alarms.ts'
import { createImportService } from './import/import-service.ts'
import { createPrinter } from './paper/create-printer.ts'
import { createCounterpartDispatcher } from './reactions/counterpart-dispatcher.ts'
import { createWeatherClient } from './integrations/weather/weather-client.ts'
import { readWeatherSettings } from './integrations/weather/weather-settings.ts'
import { createWeatherWatch } from './weather/watch-weather.ts'
import { createPresenceWatch } from './reactions/watch-presence.ts'
import { createRulebooks } from './rulebooks/rulebooks.ts'
import { readShipped } from './rulebooks/shipped-rulebooks.ts'
import { hasPlant } from './setup/set-up-plant.ts'
import { loadSetupCode } from './setup/setup-code.ts'
import { createDatabase } from './store/database.ts'

export type ServerOptions = {
  readonly appUrl: string
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly defaultPlant: PlantId
  readonly webFolder: string | null
  readonly tls?: { readonly cert: string; readonly key: string }
  /** The time it is; the machine's own unless told otherwise. */
  readonly clock?: () => EpochMs
  /** The authority (PEM) that signed the certificate, where it is the plant's own. */
  readonly authority?: string
}

export type RunningServer = {
  readonly url: string
  /** What the first administrator must know, while there is no plant yet. */
  readonly setupCode: string | null
  readonly close: () => Promise<void>
}

/** The composition root: owns the clock, builds the application and lets it listen. */
export const startServer = async ({
  appUrl,
  dataDir,
  host,
  port,
  defaultPlant,
  webFolder,
  tls,
  authority,
  clock = () => epochMs(Date.now()),
}: ServerOptions): Promise<RunningServer> => {
  const rulebooks = createRulebooks({ shipped: await readShipped(), clock })
  const database = createDatabase({ appUrl })
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const setup = (await hasPlant(database)) ? null : { code: await loadSetupCode(dataDir), dataDir }
  const stores = await createSealedStores(dataDir)
  const { vault } = stores
  const dispatcher = createCounterpartDispatcher({ database, rulebooks, vault, clock, environment: process.env })
  const watch = createPresenceWatch({ database, rulebooks, clock })
  const weather = readWeatherSettings(process.env)
  const weatherWatch =
    weather &&
    createWeatherWatch({ database, clock, client: createWeatherClient(weather), everyMinutes: weather.everyMinutes })
  const alarmWatch = createAlarmWatch({ database, clock, wake: dispatcher.wake })
  const app = createApp({
    database,
    rulebooks,
    ...stores,
    printer: await createPrinter(),
    imports: createImportService({ database, vault, clock, folder: join(dataDir, 'imports') }),
    wakeOutbox: dispatcher.wake,
    clock,
    defaultPlant,
    setup,
    isSecure: tls !== undefined,
    webFolder,
    version,
    ...(authority === undefined ? {} : { authority }),
  })
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve(
      { fetch: app.fetch, hostname: host, port, ...(tls ? { createServer: createTlsServer, serverOptions: tls } : {}) },
      () => resolve(listening),
    )
    listening.once('error', reject)
  })
  dispatcher.start()
  watch.start()
  alarmWatch.start()
  weatherWatch?.start()
  const close = async (): Promise<void> => {
    await dispatcher.stop()
    await watch.stop()
    await alarmWatch.stop()
    await weatherWatch?.stop()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
    await database.close()
  }
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return { url: `${tls ? 'https' : 'http'}://${shown}:${port}`, setupCode: setup?.code ?? null, close }
}
