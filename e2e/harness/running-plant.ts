import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { epochMs } from '#core/time/epoch.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { buildWeb } from '#scripts/start/build-web.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { createSealedStores } from '#server/evidence/sealed-stores.ts'
import { startServer } from '#server/main.ts'
import { createDatabase } from '#server/store/database.ts'

/** The product with the fictional plant in it, on a port of its own, and the means to print the plant's codes. */
export const startPlant = async () => {
  const testDatabase = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-e2e-'))
  const database = createDatabase(testDatabase)
  await loadDemoPlant(database, epochMs(Date.now()))
  const { codes } = await createSealedStores(dataDir)
  const running = await startServer({
    appUrl: testDatabase.appUrl,
    dataDir,
    host: '127.0.0.1',
    port: 20_000 + (process.pid % 20_000),
    defaultPlant: demoPlant,
    webFolder: await buildWeb(),
  })
  return {
    url: running.url,
    database,
    codeOf: (kind: Parameters<typeof codes.sign>[0]['kind'], id: string) =>
      codes.sign({ kind, plantId: demoPlant, id }),
    close: async (): Promise<void> => {
      await running.close()
      await database.close()
      await testDatabase.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
