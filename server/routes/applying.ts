import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { precheckRequest, substitutesRequest, type PrecheckAnswer, type SubstitutesAnswer } from '#contract/applying.ts'
import type { PersonId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { precheck, type Draft } from '../applying/precheck.ts'
import { readSubstitutes } from '../applying/substitutes.ts'
import type { Handling } from '../handle.ts'
import { HttpProblem } from '../problem.ts'
import { mayCommand } from '../session/may.ts'
import { keepToOwnPeople } from '../session/own-people.ts'
import { requireSession } from '../session/require-session.ts'
import type { Tx } from '../store/database.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const answer = z.record(z.string(), z.unknown())
const answered = { description: 'The answer', content: { 'application/json': { schema: answer } } }
const refused = {
  403: { description: 'Not for this role, or about the people of another employer' },
  422: { description: 'The request is malformed' },
}

const precheckRoute = createRoute({
  method: 'post',
  path: '/api/jobs/precheck',
  summary: 'What submitting this application now would bring; nothing is recorded',
  request: { body: { required: true, content: { 'application/json': { schema: precheckRequest } } } },
  responses: { 200: answered, ...refused },
})

const substitutesRoute = createRoute({
  method: 'post',
  path: '/api/jobs/substitutes',
  summary: 'Colleagues for one part of a job, each judged, best first',
  request: { body: { required: true, content: { 'application/json': { schema: substitutesRequest } } } },
  responses: { 200: answered, ...refused },
})

/** For whoever writes an application: both questions only look. */
export const createApplyingRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  const ask = async (
    c: Context<AppEnv>,
    draft: Draft,
    look: (tx: Tx, by: PersonId, handling: Handling) => Promise<PrecheckAnswer | SubstitutesAnswer>,
  ): Promise<{ readonly [key: string]: unknown }> => {
    const { plantId, personId } = requireSession(c, mayCommand.SubmitJob)
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    return database.withPlant(plantId, async (tx) => {
      await keepToOwnPeople(tx, personId, draft)
      return { ...(await look(tx, personId, { rulebooks, clock, timeZone: await readTimeZone(tx) })) }
    })
  }

  routes.openapi(precheckRoute, async (c) => {
    const drafted = c.req.valid('json')
    return c.json(await ask(c, drafted.application, (tx, by, handling) => precheck(tx, drafted, by, handling)), 200)
  })
  routes.openapi(substitutesRoute, async (c) => {
    const asked = c.req.valid('json')
    return c.json(await ask(c, asked.application, (tx, by, handling) => readSubstitutes(tx, asked, by, handling)), 200)
  })
  return routes
}
