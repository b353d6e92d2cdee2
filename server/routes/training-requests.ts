import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { personId } from '#contract/values.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readTrainingRequests } from '../reactions/request-make-up-training.ts'
import { readers } from '../session/may.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const request = z.object({
  person: z.string(),
  category: z.string(),
  state: z.enum(['queued', 'sent', 'declined']),
  sentAt: z.int().nullable(),
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/people/{person}/training-requests',
  summary: 'Make-up trainings asked for at the HR system, and how far each has come',
  request: { params: z.object({ person: personId }) },
  responses: {
    200: {
      description: 'Requests',
      content: { 'application/json': { schema: z.object({ requests: z.array(request) }) } },
    },
  },
})

export const createTrainingRequestRoutes = ({ database }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  routes.openapi(listRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const { person } = c.req.valid('param')
    const requests = await database.withPlant(plantId, async (tx) => {
      const { rowCount } = await tx.query('select 1 from people where plant_id = $1 and person_id = $2', [
        tx.plantId,
        person,
      ])
      if (rowCount === 0) throw new HttpProblem(404, 'person-unknown')
      return readTrainingRequests(tx, person)
    })
    return c.json({ requests: [...requests] }, 200)
  })
  return routes
}
