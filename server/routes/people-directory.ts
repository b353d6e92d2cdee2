import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  directoryPage,
  directoryQuery,
  matrixCell,
  matrixView,
  officialCheckRequest,
  personFile,
  revealAnswer,
  revealRequest,
} from '#contract/people.ts'
import { personId } from '#contract/values.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import type { IsoDate } from '#core/time/epoch.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { recordOfficialCheck } from '../people/record-official-check.ts'
import { setMatrixCell } from '../people/set-matrix-cell.ts'
import { readNumbersInFull } from '../privacy/personal-numbers.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role } from '../session/sign-in.ts'
import { answerOnce } from '../store/answer-once.ts'
import type { Tx } from '../store/database.ts'
import { readMatrix } from '../views/matrix.ts'
import { readDirectory } from '../views/people-directory.ts'
import { readPersonFile } from '../views/person-file.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Who answers for the plant's people and may change what is kept of them. */
const keepers: readonly Role[] = ['safety-officer', 'administrator']
/** Who may look at documents; numbers stay masked. */
const lookers: readonly Role[] = [...keepers, 'workshop-director', 'approver', 'management', 'auditor']

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: json(schema) }) as const
const keyHeader = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const done = z.object({ outcome: z.string() })

const directoryRoute = createRoute({
  method: 'get',
  path: '/api/directory/people',
  summary: 'The plant’s people, by name or staff number, unit and position; numbers masked',
  request: { query: directoryQuery },
  responses: { 200: { description: 'One page', content: json(directoryPage) } },
})
const fileRoute = createRoute({
  method: 'get',
  path: '/api/directory/people/{person}',
  summary: 'One person’s documents with their history and where each came from',
  request: { params: z.object({ person: personId }) },
  responses: {
    200: { description: 'The file', content: json(personFile) },
    404: { description: 'No such person in this plant' },
  },
})
const revealRoute = createRoute({
  method: 'post',
  path: '/api/directory/people/{person}/reveals',
  summary: 'Numbers in full, for a reason; the reading is logged',
  request: { params: z.object({ person: personId }), body: body(revealRequest) },
  responses: {
    200: { description: 'The numbers', content: json(revealAnswer) },
    404: { description: 'No such person in this plant' },
  },
})
const checkRoute = createRoute({
  method: 'post',
  path: '/api/credentials/{credential}/official-checks',
  summary: 'Record what the issuer’s register said about a certificate',
  request: {
    params: z.object({ credential: z.string().min(1).max(120) }),
    headers: keyHeader,
    body: body(officialCheckRequest),
  },
  responses: {
    201: { description: 'Recorded', content: json(done) },
    404: { description: 'No such certificate in this plant' },
    409: { description: 'A newer certificate has replaced it' },
  },
})
const matrixRoute = createRoute({
  method: 'get',
  path: '/api/matrix',
  summary: 'Which position may do which operation up to which level, with its history',
  responses: { 200: { description: 'The matrix', content: json(matrixView) } },
})
const cellRoute = createRoute({
  method: 'post',
  path: '/api/matrix/cells',
  summary: 'Change one cell of the matrix, with a reason',
  request: { headers: keyHeader, body: body(matrixCell) },
  responses: { 200: { description: 'The matrix', content: json(matrixView) } },
})

export const createPeopleDirectoryRoutes = ({
  database,
  vault,
  clock,
  rulebooks,
}: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  const today = async (tx: Tx): Promise<IsoDate> => {
    const { rows } = await tx.query<{ time_zone: string }>('select time_zone from plants where plant_id = $1', [
      tx.plantId,
    ])
    return plantClockOf(rows[0]?.time_zone ?? 'Asia/Shanghai').dateOf(clock())
  }

  routes.openapi(directoryRoute, async (c) => {
    const { plantId } = requireSession(c, lookers)
    const query = c.req.valid('query')
    return c.json(
      await database.withPlant(plantId, async (tx) => readDirectory(tx, vault, query, await today(tx))),
      200,
    )
  })

  routes.openapi(fileRoute, async (c) => {
    const { plantId } = requireSession(c, lookers)
    const { person } = c.req.valid('param')
    const file = await database.withPlant(plantId, async (tx) => readPersonFile(tx, vault, person, await today(tx)))
    if (!file) throw new HttpProblem(404, 'person-unknown')
    return c.json(file, 200)
  })

  // Without an idempotency key: its table would keep the numbers, and every reading is to be logged anyway.
  routes.openapi(revealRoute, async (c) => {
    const { plantId, accountId: account } = requireSession(c, keepers)
    const { person } = c.req.valid('param')
    const { fields, reason } = c.req.valid('json')
    const numbers = await database.withPlant(plantId, async (tx) => {
      const { rowCount } = await tx.query(
        'select from people where plant_id = $1 and person_id = $2 and erased_at is null',
        [plantId, person],
      )
      if (rowCount === 0) throw new HttpProblem(404, 'person-unknown')
      return readNumbersInFull(tx, vault, { person, account, fields, reason, now: clock() })
    })
    return c.json({ numbers }, 200, { 'cache-control': 'no-store' })
  })

  routes.openapi(checkRoute, async (c) => {
    const session = requireSession(c, keepers)
    const { credential } = c.req.valid('param')
    const request = c.req.valid('json')
    const key = c.req.valid('header')['idempotency-key']
    await answerOnce(database, session, { key, body: { credential, ...request } }, async (tx) => {
      const outcome = await recordOfficialCheck(tx, credential, request, {
        account: session.accountId,
        today: await today(tx),
        now: clock(),
      })
      if (outcome === 'unknown') throw new HttpProblem(404, 'credential-unknown')
      if (outcome === 'superseded') throw new HttpProblem(409, 'credential-superseded')
      if (outcome === 'in-the-future')
        throw new HttpProblem(422, 'request-malformed', [{ path: 'checkedOn', code: 'in-the-future', params: {} }])
      return { status: 201, response: {} }
    })
    return c.json({ outcome: 'recorded' }, 201)
  })

  routes.openapi(matrixRoute, async (c) => {
    const { plantId } = requireSession(c, lookers)
    return c.json(await database.withPlant(plantId, readMatrix), 200)
  })

  routes.openapi(cellRoute, async (c) => {
    const session = requireSession(c, keepers)
    const cell = c.req.valid('json')
    const { operations } = await database.withPlant(session.plantId, (tx) => rulebooks.readable(tx, null))
    const levels = operations[cell.operation]?.levels
    const isKnown = levels !== undefined && (cell.level === null || levels.some(({ id }) => id === cell.level))
    if (!isKnown)
      throw new HttpProblem(422, 'request-malformed', [
        { path: levels ? 'level' : 'operation', code: 'not-in-rulebook', params: {} },
      ])
    const key = c.req.valid('header')['idempotency-key']
    await answerOnce(database, session, { key, body: cell }, async (tx) => {
      await setMatrixCell(tx, cell, { account: session.accountId, now: clock() })
      return { status: 200, response: {} }
    })
    return c.json(await database.withPlant(session.plantId, readMatrix), 200)
  })
  return routes
}
