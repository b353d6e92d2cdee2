import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { refuseMalformed } from './refuse-malformed.ts'
import { requireSession } from '../session/require-session.ts'

const word = z.string().min(1).max(60)

const route = createRoute({
  method: 'get',
  path: '/api/rulebook',
  summary: 'The rulebook of the plant, as the phone runs it; or the edition that a job was submitted under',
  request: { query: z.object({ rulebook: word.optional(), edition: word.optional() }) },
  responses: {
    200: { description: 'The rulebook, as core/rulebook/rulebook.ts says' },
    404: { description: 'No such edition in this plant' },
  },
})

export const createRulebookRoutes = ({ database, rulebooks }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  routes.openapi(route, async (c) => {
    const { plantId } = requireSession(c, readers)
    const { rulebook: id, edition } = c.req.valid('query')
    const pin = id !== undefined && edition !== undefined ? { id, edition } : null
    const rulebook = await database.withPlant(plantId, (tx) =>
      pin ? rulebooks.pinned(tx, pin) : rulebooks.readable(tx, null),
    )
    if (!rulebook) throw new HttpProblem(404, 'rulebook-unknown')
    return c.json(rulebook, 200)
  })
  return routes
}
