import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readers } from '../session/may.ts'
import { refuseMalformed } from './refuse-malformed.ts'
import { requireSession } from '../session/require-session.ts'

const route = createRoute({
  method: 'get',
  path: '/api/rulebook',
  summary: 'The rulebook in force, as the phone runs it',
  responses: {
    200: { description: 'Rulebook', content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } } },
  },
})

export const createRulebookRoutes = ({ rulebook }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  routes.openapi(route, (c) => {
    requireSession(c, readers)
    return c.json(rulebook as unknown as { readonly [key: string]: never }, 200)
  })
  return routes
}
