import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { readMyAlarms } from '../views/alarms.ts'
import { readMyDuties, readMyJobs } from '../views/me.ts'

const responses = { 200: { description: 'The list, as contract/me.ts says' } }

const dutiesRoute = createRoute({
  method: 'get',
  path: '/api/me/duties',
  summary: 'What the signed-in person owes now, the most pressing first',
  responses,
})
const jobsRoute = createRoute({
  method: 'get',
  path: '/api/me/jobs',
  summary: 'Jobs in which the signed-in person has a part',
  responses,
})

const alarmsRoute = createRoute({
  method: 'get',
  path: '/api/me/alarms',
  summary: 'What is wrong now in jobs that concern the signed-in person, the worst first',
  responses,
})

/** Only ever about whoever asks: the person comes from the session and from nowhere else. */
export const createMeRoutes = ({ database, clock, rulebooks }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>()
  routes.openapi(dutiesRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    // An account without a person takes no part in any job; that is an answer, and no empty list to be misread.
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    return c.json({ ...(await database.withPlant(plantId, (tx) => readMyDuties(tx, personId, clock()))) }, 200)
  })
  routes.openapi(jobsRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    return c.json({ ...(await database.withPlant(plantId, (tx) => readMyJobs(tx, personId, clock()))) }, 200)
  })
  routes.openapi(alarmsRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    return c.json(
      { ...(await database.withPlant(plantId, (tx) => readMyAlarms(tx, personId, clock(), rulebooks))) },
      200,
    )
  })
  return routes
}
