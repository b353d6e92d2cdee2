import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { jobId, placeId } from '#contract/values.ts'
import { id, type JobId, type PlaceId, type PlantId } from '#core/ids.ts'
import type { StopWork } from '#core/job/commands.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { handleStop } from '../handle.ts'
import { HttpProblem } from '../problem.ts'
import type { Sql, Tx } from '../store/database.ts'
import { readStopBody } from './read-stop-body.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const plant = z.string().min(1).max(60)
const answer = z.record(z.string(), z.unknown())

const jobRoute = createRoute({
  method: 'post',
  path: '/api/plants/{plant}/jobs/{job}/stop',
  summary: 'Stop the work: never refused, signed in or not',
  request: { params: z.object({ plant, job: jobId }) },
  responses: { 202: { description: 'Recorded', content: { 'application/json': { schema: answer } } } },
})
const placeRoute = createRoute({
  method: 'post',
  path: '/api/plants/{plant}/places/{place}/stop',
  summary: 'Stop all work at a place and within it, as the code at its entrance asks: never refused, signed in or not',
  request: { params: z.object({ plant, place: placeId }) },
  responses: {
    202: { description: 'Recorded, and for how many jobs', content: { 'application/json': { schema: answer } } },
  },
})

/** A stop comes through whatever it brings along: its own reader bounds what is read. */
export const isStop = (path: string): boolean => /^\/api\/plants\/[^/]+\/(?:jobs|places)\/[^/]+\/stop$/.test(path)

export const createStopRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  const readStop = async (c: Context<AppEnv>): Promise<{ command: StopWork; isWhole: boolean }> => {
    const { isWhole, occurredAt, reason, note, device, position } = await readStopBody(c.req.raw)
    const now = clock()
    const command: StopWork = {
      type: 'StopWork',
      by: c.get('session')?.personId ?? null,
      occurredAt: occurredAt !== undefined && occurredAt <= now ? occurredAt : now,
      reason: reason ?? 'stop-work',
      note,
      ...(device === undefined ? {} : { device }),
      ...(position === undefined ? {} : { position }),
    }
    return { command, isWhole }
  }
  const stop = (plantId: PlantId, job: JobId, command: StopWork): Promise<number> =>
    handleStop(database.withPlant, plantId, job, command, { rulebooks, timeZone: 'UTC', clock }).catch(
      async (error: unknown) => {
        // Looked for only now: where the plant is known, nothing stands between a stop and its record.
        throw (await isPlant(database.plants, plantId)) ? error : new HttpProblem(404, 'plant-unknown')
      },
    )

  routes.openapi(jobRoute, async (c) => {
    const { plant: named, job } = c.req.valid('param')
    const { command, isWhole } = await readStop(c)
    const version = await stop(c.get('session')?.plantId ?? id(named), job, command)
    return c.json({ recorded: true, version, isWhole }, 202)
  })

  routes.openapi(placeRoute, async (c) => {
    const { plant: named, place } = c.req.valid('param')
    // The code says where it hangs. Somebody signed in at another plant stops the work here all the same, as a stranger.
    const plantId = id<PlantId>(named)
    const isOfPlant = c.get('session')?.plantId === plantId
    const { command: read, isWhole } = await readStop(c)
    const command = { ...read, ...(isOfPlant ? {} : { by: null }) }
    const jobs = await database.withPlant(plantId, (tx) => readOpenJobsAt(tx, place))
    // One job that cannot be written must not keep the others running; the phone asks again until all of them stand.
    const stopped = await Promise.allSettled(jobs.map((job) => stop(plantId, job, command)))
    const failed = stopped.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    return c.json({ recorded: true, stopped: stopped.length, isWhole }, 202)
  })
  return routes
}

const isPlant = async (plants: Sql, plantId: PlantId): Promise<boolean> =>
  (await plants.query('select 1 from plants where plant_id = $1', [plantId])).rowCount === 1

/** Whatever is not closed, since a start may be on its way from a phone without network; a unit's code reaches its vessels as well. */
const readOpenJobsAt = async (tx: Tx, place: PlaceId): Promise<readonly JobId[]> => {
  const { rows } = await tx.query<{ job_id: JobId }>(
    `with recursive within(place_id) as (
       select $2::text
       union
       select p.place_id from places p join within w on p.facts ->> 'parent' = w.place_id where p.plant_id = $1
     )
     select job_id from jobs where plant_id = $1 and status <> 'closed' and place_id in (select place_id from within)`,
    [tx.plantId, place],
  )
  return rows.map(({ job_id: job }) => job)
}
