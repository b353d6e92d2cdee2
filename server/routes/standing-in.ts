import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  delegationRequest,
  myDelegations,
  signatories,
  type DelegationRequest,
  type MyDelegations,
} from '#contract/standing-in.ts'
import type { PersonId } from '#core/ids.ts'
import { delegationRefusals } from '#core/people/delegation.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { dayMs, epochMs, type EpochMs } from '#core/time/epoch.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { answerRefusal } from '../applying/answered-refusal.ts'
import { gatherPeople } from '../gather/people.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { approvers, readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce, type KeptAnswer } from '../store/answer-once.ts'
import type { Tx } from '../store/database.ts'
import {
  endDelegation,
  insertDelegation,
  readDelegationsOf,
  readStandingDelegations,
  type DelegationRow,
} from '../store/delegations.ts'
import { lockScopes } from '../store/scopes.ts'
import { readNames } from '../views/names.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const answer = z.record(z.string(), z.unknown())
const answered = { description: 'Accepted', content: { 'application/json': { schema: answer } } }
/** What is over is shown this long, so that a signature of last week can be understood. */
const shownDays = 14
const keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) })

const listRoute = createRoute({
  method: 'get',
  path: '/api/me/delegations',
  summary: 'Who stands in for whom, as far as it concerns the signed-in person',
  responses: { 200: { description: 'Delegations', content: { 'application/json': { schema: myDelegations } } } },
})
const makeRoute = createRoute({
  method: 'post',
  path: '/api/me/delegations',
  summary: 'Let somebody who holds the same right sign for the signed-in person, for a bounded time',
  request: {
    headers: keyed,
    body: { required: true, content: { 'application/json': { schema: delegationRequest } } },
  },
  responses: {
    200: answered,
    409: { description: 'Refused by a rule, with reasons', content: { 'application/json': { schema: answer } } },
  },
})
const endRoute = createRoute({
  method: 'post',
  path: '/api/me/delegations/{delegation}/end',
  summary: 'Call a delegation of one’s own back at once',
  request: { params: z.object({ delegation: z.string().min(1).max(80) }) },
  responses: { 200: answered, 404: { description: 'No delegation of whoever asks' } },
})
const signatoriesRoute = createRoute({
  method: 'get',
  path: '/api/signatories',
  summary: 'Everybody in the plant who holds a right to sign',
  responses: { 200: { description: 'People', content: { 'application/json': { schema: signatories } } } },
})

/** Delegations are of the right of whoever is signed in: nobody delegates for another. */
export const createStandingInRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(listRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    return c.json(
      await database.withPlant(plantId, async (tx) => readMine(tx, personId, await rulebooks.current(tx), clock())),
      200,
    )
  })

  routes.openapi(makeRoute, async (c) => {
    const session = requireSession(c, approvers)
    const { personId } = session
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    const asked = c.req.valid('json')
    const { status, response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: asked },
      async (tx) => delegate(tx, asked, personId, await rulebooks.current(tx), clock()),
    )
    return c.json(response as Record<string, unknown>, status === 200 ? 200 : 409)
  })

  routes.openapi(endRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    const ended = await database.withPlant(plantId, (tx) =>
      endDelegation(tx, c.req.valid('param').delegation, personId, clock()),
    )
    if (ended === 'unknown') throw new HttpProblem(404, 'delegation-unknown')
    return c.json({ ended: true }, 200)
  })

  routes.openapi(signatoriesRoute, async (c) => {
    const { plantId } = requireSession(c, approvers)
    const { rows } = await database.withPlant(plantId, (tx) =>
      tx.query<{ id: string; name: string; department: string; authorities: string[] }>(
        `select person_id as id, name, department, authorities from people
         where plant_id = $1 and employment = 'active' and cardinality(authorities) > 0 order by department, name, person_id limit 500`,
        [plantId],
      ),
    )
    return c.json({ people: rows }, 200)
  })
  return routes
}

/** All delegations of one right are decided one after the other, so that two at once never close a circle. */
const delegate = async (
  tx: Tx,
  { to, authority, from, until, reason }: DelegationRequest,
  author: PersonId,
  rulebook: Rulebook | null,
  now: EpochMs,
): Promise<KeptAnswer> => {
  await lockScopes(tx, [`delegations:${authority}`, `person:${author}`, `person:${to}`])
  const asked = { from: author, to, authority, window: { from, to: until } }
  const refusals = delegationRefusals(asked, rulebook ?? {}, {
    now,
    people: await gatherPeople(tx, [author, to]),
    delegations: await readStandingDelegations(tx, now, { authority }),
  })
  if (refusals.length > 0)
    return {
      status: 409,
      response: {
        accepted: false,
        refusals: refusals.map((refusal) => answerRefusal(refusal, [])),
        names: await readNames(tx, refusals),
      },
    }
  const delegation = newId<string>(now)
  await insertDelegation(tx, { id: delegation, ...asked, endedAt: null }, { reason, at: now, by: author })
  return { status: 200, response: { accepted: true, delegation } }
}

const readMine = async (tx: Tx, person: PersonId, rulebook: Rulebook | null, now: EpochMs): Promise<MyDelegations> => {
  const rows = await readDelegationsOf(tx, person, epochMs(now - shownDays * dayMs))
  const own = await gatherPeople(tx, [person])
  const { people } = await readNames(
    tx,
    rows.map(({ from_person, to_person }) => [from_person, to_person]),
  )
  const shown = (row: DelegationRow): MyDelegations['made'][number] => ({
    id: row.delegation_id,
    from: row.from_person,
    to: row.to_person,
    authority: row.authority,
    fromAt: row.from_at,
    untilAt: row.until_at,
    endedAt: row.ended_at,
    reason: row.reason,
  })
  return {
    now,
    authorities: [...(own[person]?.authorities ?? [])],
    daysMax: rulebook?.signing?.delegationDaysMax.value ?? null,
    made: rows.filter(({ from_person }) => from_person === person).map(shown),
    given: rows.filter(({ to_person }) => to_person === person).map(shown),
    people: { ...people },
  }
}
