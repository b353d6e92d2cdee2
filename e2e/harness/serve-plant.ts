import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { epochMs } from '#core/time/epoch.ts'
import { loadDemoHistory } from '#demo/history/load-demo-history.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { buildWeb } from '#scripts/start/build-web.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { startServer } from '#server/main.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { createDatabase, type Database } from '#server/store/database.ts'

export type ServedPlant = { readonly url: string; readonly database: Database; readonly close: () => Promise<void> }

/** The demo plant with its last days behind it, served on a database and a folder of its own. */
export const servePlant = async ({ days }: { readonly days: number }): Promise<ServedPlant> => {
  const test_ = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-e2e-'))
  const database = createDatabase(test_)
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  const now = epochMs(Date.now())
  await loadDemoPlant(database, now)
  await loadDemoHistory({ database, rulebook: parsed.rulebook, dataDir, now, daysMax: days })
  const server = await startServer({
    appUrl: test_.appUrl,
    dataDir,
    host: '127.0.0.1',
    port: 20_000 + (process.pid % 20_000),
    defaultPlant: demoPlant,
    webFolder: await buildWeb(),
  })
  return {
    url: server.url,
    database,
    close: async () => {
      await server.close()
      await database.close()
      await test_.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
