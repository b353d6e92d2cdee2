import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'
import { loadDemoHistory } from '#demo/history/load-demo-history.ts'
import { loadDemoNumbers } from '#demo/load-numbers.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { buildWeb } from '#scripts/start/build-web.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { createSealedStores } from '#server/evidence/sealed-stores.ts'
import type { CodeContent } from '#server/evidence/signed-code.ts'
import { startServer } from '#server/main.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { createDatabase, type Database } from '#server/store/database.ts'

export type ServedPlant = {
  readonly url: string
  readonly database: Database
  /** A code as the plant would print it. */
  readonly codeOf: (kind: CodeContent['kind'], id: string) => string
  readonly close: () => Promise<void>
}

export type PlantOptions = {
  /** So many of its last days lie behind it; none leaves only people, places and equipment. */
  readonly days?: number
  /** How many permits each of them has, where the demo's own days are not full enough. */
  readonly permitsADay?: number
  /** Whether identity numbers and phones are known, as after an import. */
  readonly withNumbers?: boolean
  readonly clock?: () => EpochMs
}

/** The demo plant, served on a database and a folder of its own. */
export const servePlant = async ({
  days = 0,
  permitsADay,
  withNumbers = false,
  clock = systemClock,
}: PlantOptions): Promise<ServedPlant> => {
  const test_ = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-e2e-'))
  const database = createDatabase(test_)
  const now = clock()
  await loadDemoPlant(database, now)
  const { codes, vault } = await createSealedStores(dataDir)
  if (withNumbers) await loadDemoNumbers(database, vault)
  if (days > 0) await loadPast(database, dataDir, { daysMax: days, ...(permitsADay && { permitsADay }) }, now)
  const server = await startServer({
    appUrl: test_.appUrl,
    dataDir,
    host: '127.0.0.1',
    port: 12_000 + (process.pid % 20_000),
    defaultPlant: demoPlant,
    webFolder: await buildWeb(),
    clock,
  })
  return {
    url: server.url,
    database,
    codeOf: (kind, id) => codes.sign({ kind, plantId: demoPlant, id }),
    close: async () => {
      await server.close()
      await database.close()
      await test_.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

const systemClock = (): EpochMs => epochMs(Date.now())

type Past = { readonly daysMax: number; readonly permitsADay?: number }

const loadPast = async (database: Database, dataDir: string, past: Past, now: EpochMs): Promise<void> => {
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  await loadDemoHistory({ database, rulebook: parsed.rulebook, dataDir, now, ...past })
}
