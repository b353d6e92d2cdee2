import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { declareRequest, heartbeatOfSource } from '#contract/contingencies.ts'
import { equipmentId } from '#contract/values.ts'
import type { Contingency } from '#core/contingency/contingency.ts'
import { declareContingency, endContingency } from '#core/contingency/declare.ts'
import { id, type ContingencyId, type PersonId } from '#core/ids.ts'
import type { Refusal } from '#core/job/refusal.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { answerRefusal } from '../applying/answered-refusal.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { findContingency, insertContingency, markEnded, readStanding } from '../contingency/contingency-rows.ts'
import { readContingencies } from '../contingency/read-contingencies.ts'
import { hearSource, readSources } from '../contingency/source-rows.ts'
import { tellJobs } from '../contingency/tell-jobs.ts'
import { gatherPeople } from '../gather/people.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce, type KeptAnswer } from '../store/answer-once.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'
import { readNames } from '../views/names.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Who may ask at all; the right itself is an authority of the person, and the rulebook names it. */
const declarers = ['safety-officer', 'approver', 'workshop-director'] as const
/** Whatever listens for a source signs in with an account of these. */
const listeners = ['administrator', 'safety-officer'] as const
const skewMs = 60_000

const answer = z.record(z.string(), z.unknown())
const keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const answers = {
  200: { description: 'Done', content: { 'application/json': { schema: answer } } },
  409: { description: 'Refused, with reasons', content: { 'application/json': { schema: answer } } },
}
const listRoute = createRoute({
  method: 'get',
  path: '/api/contingencies',
  summary: 'Sources as last heard, fallbacks that stand in for them, and what is owed for those',
  responses: { 200: { description: 'As contract/contingencies.ts says' } },
})
const declareRoute = createRoute({
  method: 'post',
  path: '/api/contingencies',
  summary: 'Open a fallback for a silent source, for a limited time',
  request: { headers: keyed, body: { required: true, content: { 'application/json': { schema: declareRequest } } } },
  responses: answers,
})
const endRoute = createRoute({
  method: 'post',
  path: '/api/contingencies/{contingency}/end',
  summary: 'End a fallback before its time',
  request: { headers: keyed, params: z.object({ contingency: z.string().min(1).max(80) }) },
  responses: { ...answers, 404: { description: 'No such fallback in this plant' } },
})
const heartbeatRoute = createRoute({
  method: 'post',
  path: '/api/sources/{source}/heartbeat',
  summary: 'A sign of life of a source',
  request: {
    params: z.object({ source: equipmentId }),
    body: { required: true, content: { 'application/json': { schema: heartbeatOfSource } } },
  },
  responses: { 202: { description: 'Heard' }, 404: { description: 'No such source in this plant' } },
})

export const createContingencyRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  const change = async (
    tx: Tx,
    by: PersonId,
    decide: (rulebook: Rulebook) => Promise<Answered>,
    keep: (contingency: Contingency) => Promise<void>,
  ): Promise<KeptAnswer> => {
    const rulebook = await rulebooks.current(tx)
    if (!rulebook) throw new HttpProblem(409, 'rulebook-unknown')
    const decision = await decide(rulebook)
    if (!decision.accepted) return refused(tx, decision.refusals)
    await keep(decision.contingency)
    const told = { by, occurredAt: clock() }
    await tellJobs(tx, decision.contingency, told, { rulebooks, timeZone: await readTimeZone(tx), clock })
    return { status: 200, response: { accepted: true, contingency: decision.contingency } }
  }

  routes.openapi(listRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const view = await database.withPlant(plantId, async (tx) =>
      readContingencies(tx, await rulebooks.readable(tx, null), clock()),
    )
    return c.json(view, 200)
  })

  routes.openapi(declareRoute, async (c) => {
    const session = requireSession(c, declarers)
    const by = personOf(session)
    const asked = c.req.valid('json')
    const { status, response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: asked },
      async (tx) => {
        // Two who see the same silence at the same moment open one fallback.
        await lockScopes(tx, [`source:${asked.source}`])
        const now = clock()
        const facts = {
          now,
          person: (await gatherPeople(tx, [by]))[by],
          sources: await readSources(tx),
          standing: await readStanding(tx, now, 'all'),
        }
        return change(
          tx,
          by,
          async (rulebook) => declareContingency({ id: newId<ContingencyId>(now), by, ...asked }, rulebook, facts),
          (contingency) => insertContingency(tx, contingency),
        )
      },
    )
    return c.json(response as Record<string, unknown>, status === 200 ? 200 : 409)
  })

  routes.openapi(endRoute, async (c) => {
    const session = requireSession(c, declarers)
    const by = personOf(session)
    const contingency = id<ContingencyId>(c.req.valid('param').contingency)
    const { status, response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { end: contingency } },
      async (tx) => {
        const known = await findContingency(tx, contingency)
        if (!known) throw new HttpProblem(404, 'contingency-unknown')
        await lockScopes(tx, [`source:${known.source}`])
        const person = (await gatherPeople(tx, [by]))[by]
        return change(
          tx,
          by,
          async (rulebook) => endContingency(known, by, rulebook, { now: clock(), person }),
          (ended) => markEnded(tx, ended, by),
        )
      },
    )
    return c.json(response as Record<string, unknown>, status === 200 ? 200 : 409)
  })

  routes.openapi(heartbeatRoute, async (c) => {
    const { plantId } = requireSession(c, listeners)
    const now = clock()
    const { at = now } = c.req.valid('json')
    if (at > now + skewMs)
      throw new HttpProblem(422, 'request-malformed', [{ path: 'at', code: 'in-the-future', params: {} }])
    const isKnown = await database.withPlant(plantId, (tx) => hearSource(tx, c.req.valid('param').source, at))
    if (!isKnown) throw new HttpProblem(404, 'source-unknown')
    return c.json({ heard: true }, 202)
  })
  return routes
}

type Answered = ReturnType<typeof declareContingency>

const personOf = ({ personId }: { readonly personId: PersonId | null }): PersonId => {
  if (personId === null) throw new HttpProblem(403, 'account-without-person')
  return personId
}

const refused = async (tx: Tx, refusals: readonly Refusal[]): Promise<KeptAnswer> => ({
  status: 409,
  response: {
    accepted: false,
    refusals: refusals.map((refusal) => answerRefusal(refusal, [])),
    names: await readNames(tx, refusals),
  },
})
