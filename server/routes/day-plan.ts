import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { isoDay } from '#contract/values.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { readDayPlan } from '../views/day-plan.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const planRoute = createRoute({
  method: 'get',
  path: '/api/plan/{day}',
  summary: 'The work booked for a day, workshop by workshop, with everybody judged for that day',
  request: { params: z.object({ day: isoDay }) },
  responses: { 200: { description: 'The plan, as contract/day-plan.ts says' } },
})

export const createDayPlanRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  routes.openapi(planRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const plan = await database.withPlant(plantId, async (tx) =>
      readDayPlan(tx, c.req.valid('param').day, { rulebooks, timeZone: await readTimeZone(tx), now: clock() }),
    )
    return c.json({ ...plan }, 200)
  })
  return routes
}
