import type { Position } from '#core/place/position.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { epochMs, hourMs, minuteMs, type EpochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlaces } from '#demo/places.ts'
import { loadDemoNumbers } from '#demo/load-numbers.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { createApp } from '../app.ts'
import { findDocument, insertDocument } from '../documents/document-rows.ts'
import { hashOf } from '../evidence/content-store.ts'
import { createSealedStores } from '../evidence/sealed-stores.ts'
import { createImportService } from '../import/import-service.ts'
import { createPrinter } from '../paper/create-printer.ts'
import { createRulebooks } from '../rulebooks/rulebooks.ts'
import { readShipped } from '../rulebooks/shipped-rulebooks.ts'
import { createDatabase, type Tx } from '../store/database.ts'

export const cast = createRoster().cast

/** The application over a real database with the fictional plant in it, at a time that the test sets. */
export const createTestPlant = async (
  changed: (rulebook: Rulebook) => Rulebook = (same) => same,
  { isSecure = false }: { readonly isSecure?: boolean } = {},
) => {
  const server = await createTestDatabase()
  const database = createDatabase(server)
  // Tuesday, ten in the morning in Shanghai: no night, no rest day.
  let now: EpochMs = epochMs(Date.UTC(2026, 10, 24, 2))
  const read = await readShipped()
  const editions = read.editions.map(changed)
  // Earlier editions bear the same id; only one of each is today's.
  const today = editions.filter(({ id, edition }) => read.today.get(id)?.edition === edition)
  const shipped = { today: new Map(today.map((one) => [one.id, one])), editions }
  const rulebooks = createRulebooks({ shipped, clock: () => now })
  await loadDemoPlant(database, now)
  const dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-plant-'))
  const stores = await createSealedStores(dataDir)
  await loadDemoNumbers(database, stores.vault)
  const app = createApp({
    database,
    rulebooks,
    ...stores,
    printer: await createPrinter(),
    imports: createImportService({
      database,
      vault: stores.vault,
      clock: () => now,
      folder: join(dataDir, 'imports'),
    }),
    wakeOutbox: () => undefined,
    clock: () => now,
    defaultPlant: demoPlant,
    setup: null,
    isSecure,
    webFolder: null,
    version: 'test',
  })
  let keys = 0

  const request = async (
    path: string,
    init: { method?: string; body?: unknown; cookie?: string; key?: string; headers?: Record<string, string> } = {},
  ) => {
    const response = await app.request(path, {
      method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
      headers: {
        'content-type': 'application/json',
        ...(init.cookie ? { cookie: init.cookie } : {}),
        ...(init.key ? { 'idempotency-key': init.key } : {}),
        ...init.headers,
      },
      ...(init.body === undefined
        ? {}
        : { body: typeof init.body === 'string' ? init.body : JSON.stringify(init.body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, ReturnType<typeof JSON.parse>>,
      cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
      type: response.headers.get('content-type') ?? '',
    }
  }

  const signIn = async (login: string): Promise<string> => {
    const { status, cookie } = await request('/api/session', { body: { login, password: demoPassword } })
    if (status !== 200) throw new Error(`${login} cannot sign in: ${status}`)
    return cookie
  }

  /** Signs what the job's page says at this moment, as a screen would; a hash that a test chose stays. */
  const withShownContent = async (cookie: string, job: string, body: object): Promise<object> => {
    if (!('signature' in body) || !('type' in body) || body.signature !== signature) return body
    const { body: page } = await request(`/api/jobs/${job}`, { cookie })
    const content = body.type === 'SignBriefing' ? 'briefing' : body.type === 'SignAcceptance' ? 'acceptance' : 'work'
    return {
      ...body,
      signature: { ...signature, contentHash: page['readiness']?.contentHash[content] ?? 'b'.repeat(64) },
    }
  }

  return {
    app,
    database,
    rulebooks,
    /** Prints codes as the plant would. */
    codes: stores.codes,
    paperCodes: stores.paperCodes,
    vault: stores.vault,
    request,
    signIn,
    now: () => now,
    pass: (minutes: number) => {
      now = epochMs(now + minutes * minuteMs)
    },
    command: async (
      cookie: string,
      job: string,
      body: object,
      key = `test-key-${++keys}`,
      headers: Record<string, string> = {},
    ) =>
      request(`/api/jobs/${job}/commands`, {
        cookie,
        key,
        headers,
        body: { occurredAt: now, ...(await withShownContent(cookie, job, body)) },
      }),
    /** Pictures as the capture would have left them, by whoever's step it is; `fan`: whose code was scanned for it. */
    capture: async (job: string, step: string, name: string, fan?: string): Promise<string> => {
      await database.withPlant(demoPlant, (tx) =>
        insertTestPicture(tx, { name, job, step, at: now, position: atVessel, fan }),
      )
      return name
    },
    /** A plan as its upload would have left it. */
    document: (job: string): Promise<string> => database.withPlant(demoPlant, (tx) => insertTestDocument(tx, job, now)),
    close: async () => {
      await database.close()
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** The analyst shows the display of the detector, the guardian takes all other pictures. */
const takerOf = (step: string): string => (step === 'gas-test' ? cast.analyst : cast.guardian).number

/** Whose file nobody opens: a row with the hash of its name. */
export const insertTestDocument = async (tx: Tx, job: string, at: EpochMs): Promise<string> => {
  const document = `plan-of-${job}`
  const kept = {
    name: '施工方案.pdf',
    mime: 'application/pdf',
    byteCount: 1,
    contentHash: hashOf(Buffer.from(document)),
  }
  if (!(await findDocument(tx, document)))
    await insertDocument(tx, { id: document, job, ...kept }, { person: cast['crew-leader'].number, at })
  return document
}

export type TestPlant = Awaited<ReturnType<typeof createTestPlant>>

const vessel = demoPlaces.find(({ id }) => id === 'R-102')!
const [corner] = vessel.facts.fence
export const atVessel = { latitude: corner![1] + 0.00002, longitude: corner![0] + 0.00002, accuracyMetres: 5 }
/** Given to `command`, it is over what the signer sees. */
export const signature = { factor: 'session', contentHash: 'b'.repeat(64), position: atVessel }

export const applicationAt = (now: EpochMs, change: object = {}) => ({
  applicant: cast['crew-leader'].number,
  workUnit: demoPlant,
  leader: cast['crew-leader'].number,
  crew: [{ person: cast['welder-qualified'].number, duties: ['welder', 'entrant'] }],
  guardians: [cast.guardian.number],
  gasAnalyst: cast.analyst.number,
  operations: ['hot-work'],
  place: vessel.id,
  placeDetail: '人孔 N3',
  content: '更换人孔法兰,焊接',
  window: { from: now - 10 * minuteMs, to: now + 5 * hourMs },
  urgentReason: '法兰渗漏,等不到明天',
  fields: {
    'hot-work.method': 'arc-welding',
    'hot-work.shutdown-agreed': false,
    'confined-space.original-medium': '甲醇',
    'confined-space.activity': 'maintenance',
  },
  ...change,
})

/** A picture as its capture would have left it, by whoever's step it is; `fan`: whose code was scanned for it. */
export const insertTestPicture = async (
  tx: Tx,
  {
    name,
    job,
    step,
    at,
    position,
    fan,
  }: {
    readonly name: string
    readonly job: string
    readonly step: string
    readonly at: number
    readonly position: Position
    readonly fan?: string | undefined
  },
): Promise<void> => {
  await tx.query(
    `insert into evidence (plant_id, evidence_id, job_id, step, person_id, ticket_id, mime, byte_count, content_hash, width_pixels, height_pixels, clarity, captured_at, received_at, position, scanned, reuse)
     values ($1, $2, $3, $4, $5, $2, 'image/jpeg', 1, encode(sha256(convert_to($2, 'UTF8')), 'hex'), 1, 1, '{}', $6, $6, $7, $8, 'none')`,
    [
      tx.plantId,
      name,
      job,
      step,
      takerOf(step),
      at,
      JSON.stringify(position),
      fan === undefined ? null : JSON.stringify({ kind: 'fan', id: fan }),
    ],
  )
}
