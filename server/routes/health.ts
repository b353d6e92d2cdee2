import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { PlantId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { readClockState } from '../views/clock-state.ts'

const clockRoute = createRoute({
  method: 'get',
  path: '/api/clock',
  summary: "The server's clock, and how far it is behind its own records",
  responses: { 200: { description: 'As contract/clock.ts says' } },
})

/** Whether the server answers and its clock is right: for who watches the installation, and for the screens. */
export const createHealthRoutes = ({ database, clock, version }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>()

  const look = async () => {
    const { rows } = await database.plants.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    const { rows: plants } = await database.plants.query<{ plant_id: PlantId }>('select plant_id from plants')
    const states = await Promise.all(
      plants.map(({ plant_id }) => database.withPlant(plant_id, (tx) => readClockState(tx, clock()))),
    )
    return {
      engine: { engine: 'postgresql', version: rows[0]?.version ?? '' },
      behindSeconds: Math.max(0, ...states.map((state) => state.behindSeconds ?? 0)),
    }
  }

  routes.get('/healthz', async (c) => {
    const now = clock()
    // A watcher wants to be told, in the same form as ever, that the database does not answer; why stands in the log.
    const seen = await look().catch((error: unknown) => {
      console.error(error)
      return null
    })
    if (seen === null)
      return c.json({ status: 'database-down', version, database: null, clock: { now, behindSeconds: null } }, 503)
    const { engine, behindSeconds } = seen
    return c.json({
      status: behindSeconds > 0 ? 'clock-behind' : 'ok',
      version,
      database: engine,
      clock: { now, behindSeconds: behindSeconds > 0 ? behindSeconds : null },
    })
  })

  routes.openapi(clockRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    return c.json({ ...(await database.withPlant(plantId, (tx) => readClockState(tx, clock()))) }, 200)
  })
  return routes
}
