import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { attendanceKept, attendanceRequest } from '#contract/attendance.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import { keepAttendance, unknownPeopleIn } from '../store/attendance.ts'
import { tellJobsOfLabour } from '../reactions/tell-jobs-of-labour.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const attendanceRoute = createRoute({
  method: 'post',
  path: '/api/attendance',
  summary: 'When people were on duty, by the gate or by HR; fatigue is measured by it',
  request: { body: { required: true, content: { 'application/json': { schema: attendanceRequest } } } },
  responses: {
    200: { description: 'Kept', content: { 'application/json': { schema: attendanceKept } } },
    422: { description: 'A stretch is backwards, in the future or of somebody unknown; nothing was kept' },
  },
})

const skewMs = 60_000

/** All or nothing: a file with one unknown person is not half in. */
export const createAttendanceRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  routes.openapi(attendanceRoute, async (c) => {
    const { plantId } = requireSession(c, ['administrator', 'safety-officer'])
    const request = c.req.valid('json')
    const now = clock()
    await database.withPlant(plantId, async (tx) => {
      const unknown = await unknownPeopleIn(tx, request)
      const faults = request.stretches.flatMap(({ person, from, to }, i) => [
        ...(unknown.has(person)
          ? [
              {
                path: `stretches.${i}.person`,
                code: 'nobody-of-this-plant' as const,
                params: { person },
              },
            ]
          : []),
        ...(to !== null && to <= from
          ? [
              {
                path: `stretches.${i}.to`,
                code: 'ends-before-begin' as const,
                params: {},
              },
            ]
          : []),
        ...(from > now + skewMs || (to !== null && to > now + skewMs)
          ? [
              {
                path: `stretches.${i}`,
                code: 'in-the-future' as const,
                params: {},
              },
            ]
          : []),
      ])
      if (faults.length > 0) throw new HttpProblem(422, 'request-malformed', faults)
      await keepAttendance(tx, request, now)
      const people = [...new Set(request.stretches.map(({ person }) => person))]
      await tellJobsOfLabour(tx, people, { rulebooks, timeZone: await readTimeZone(tx), clock })
    })
    return c.json({ kept: request.stretches.length }, 200)
  })
  return routes
}
