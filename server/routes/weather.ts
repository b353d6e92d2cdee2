import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { latestWeather, weatherReading } from '#contract/weather.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { readWeather, recordWeather } from '../store/weather.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Whoever may hold up work for the weather may also say what it is. */
const watchers = ['safety-officer', 'approver', 'workshop-director', 'crew-leader'] as const
const skewMs = 60_000

const readRoute = createRoute({
  method: 'get',
  path: '/api/weather',
  summary: 'The latest weather that somebody recorded',
  responses: { 200: { description: 'Weather', content: { 'application/json': { schema: latestWeather } } } },
})
const recordRoute = createRoute({
  method: 'post',
  path: '/api/weather',
  summary: 'Record wind and sky; the same reading twice is one',
  request: { body: { required: true, content: { 'application/json': { schema: weatherReading } } } },
  responses: { 201: { description: 'Recorded', content: { 'application/json': { schema: latestWeather } } } },
})

export const createWeatherRoutes = ({ database, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  const latest = async (plantId: Parameters<typeof database.withPlant>[0]) => {
    const known = await database.withPlant(plantId, readWeather)
    const { windForce, sky, observedAt } = known ?? {}
    return windForce === undefined || sky === undefined || observedAt === undefined
      ? { reading: null }
      : { reading: { observedAt, windForce, sky: [...sky] } }
  }

  routes.openapi(readRoute, async (c) => c.json(await latest(requireSession(c, readers).plantId), 200))

  routes.openapi(recordRoute, async (c) => {
    const { plantId } = requireSession(c, watchers)
    const reading = c.req.valid('json')
    if (reading.observedAt > clock() + skewMs)
      throw new HttpProblem(422, 'request-malformed', [
        { path: 'observedAt', code: 'in-the-future', message: 'The reading lies in the future: check the clock' },
      ])
    await database.withPlant(plantId, (tx) => recordWeather(tx, reading))
    return c.json(await latest(plantId), 201)
  })
  return routes
}
