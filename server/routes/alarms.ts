import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { alarmQuery, closeAlarmRequest } from '#contract/alarms.ts'
import { factStands } from '#core/alarms/fact-stands.ts'
import { id, type JobId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { handle } from '../handle.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role } from '../session/sign-in.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { lockScopes } from '../store/scopes.ts'
import { findAlarm, readAlarmPage } from '../views/alarm-list.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Whoever answers for the work or for safety; the guardian who watches does not close what watching found. */
const closers: readonly Role[] = ['crew-leader', 'approver', 'safety-officer', 'workshop-director']

const listRoute = createRoute({
  method: 'get',
  path: '/api/alarms',
  summary: 'Alarms of all jobs by code, unit and state',
  request: { query: alarmQuery },
  responses: { 200: { description: 'One page, as contract/alarms.ts says' } },
})
const closeRoute = createRoute({
  method: 'post',
  path: '/api/alarms/{alarm}/close',
  summary: 'Close an alarm with what became of it; the same again changes nothing',
  request: {
    params: z.object({ alarm: z.string().min(1).max(80) }),
    body: { required: true, content: { 'application/json': { schema: closeAlarmRequest } } },
  },
  responses: {
    200: {
      description: 'Closed',
      content: { 'application/json': { schema: z.object({ closed: z.boolean() }) } },
    },
  },
})

export const createAlarmRoutes = ({ database, rulebooks, clock, wakeOutbox }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(listRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    return c.json(await database.withPlant(plantId, (tx) => readAlarmPage(tx, c.req.valid('query'), clock())), 200)
  })

  routes.openapi(closeRoute, async (c) => {
    const { plantId, personId } = requireSession(c, closers)
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    const { occurredAt, result } = c.req.valid('json')
    const { alarm } = c.req.valid('param')
    await database.withPlant(plantId, async (tx) => {
      const found = await findAlarm(tx, alarm, clock())
      if (found === undefined) throw new HttpProblem(404, 'not-found')
      await lockScopes(tx, [`job:${found.job}`])
      // Two who close it at once, or the fact and a person: the first ending stays.
      if (!(await findAlarm(tx, alarm, clock()))?.isOpen) return
      if (await stillStands(tx, found, clock(), rulebooks)) throw new HttpProblem(409, 'alarm-fact-stands')
      const { decision } = await handle(
        tx,
        id<JobId>(found.job),
        { type: 'CloseAlarm', by: personId, occurredAt, alarm: found.key, result },
        { rulebooks, timeZone: await readTimeZone(tx), clock },
      )
      if (!decision.accepted) throw new HttpProblem(422, 'request-refused')
    })
    wakeOutbox()
    return c.json({ closed: true }, 200)
  })
  return routes
}

/** Without the job's rules nobody can tell, and what cannot be told is not closed. */
const stillStands = async (
  tx: Tx,
  { job: jobId, key }: { readonly job: string; readonly key: string },
  now: EpochMs,
  rulebooks: Rulebooks,
): Promise<boolean> => {
  const history = (await readEvents(tx, jobId)).map(({ event }) => event)
  const job = replay(history, id<JobId>(jobId))
  const rulebook = await rulebooks.pinned(tx, 'record' in job ? job.record.rulebook : null)
  return rulebook === null || factStands(key, job, history, rulebook, now)
}
