import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { createForeignPlant, elsewhere, foreignMark, foreignSecret, theirs } from '../testing/foreign-plant.ts'
import {
  otherRequests,
  requestsOfBriefedJob,
  requestsOfStartedJob,
  type ValidRequest,
} from '../testing/foreign-requests.ts'
import { namesOfIdentities, operationsOf, type Operation } from '../testing/described-api.ts'
import { briefJob, startJob } from '../testing/started-job.ts'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'

/** What a field of this name refers to. */
const refersTo: { readonly [field: string]: string } = {
  ...Object.fromEntries(
    'person applicant leader guardian guardians gasAnalyst analyst signer onBehalfOf keyHolder witness joins leaves replaced to'
      .split(' ')
      .map((field) => [field, theirs.person]),
  ),
  ...Object.fromEntries(
    'handwriting attachment displayPicture recording scan runningPicture picture pictures workFace snapshot.guardian'
      .split(' ')
      .map((field) => [field, theirs.evidence]),
  ),
  workUnit: theirs.employer,
  place: theirs.place,
  places: theirs.place,
  permit: theirs.permit,
  job: theirs.job,
  instrument: theirs.equipment,
  fan: theirs.equipment,
  camera: theirs.camera,
  cameras: theirs.camera,
  'document.id': theirs.document,
}
/** Names of rows of the rulebook, and of rows that the request itself begins. */
const refersToNoRow = [
  'operation',
  'operations',
  'level',
  'duties',
  'measure',
  'step',
  'gas',
  'alwaysFor',
  'id',
  'levelsRaisedTo',
]

/** Rows in which such a request may stand: that it was asked, what was answered, and an evacuation, which is never refused. */
const mayMention = new Set(['idempotency_keys', 'scopes', 'evacuations'])

describe('an id of another plant within a request that is right in all else', () => {
  let plant: TestPlant
  const as: { [login: string]: string } = {}
  let keys = 0
  let operations: readonly Operation[] = []
  const open = async () => {
    plant = await createTestPlant()
    await createForeignPlant(plant)
    for (const login of ['leader', 'guardian', 'welder', 'analyst', 'director', 'safety', 'officer', 'auditor'])
      as[login] = await plant.signIn(login)
    operations = operationsOf((await plant.request('/api/openapi.json')).body)
  }
  // Each has a plant of its own: the crew and the vessel are at one job at a time.
  beforeEach(open)
  afterEach(() => plant.close())

  const send = async ({ as: login, path, body, method = 'POST' }: ValidRequest, sent: object = body) => {
    const answer = await plant.app.request(path, {
      method,
      headers: {
        cookie: as[login] ?? '',
        'content-type': 'application/json',
        'idempotency-key': `foreign-within-${++keys}`,
      },
      body: JSON.stringify(sent),
    })
    return { status: answer.status, text: await answer.text() }
  }

  /** Where somebody else's identity stands in our plant, apart from the record that it was refused. */
  const mentions = (): Promise<readonly string[]> =>
    plant.database.withPlant(demoPlant, async (tx) => {
      const { rows: tables } = await tx.query<{ name: string }>(
        `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'plant_id' order by 1`,
      )
      const found: string[] = []
      for (const { name } of tables) {
        if (mayMention.has(name)) continue
        const { rows } = await tx.query<{ row: string }>(
          `select t::text as row from ${name} t where plant_id = $1 and t::text like $2`,
          [demoPlant, `%${foreignMark}%`],
        )
        found.push(...rows.map(({ row }) => `${name}: ${row}`).filter((text) => !text.includes('CommandRefused')))
      }
      return found
    })
  const eventsElsewhere = () =>
    plant.database.withPlant(elsewhere, async (tx) => {
      const { rows } = await tx.query<{ count: number }>(
        'select count(*)::int as count from events where plant_id = $1',
        [elsewhere],
      )
      return rows[0]!.count
    })

  const faultsOf = async (valid: ValidRequest): Promise<readonly string[]> => {
    const faults: string[] = []
    const what = 'type' in valid.body ? `${valid.path} ${String(valid.body.type)}` : valid.path
    for (const [field, spoiled] of withForeign(valid.body)) {
      const { status, text } = await send(valid, spoiled)
      const isRefused = [403, 404, 409, 422].includes(status)
      const isPassedOver = valid.passesOver?.some((one) => field.startsWith(one)) === true && status === valid.answers
      if ((!isRefused && !isPassedOver) || text.includes(foreignSecret))
        faults.push(`${what} ${field} → ${status} ${text.slice(0, 200)}`)
    }
    faults.push(...(await mentions()).map((row) => `${what} left ${row.slice(0, 300)}`))
    // With our own identities the same request goes as far as the table says, so that nothing else was in its way above.
    const { status, text } = await send(valid)
    if (status !== valid.answers) faults.push(`${what} → ${status}, not ${valid.answers}: ${text.slice(0, 300)}`)
    return faults
  }
  const faultsOfAll = async (requests: readonly ValidRequest[]): Promise<readonly string[]> => {
    const faults: string[] = []
    for (const valid of requests) faults.push(...(await faultsOf(valid)))
    if ((await eventsElsewhere()) !== 1) faults.push('something was done over there')
    return faults
  }

  const asked: ValidRequest[] = []
  test('is refused by every command before work, and leaves nothing behind', async () => {
    await briefJob(plant, 'briefed')
    const requests = await requestsOfBriefedJob(plant, 'briefed', as['leader'] ?? '')
    asked.push(...requests)
    assert.deepEqual(await faultsOfAll(requests), [])
  })

  test('is refused by every command at work, and leaves nothing behind', async () => {
    await startJob(plant, 'started')
    const requests = await requestsOfStartedJob(plant, 'started')
    asked.push(...requests)
    assert.deepEqual(await faultsOfAll(requests), [])
  })

  test('is refused by everything else, and leaves nothing behind', async () => {
    await briefJob(plant, 'briefed')
    const requests = await otherRequests(plant, 'briefed')
    asked.push(...requests)
    assert.deepEqual(await faultsOfAll(requests), [])
  })

  test('finds nothing by any query', async () => {
    const names = [
      'search',
      'department',
      'position',
      'unit',
      'place',
      'applyUnit',
      'workUnit',
      'contractor',
      'person',
      'text',
    ]
    const leaks: string[] = []
    let count = 0
    for (const { method, path, queries } of operations)
      for (const name of queries.filter((one) => names.includes(one) || one === 'after'))
        for (const value of [...Object.values(theirs), foreignSecret]) {
          if (path.includes('{')) continue
          const url = `${path}?search=&position=&${name}=${encodeURIComponent(value)}`
          const answer = await plant.app.request(url, { method, headers: { cookie: as['auditor'] ?? '' } })
          const bytes = Buffer.from(await answer.arrayBuffer())
          count++
          if (answer.status >= 500 || bytes.includes(foreignSecret)) leaks.push(`${method} ${url} → ${answer.status}`)
        }
    assert.ok(count > 100, String(count))
    assert.deepEqual(leaks, [])
  })

  test('is asked of every body in which an identity stands, now and later', () => {
    const paths = asked.map(({ path }) => path)
    const isAsked = (path: string) =>
      paths.some((one) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(one))
    const missing = operations.filter(
      ({ path, body }) => namesOfIdentities(body).some((name) => !refersToNoRow.includes(name)) && !isAsked(path),
    )
    assert.deepEqual(
      missing.map(({ method, path }) => `${method} ${path}`),
      [],
    )
  })
})

/** The body once for each identity in it, with that one exchanged for another plant's. */
const withForeign = (value: unknown, path: readonly string[] = []): readonly (readonly [string, object])[] => {
  if (typeof value === 'string') {
    const names = path.filter((name) => !/^\d+$/.test(name))
    const foreign = refersTo[names.slice(-2).join('.')] ?? refersTo[names.at(-1) ?? '']
    return foreign === undefined ? [] : [[path.join('.'), foreign as never]]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) =>
    withForeign(item, [...path, name]).map(([field, spoiled]) => {
      const whole = Array.isArray(value)
        ? value.map((one: unknown, i) => (String(i) === name ? spoiled : one))
        : { ...value, [name]: spoiled }
      return [field, whole] as const
    }),
  )
}
