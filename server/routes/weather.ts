import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { latestWeather, weatherFeedRequest, weatherReading, type WeatherFeedRequest } from '#contract/weather.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import type { Tx } from '../store/database.ts'
import { recordWeather } from '../store/weather.ts'
import { readLatestWeather } from '../views/weather.ts'
import { writeWeatherFeed } from '../weather/feed-rows.ts'
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

const feedRoute = createRoute({
  method: 'put',
  path: '/api/weather/feed',
  summary: 'By which code a feed knows this plant, and for which places its stations speak; null switches it off',
  request: { body: { required: true, content: { 'application/json': { schema: weatherFeedRequest } } } },
  responses: { 204: { description: 'Kept' }, 422: { description: 'A place is unknown, or a station stands twice' } },
})

export const createWeatherRoutes = ({ database, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(readRoute, async (c) =>
    c.json(await database.withPlant(requireSession(c, readers).plantId, readLatestWeather), 200),
  )

  routes.openapi(recordRoute, async (c) => {
    const { plantId, personId } = requireSession(c, watchers)
    const reading = c.req.valid('json')
    if (reading.observedAt > clock() + skewMs)
      throw new HttpProblem(422, 'request-malformed', [{ path: 'observedAt', code: 'in-the-future', params: {} }])
    const latest = await database.withPlant(plantId, async (tx) => {
      await recordWeather(tx, reading, { source: 'hand', by: personId }, clock())
      return readLatestWeather(tx)
    })
    return c.json(latest, 201)
  })

  routes.openapi(feedRoute, async (c) => {
    const { plantId } = requireSession(c, ['administrator'])
    const feed = c.req.valid('json')
    await database.withPlant(plantId, async (tx) => {
      const faults = feed === null ? [] : await faultsOf(tx, feed.stations)
      if (faults.length > 0) throw new HttpProblem(422, 'request-malformed', faults)
      await writeWeatherFeed(tx, feed)
    })
    return c.body(null, 204)
  })
  return routes
}

type Stations = NonNullable<WeatherFeedRequest>['stations']

const faultsOf = async (tx: Tx, stations: Stations) => {
  const { rows } = await tx.query<{ place_id: string }>('select place_id from places where plant_id = $1', [tx.plantId])
  const known = new Set(rows.map(({ place_id }) => place_id))
  return stations.flatMap(({ station, places }, i) => [
    ...(stations.findIndex((one) => one.station === station) === i
      ? []
      : [{ path: `stations.${i}.station`, code: 'twice' as const, params: { name: station } }]),
    ...places.flatMap((place, j) =>
      known.has(place)
        ? []
        : [{ path: `stations.${i}.places.${j}`, code: 'no-place-of-this-plant' as const, params: { place } }],
    ),
  ])
}
