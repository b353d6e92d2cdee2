import { epochMs } from '#core/time/epoch.ts'
import { loadDemoHistory } from '#demo/history/load-demo-history.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { createDatabase } from '#server/store/database.ts'

/**
 * A process of its own, begun by `npm start` once: ninety days are lived through in memory, which goes back to the system
 * when this ends, and the server never carries it.
 */
const { HISTORY_APP_URL: appUrl, HISTORY_DATA_DIR: dataDir, HISTORY_NOW: now } = process.env
if (appUrl === undefined || dataDir === undefined || now === undefined)
  throw new Error('npm start begins this with a database and a data directory')

const parsed = await readRulebook('chemical')
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const database = createDatabase({ appUrl })
try {
  await loadDemoHistory({ database, rulebook: parsed.rulebook, dataDir, now: epochMs(Number(now)) })
} finally {
  await database.close()
}
