import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  asRisk,
  riskChangeRequest,
  riskEntryId,
  riskRequest,
  type RiskHistory,
  type RiskLibrary,
  type RiskProposals,
} from '#contract/risk-library.ts'
import { jobId as jobIdSchema } from '#contract/values.ts'
import { id } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import { proposeRisks } from '#core/risk/risk-library.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { gatherPlace } from '../gather/places.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { appendRiskVersion, readRiskHistory, readRiskLibrary } from '../risk/risk-rows.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import type { Session } from '../session/sign-in.ts'
import { answerOnce } from '../store/answer-once.ts'
import { readEvents } from '../store/events.ts'
import { lockScopes } from '../store/scopes.ts'
import { readNames } from '../views/names.ts'
import { readUnits } from '../views/unit-names.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const keepers = ['safety-officer'] as const
/** More rows than anybody keeps up to date; the whole library is read for every analysis. */
const entriesMax = 2_000

const idempotent = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const entryParam = z.object({ entry: riskEntryId })

const libraryRoute = createRoute({
  method: 'get',
  path: '/api/risk-library',
  summary: 'The plant’s library of hazards and measures by work, equipment and area',
  responses: { 200: { description: 'As contract/risk-library.ts says' } },
})
const historyRoute = createRoute({
  method: 'get',
  path: '/api/risk-library/{entry}',
  summary: 'How one row of the library came to be what it is',
  request: { params: entryParam },
  responses: { 200: { description: 'Its versions, the newest first' }, 404: { description: 'No such row' } },
})
const addRoute = createRoute({
  method: 'post',
  path: '/api/risk-library',
  summary: 'Add a row to the library',
  request: { headers: idempotent, body: { required: true, content: { 'application/json': { schema: riskRequest } } } },
  responses: { 201: { description: 'Added' }, 409: { description: 'The library is full' } },
})
const changeRoute = createRoute({
  method: 'post',
  path: '/api/risk-library/{entry}/versions',
  summary: 'Write a row anew, withdraw it or take it back; what it was stays in its history',
  request: {
    params: entryParam,
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: riskChangeRequest } } },
  },
  responses: {
    200: { description: 'Changed' },
    404: { description: 'No such row' },
    409: { description: 'Somebody changed it meanwhile' },
  },
})
const proposalsRoute = createRoute({
  method: 'get',
  path: '/api/jobs/{job}/risk-proposals',
  summary: 'What the library has to say about each permit of a job, the most specific first',
  request: { params: z.object({ job: jobIdSchema }) },
  responses: { 200: { description: 'Rows by operation' }, 404: { description: 'No such job in this plant' } },
})

export const createRiskLibraryRoutes = ({ database, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(libraryRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const answer = await database.withPlant(plantId, async (tx): Promise<RiskLibrary> => {
      const entries = await readRiskLibrary(tx)
      const { people } = await readNames(
        tx,
        entries.map(({ changedBy }) => changedBy),
      )
      return { entries, units: await readUnits(tx), people }
    })
    return c.json(answer, 200)
  })

  routes.openapi(historyRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const { entry } = c.req.valid('param')
    const answer = await database.withPlant(plantId, async (tx): Promise<RiskHistory> => {
      const versions = await readRiskHistory(tx, entry)
      if (versions.length === 0) throw new HttpProblem(404, 'not-found')
      const { people } = await readNames(
        tx,
        versions.map(({ changedBy }) => changedBy),
      )
      return { versions, people }
    })
    return c.json(answer, 200)
  })

  routes.openapi(addRoute, async (c) => {
    const session = requireSession(c, keepers)
    const person = personOf(session)
    const body = c.req.valid('json')
    const request = { key: c.req.valid('header')['idempotency-key'], body }
    const { status, response } = await answerOnce(database, session, request, async (tx) => {
      await lockScopes(tx, ['risk-library'])
      if ((await readRiskLibrary(tx)).length >= entriesMax) throw new HttpProblem(409, 'library-full')
      const entry = newId<string>(clock())
      await appendRiskVersion(
        tx,
        { entry, version: 1 },
        { ...asRisk(body), isWithdrawn: false },
        { person, at: clock() },
      )
      return { status: 201, response: { entry } }
    })
    return c.json(response as { entry: string }, status as 201)
  })

  routes.openapi(changeRoute, async (c) => {
    const session = requireSession(c, keepers)
    const person = personOf(session)
    const { entry } = c.req.valid('param')
    const { seenVersion, isWithdrawn, ...row } = c.req.valid('json')
    const request = {
      key: c.req.valid('header')['idempotency-key'],
      body: { entry, seenVersion, isWithdrawn, ...row },
    }
    const { response } = await answerOnce(database, session, request, async (tx) => {
      await lockScopes(tx, ['risk-library'])
      const [latest] = await readRiskHistory(tx, entry)
      if (!latest) throw new HttpProblem(404, 'not-found')
      if (latest.version !== seenVersion)
        throw new HttpProblem(409, 'risk-changed', [{ path: 'seenVersion', code: 'risk-changed' }])
      const version = latest.version + 1
      await appendRiskVersion(tx, { entry, version }, { ...asRisk(row), isWithdrawn }, { person, at: clock() })
      return { status: 200, response: { version } }
    })
    return c.json(response as { version: number }, 200)
  })

  routes.openapi(proposalsRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const { job: jobId } = c.req.valid('param')
    const answer = await database.withPlant(plantId, async (tx): Promise<RiskProposals> => {
      const history = await readEvents(tx, jobId)
      if (history.length === 0) throw new HttpProblem(404, 'job-unknown')
      const job = replay(
        history.map(({ event }) => event),
        jobId,
      )
      if (!('record' in job)) return { proposals: {} }
      const { application, permits } = job.record
      const place = await gatherPlace(tx, application.place)
      const library = await readRiskLibrary(tx)
      return {
        proposals: Object.fromEntries(
          permits.map(({ operation }) => [
            operation,
            proposeRisks(library, { operation, equipment: place?.equipment, area: place?.unit }),
          ]),
        ),
      }
    })
    return c.json(answer, 200)
  })
  return routes
}

/** The history names a person; an account that is nobody's keeps no library. */
const personOf = ({ personId }: Session) => {
  if (personId === null) throw new HttpProblem(403, 'account-without-person')
  return id<NonNullable<typeof personId>>(personId)
}
