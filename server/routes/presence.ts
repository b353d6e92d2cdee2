import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { codeSignInRequest, heartbeatRequest, pinRequest, type MyGuarding } from '#contract/presence.ts'
import { jobId } from '#contract/values.ts'
import { replay } from '#core/job/evolve.ts'
import { answerRefusal } from '../applying/answered-refusal.ts'
import type { PresenceState } from '#core/job/site-records.ts'
import type { JobId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { handle } from '../handle.ts'
import type { ProblemCode } from '#core/messages/requests/problems.zh-cn.ts'
import { HttpProblem } from '../problem.ts'
import { recordHeartbeat } from '../record-heartbeat.ts'
import { mayCommand, readers } from '../session/may.ts'
import { isPassword } from '../session/password.ts'
import { checkPin, setPin } from '../session/pin.ts'
import { requirePin } from '../session/prove-factor.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce } from '../store/answer-once.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { readNames } from '../views/names.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const params = z.object({ job: jobId })
const keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) })

const heartbeatRoute = createRoute({
  method: 'post',
  path: '/api/jobs/{job}/presence',
  summary: 'A sign of life of a guardian on duty, with the position; leaving the fence suspends the work',
  request: { params, body: { required: true, content: { 'application/json': { schema: heartbeatRequest } } } },
  responses: { 200: { description: 'Where this places the guardian' }, 409: { description: 'Not on duty here' } },
})
const codeSignInRoute = createRoute({
  method: 'post',
  path: '/api/jobs/{job}/guardian-sign-in',
  summary: 'Sign in as guardian without a picture: site code, own number, and a second person with theirs',
  request: {
    params,
    headers: keyed,
    body: { required: true, content: { 'application/json': { schema: codeSignInRequest } } },
  },
  responses: {
    200: { description: 'Signed in' },
    409: { description: 'Refused by a rule' },
    422: { description: 'A code or a number is wrong' },
  },
})
const guardingRoute = createRoute({
  method: 'get',
  path: '/api/me/guarding',
  summary: 'Jobs that the signed-in person guards now',
  responses: { 200: { description: 'As contract/presence.ts says' } },
})
const pinRoute = createRoute({
  method: 'put',
  path: '/api/me/pin',
  summary: 'Set or replace the own number, by the own password',
  request: { body: { required: true, content: { 'application/json': { schema: pinRequest } } } },
  responses: { 204: { description: 'Set' }, 422: { description: 'The password is wrong' } },
})

export const createPresenceRoutes = ({ database, rulebooks, clock, codes }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(heartbeatRoute, async (c) => {
    const { plantId, personId } = requireSession(c, mayCommand.SignInGuardian)
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    const { job } = c.req.valid('param')
    const beat = c.req.valid('json')
    const answer = await database.withPlant(plantId, async (tx) =>
      recordHeartbeat(tx, job, personId, beat, { rulebooks, timeZone: await readTimeZone(tx), clock }),
    )
    return c.json({ ...answer }, 200)
  })

  routes.openapi(codeSignInRoute, async (c) => {
    const session = requireSession(c, mayCommand.SignInGuardian)
    const { plantId, accountId, personId } = session
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    const { job } = c.req.valid('param')
    const body = c.req.valid('json')
    const reading = codes.read(body.siteCode, plantId)
    if (!reading.accepted) throw fieldProblem('siteCode', reading.refusal)
    requirePin('pin', await checkPin(database, plantId, { accountId }, body.pin, clock()))
    const secondPerson = requirePin(
      'second.pin',
      await checkPin(database, plantId, { login: body.second.login }, body.second.pin, clock()),
    )
    const { kind, id: place } = reading.content
    const { status, response } = await answerOnce(
      database,
      session,
      // Six digits are soon guessed from a hash: a repeat is told by everything but the numbers.
      {
        key: c.req.valid('header')['idempotency-key'],
        body: { job, ...body, pin: null, second: { login: body.second.login } },
      },
      async (tx) => {
        if ((kind !== 'site' && kind !== 'place') || place !== (await placeOf(tx, job)))
          throw fieldProblem('siteCode', 'code-of-another-place')
        const { decision, job: after } = await handle(
          tx,
          job,
          {
            type: 'SignInGuardian',
            by: personId,
            occurredAt: body.occurredAt,
            signIn: { person: personId, method: { kind: 'site-code-and-pin', secondPerson }, position: body.position },
          },
          { rulebooks, timeZone: await readTimeZone(tx), clock },
        )
        return decision.accepted
          ? { status: 200, response: { accepted: true, status: after.status } }
          : {
              status: 409,
              response: {
                accepted: false,
                status: after.status,
                refusals: decision.refusals.map((refusal) => answerRefusal(refusal, [])),
                names: await readNames(tx, [job, decision.refusals]),
              },
            }
      },
    )
    return c.json(response as Record<string, unknown>, status === 200 ? 200 : 409)
  })

  routes.openapi(guardingRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    const now = clock()
    if (personId === null) return c.json({ now, jobs: [] }, 200)
    const { rows } = await database.withPlant(plantId, (tx) =>
      tx.query<{ job: string; place: string; state: PresenceState }>(
        `select j.job_id as job, p.name as place, d.value -> 'presence' -> 0 ->> 'state' as state
         from jobs j join places p on p.plant_id = j.plant_id and p.place_id = j.place_id, jsonb_array_elements(j.duty) d
         where j.plant_id = $1 and j.status in ('approved', 'active', 'suspended') and j.duty <> '[]'::jsonb and d.value ->> 'person' = $2`,
        [plantId, personId],
      ),
    )
    const answer: MyGuarding = { now, jobs: rows }
    return c.json({ ...answer }, 200)
  })

  routes.openapi(pinRoute, async (c) => {
    const { plantId, accountId } = requireSession(c)
    const { password, pin } = c.req.valid('json')
    await database.withPlant(plantId, async (tx) => {
      const { rows } = await tx.query<{ password_hash: string }>(
        'select password_hash from accounts where plant_id = $1 and account_id = $2 for update',
        [plantId, accountId],
      )
      if (!(await isPassword(password, rows[0]?.password_hash ?? ''))) throw fieldProblem('password', 'password-wrong')
      await setPin(tx, accountId, pin)
    })
    return c.body(null, 204)
  })
  return routes
}

const fieldProblem = (path: string, code: ProblemCode): HttpProblem => new HttpProblem(422, code, [{ path, code }])

const placeOf = async (tx: Tx, job: JobId): Promise<string | null> => {
  const state = replay(
    (await readEvents(tx, job)).map(({ event }) => event),
    job,
  )
  return 'record' in state ? state.record.application.place : null
}
