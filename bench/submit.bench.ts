import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { id, type PlantId } from '#core/ids.ts'
import { addMinutes, dayMs, epochMs, type EpochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { openDatabase } from '#scripts/postgres/open-database.ts'
import { startServer } from '#server/main.ts'
import { createDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { applicationAt } from '#server/testing/test-plant.ts'
import { replay, startRecording, type Transaction } from './submit/recorded-statements.ts'

/**
 * Applications over HTTP, each decided, chained and on disk when it is answered, beside the very same SQL statements sent through
 * `pg` to the same server. The ratio may fail a build; submits per second depend on the machine.
 */
const clients = 8
const rounds = 3
const submitsPerRound = 320
const ratioMin = 0.4

const folder = await mkdtemp(path.join(tmpdir(), 'holdpoint-bench-'))
const embedded = await openDatabase({ dataDir: folder, databaseUrl: process.env['DATABASE_URL'] })
await migrate(embedded.ownerUrl)
const setUp = createDatabase(embedded)
await loadDemoPlant(setUp, epochMs(Date.now()))
await setUp.close()
const server = await startServer({
  appUrl: embedded.appUrl,
  dataDir: folder,
  host: '127.0.0.1',
  port: 19_161,
  defaultPlant: id<PlantId>(demoPlant),
  webFolder: null,
})

const signIn = async (): Promise<string> => {
  const answer = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'leader', password: demoPassword }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Minutes of their own, by daylight on ordinary days, so that no application stands in another's way. */
const windowOf = (at: number): { readonly from: EpochMs; readonly to: EpochMs } => {
  const perDay = 300
  const tomorrowMorning = Math.floor(Date.now() / dayMs) * dayMs + dayMs + 2 * 3_600_000
  const from = addMinutes(epochMs(tomorrowMorning + Math.floor(at / perDay) * dayMs), at % perDay)
  return { from, to: addMinutes(from, 1) }
}

let submitted = 0
const submit = async (cookie: string): Promise<void> => {
  const at = submitted++
  const answer = await fetch(`${server.url}/api/jobs/${randomUUID()}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      type: 'SubmitJob',
      occurredAt: Date.now(),
      application: applicationAt(epochMs(Date.now()), { window: windowOf(at) }),
    }),
  })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`submit ${at}: ${answer.status} ${text.slice(0, 600)}`)
}

const perSecond = async (count: number, work: () => Promise<void>): Promise<number> => {
  let left = count
  const from = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await work()
    }),
  )
  return count / ((performance.now() - from) / 1000)
}

try {
  const cookie = await signIn()
  for (let at = 0; at < 40; at++) await submit(cookie)
  const recording = startRecording()
  await submit(cookie)
  const recorded: Transaction = recording.stop()

  const pool = new pg.Pool({ connectionString: embedded.appUrl, max: clients, pipeline: true })
  await replay(pool, recorded)
  let http = 0
  let raw = 0
  for (let round = 0; round < rounds; round++) {
    http = Math.max(http, await perSecond(submitsPerRound, () => submit(cookie)))
    raw = Math.max(raw, await perSecond(submitsPerRound, () => replay(pool, recorded)))
  }
  await pool.end()
  const ratio = http / raw
  console.log(`durable submits, ${clients} clients, ${recorded.statements.length} statements each`)
  console.log(`  over HTTP          ${http.toFixed(0)} /s`)
  console.log(`  statements with pg ${raw.toFixed(0)} /s`)
  console.log(`  ratio              ${ratio.toFixed(2)} (at least ${ratioMin})`)
  if (ratio < ratioMin) process.exitCode = 1
} finally {
  await server.close()
  await embedded.close()
  await rm(folder, { recursive: true })
}
