import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { jobId } from '#contract/values.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role } from '../session/sign-in.ts'
import { readEvents } from '../store/events.ts'
import { toHistoryExport } from '../store/history-export.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Who must be able to prove what happened. */
const exporters: readonly Role[] = ['auditor', 'safety-officer', 'workshop-director', 'management', 'administrator']

const route = createRoute({
  method: 'get',
  path: '/api/jobs/{job}/history',
  summary: "A job's whole history as a file that verifies without this system (npm run verify)",
  request: { params: z.object({ job: jobId }) },
  responses: {
    200: {
      description: 'The history',
      content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
    },
    404: { description: 'No such job in this plant' },
  },
})

export const createHistoryRoutes = ({ database }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  routes.openapi(route, async (c) => {
    const { plantId } = requireSession(c, exporters)
    const { job } = c.req.valid('param')
    const events = await database.withPlant(plantId, (tx) => readEvents(tx, job))
    if (events.length === 0) throw new HttpProblem(404, 'job-unknown')
    c.header('Content-Disposition', `attachment; filename="${job.replaceAll(/[^A-Za-z0-9-]/g, '_')}.history.json"`)
    return c.json({ ...toHistoryExport(plantId, job, events) }, 200)
  })
  return routes
}
