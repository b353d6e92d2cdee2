import { epochMs } from '#core/time/epoch.ts'
import { loadDemoNumbers } from '#demo/load-numbers.ts'
import { loadDemoPlant } from '#demo/load-plant.ts'
import { applyForOpenJobs } from '#demo/open-jobs.ts'
import { createRoster } from '#demo/roster.ts'
import { createVault } from '#server/privacy/vault.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { createDatabase } from '#server/store/database.ts'
import { loadServerKey } from '#server/server-key.ts'
import { migrate } from '#server/store/migrate.ts'

import type { Database } from '../postgres/open-database.ts'

/** Brings the schema up to date and, unless it is unwanted, the fictional plant into an empty database. */
export const prepareData = async (
  { ownerUrl, appUrl }: Pick<Database, 'ownerUrl' | 'appUrl'>,
  hasDemo: boolean,
  dataDir: string,
): Promise<{ readonly isDemoNew: boolean }> => {
  await migrate(ownerUrl)
  if (!hasDemo) return { isDemoNew: false }
  const database = createDatabase({ appUrl })
  try {
    const now = epochMs(Date.now())
    const isDemoNew = await loadDemoPlant(database, now)
    await loadDemoNumbers(database, createVault(await loadServerKey(dataDir)))
    const parsed = await readRulebook('chemical')
    if (isDemoNew && parsed.ok) await applyForOpenJobs(database, parsed.rulebook, createRoster(), now)
    return { isDemoNew }
  } finally {
    await database.close()
  }
}
