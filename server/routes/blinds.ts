import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { asBlind, blindNumber, blindRequest, blindStatement } from '#contract/blinds.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readBlind } from '../blinds/blind-rows.ts'
import { appendBlindState } from '../blinds/follow-blind.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce } from '../store/answer-once.ts'
import { lockScopes } from '../store/scopes.ts'
import { readBlindRegister } from '../views/blinds.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const keepers = ['safety-officer', 'workshop-director', 'administrator'] as const

const registerRoute = createRoute({
  method: 'get',
  path: '/api/blinds',
  summary: 'The blind register: where each blind is and by which permit',
  responses: { 200: { description: 'As contract/blinds.ts says' } },
})
const keepRoute = createRoute({
  method: 'post',
  path: '/api/blinds',
  summary: 'Add a blind to the register, or correct its row',
  request: { body: { required: true, content: { 'application/json': { schema: blindRequest } } } },
  responses: { 204: { description: 'Kept' }, 422: { description: 'The place is unknown or the number is taken' } },
})
const stateRoute = createRoute({
  method: 'post',
  path: '/api/blinds/{number}/states',
  summary: 'State where a blind has been seen to be; refused while work on it is open',
  request: {
    params: z.object({ number: blindNumber }),
    headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
    body: { required: true, content: { 'application/json': { schema: blindStatement } } },
  },
  responses: {
    200: { description: 'Stated' },
    404: { description: 'No such blind' },
    409: { description: 'Work on it is open' },
  },
})

export const createBlindRoutes = ({ database, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(registerRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    return c.json(await database.withPlant(plantId, readBlindRegister), 200)
  })

  routes.openapi(keepRoute, async (c) => {
    const { plantId } = requireSession(c, keepers)
    const request = c.req.valid('json')
    const blind = asBlind(request)
    await database.withPlant(plantId, async (tx) => {
      // A conflict between two jobs hangs on the pipe that stands here.
      await lockScopes(tx, ['places'])
      const known = await tx.query('select from places where plant_id = $1 and place_id = $2', [plantId, blind.place])
      if (known.rowCount === 0) throw new HttpProblem(422, 'place-unknown', [{ path: 'place', code: 'place-unknown' }])
      if (request.isNew === true && (await readBlind(tx, blind.number)))
        throw new HttpProblem(422, 'number-taken', [{ path: 'number', code: 'number-taken' }])
      await tx.query(
        `insert into blinds (plant_id, number, place_id, pipe, medium, temperature_celsius, pressure_mpa, material, specification, map_number)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (plant_id, number) do update set place_id = excluded.place_id, pipe = excluded.pipe, medium = excluded.medium,
           temperature_celsius = excluded.temperature_celsius, pressure_mpa = excluded.pressure_mpa, material = excluded.material,
           specification = excluded.specification, map_number = excluded.map_number`,
        [
          plantId,
          blind.number,
          blind.place,
          blind.pipe,
          blind.medium,
          blind.temperatureCelsius,
          blind.pressureMpa,
          blind.material,
          blind.specification,
          blind.mapNumber,
        ],
      )
    })
    return c.body(null, 204)
  })

  routes.openapi(stateRoute, async (c) => {
    const session = requireSession(c, keepers)
    const statedBy = session.personId
    if (statedBy === null) throw new HttpProblem(403, 'account-without-person')
    const { number } = c.req.valid('param')
    const { state, note } = c.req.valid('json')
    await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { number, state, note } },
      async (tx) => {
        await lockScopes(tx, ['places'])
        if (!(await readBlind(tx, number))) throw new HttpProblem(404, 'blind-unknown')
        const { rowCount } = await tx.query(
          `select from jobs where plant_id = $1 and blind = $2 and status in ('active', 'suspended', 'finished')`,
          [tx.plantId, number],
        )
        if (rowCount !== 0) throw new HttpProblem(409, 'blind-in-work')
        await appendBlindState(tx, { number, state, occurredAt: clock(), statedBy, note })
        return { status: 200, response: { accepted: true } }
      },
    )
    return c.json({ accepted: true }, 200)
  })
  return routes
}
