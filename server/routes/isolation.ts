import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { asPointCommand, newPointRequest, pointCommandRequest } from '#contract/isolation.ts'
import { equipmentId, jobId } from '#contract/values.ts'
import { answerRefusal } from '../applying/answered-refusal.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { handlePoint } from '../isolation/handle-point.ts'
import { readPoint } from '../isolation/point-rows.ts'
import type { ProblemCode } from '#core/messages/requests/problems.zh-cn.ts'
import { HttpProblem } from '../problem.ts'
import { field, readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce } from '../store/answer-once.ts'
import { readIsolationOfJob, readIsolationRegister } from '../views/isolation.ts'
import { readNames } from '../views/names.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Who keeps the register of what can be isolated. */
const keepers = ['safety-officer', 'workshop-director', 'administrator'] as const
const keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) })

const registerRoute = createRoute({
  method: 'get',
  path: '/api/isolation-points',
  summary: 'Every isolation point with its condition and who relies on it',
  responses: { 200: { description: 'As contract/isolation.ts says' } },
})
const addRoute = createRoute({
  method: 'post',
  path: '/api/isolation-points',
  summary: 'Add a point to the register, or correct its words',
  request: { body: { required: true, content: { 'application/json': { schema: newPointRequest } } } },
  responses: { 204: { description: 'Kept' }, 422: { description: 'The place is unknown or the number is taken' } },
})
const ofJobRoute = createRoute({
  method: 'get',
  path: '/api/jobs/{job}/isolation',
  summary: 'The points that a job needs, and those it could name',
  request: { params: z.object({ job: jobId }) },
  responses: { 200: { description: 'As contract/isolation.ts says' }, 404: { description: 'No such job' } },
})
const commandRoute = createRoute({
  method: 'post',
  path: '/api/isolation-points/{point}/commands',
  summary: 'Name, lock, try out, hand over or restore a point for a job',
  request: {
    params: z.object({ point: equipmentId }),
    headers: keyed,
    body: { required: true, content: { 'application/json': { schema: pointCommandRequest } } },
  },
  responses: {
    200: { description: 'Done' },
    404: { description: 'No such point' },
    409: { description: 'Refused by a rule' },
  },
})

export const createIsolationRoutes = ({ database, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(registerRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    return c.json(await database.withPlant(plantId, readIsolationRegister), 200)
  })

  routes.openapi(addRoute, async (c) => {
    const { plantId } = requireSession(c, keepers)
    const { id, place, number, name, kind, energy, alwaysFor } = c.req.valid('json')
    await database.withPlant(plantId, async (tx) => {
      const known = await tx.query('select from places where plant_id = $1 and place_id = $2', [plantId, place])
      if (known.rowCount === 0) throw fieldProblem('place', 'place-unknown')
      const taken = await tx.query(
        'select from isolation_points where plant_id = $1 and number = $2 and point_id <> $3',
        [plantId, number, id],
      )
      if (taken.rowCount !== 0) throw fieldProblem('number', 'number-taken')
      await tx.query(
        `insert into isolation_points (plant_id, point_id, place_id, number, name, kind, energy, always_for) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (plant_id, point_id) do update set place_id = excluded.place_id, number = excluded.number, name = excluded.name,
           kind = excluded.kind, energy = excluded.energy, always_for = excluded.always_for`,
        [plantId, id, place, number, name, kind, energy, alwaysFor],
      )
    })
    return c.body(null, 204)
  })

  routes.openapi(ofJobRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    const { job } = c.req.valid('param')
    const answer = await database.withPlant(plantId, (tx) => readIsolationOfJob(tx, job, personId))
    if (!answer) throw new HttpProblem(404, 'job-unknown')
    return c.json(answer, 200)
  })

  routes.openapi(commandRoute, async (c) => {
    const session = requireSession(c, field)
    const by = session.personId
    if (by === null) throw new HttpProblem(403, 'account-without-person')
    const { point } = c.req.valid('param')
    const body = c.req.valid('json')
    const now = clock()
    if (body.occurredAt > now + skewMs)
      throw new HttpProblem(422, 'request-malformed', [{ path: 'occurredAt', code: 'in-the-future', params: {} }])
    const { status, response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { point, ...body } },
      async (tx) => {
        const row = await readPoint(tx, point)
        if (!row) throw new HttpProblem(404, 'point-unknown')
        const known = await tx.query('select 1 from jobs where plant_id = $1 and job_id = $2', [tx.plantId, body.job])
        if (known.rowCount === 0) throw new HttpProblem(404, 'job-unknown', [{ path: 'job', code: 'job-unknown' }])
        const decision = await handlePoint(tx, row, { ...asPointCommand(body), by }, now)
        return decision.accepted
          ? { status: 200, response: { accepted: true } }
          : {
              status: 409,
              response: {
                accepted: false,
                refusals: decision.refusals.map((refusal) => answerRefusal(refusal, [])),
                names: await readNames(tx, [decision.refusals]),
              },
            }
      },
    )
    return c.json(response as Record<string, unknown>, status === 200 ? 200 : 409)
  })
  return routes
}

const skewMs = 60_000

const fieldProblem = (path: string, code: ProblemCode): HttpProblem => new HttpProblem(422, code, [{ path, code }])
