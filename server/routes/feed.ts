import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { feedSettings, replayRequest, resendRequest } from '#contract/feed.ts'
import { id, type JobId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readFeedSettings, switchFeedOff, writeFeedSettings } from '../feed/feed-settings.ts'
import { replayFeed } from '../feed/replay-feed.ts'
import { parkCounterpartName } from '../feed/feed-name.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role } from '../session/sign-in.ts'
import { sendAgain } from '../store/outbox.ts'
import { readFeedPage } from '../views/feed.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const watchers: readonly Role[] = ['administrator', 'safety-officer', 'management', 'auditor']
const keepers: readonly Role[] = ['administrator']
const answer = z.record(z.string(), z.unknown())
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/api/feed',
  summary: "What waits for the park's platform, what it declined and what it took last",
  responses: { 200: { description: 'The feed, as contract/feed.ts says' } },
})
const settingsRoute = createRoute({
  method: 'put',
  path: '/api/feed/settings',
  summary: 'Under which code and name the plant reports; null switches the feed off',
  request: body(feedSettings),
  responses: { 200: { description: 'Kept', content: { 'application/json': { schema: answer } } } },
})
const replayRoute = createRoute({
  method: 'post',
  path: '/api/feed/replay',
  summary: 'Queue again what was recorded since a point in time, one portion of jobs; `after` of the answer goes on',
  request: body(replayRequest),
  responses: { 202: { description: 'Queued', content: { 'application/json': { schema: answer } } } },
})
const resendRoute = createRoute({
  method: 'post',
  path: '/api/feed/resend',
  summary: 'Send one declined record again, once its cause was put right',
  request: body(resendRequest),
  responses: { 202: { description: 'Queued', content: { 'application/json': { schema: answer } } } },
})

/** A portion takes a second or two; whoever replays months sees how far it is. */
const jobsPerPortion = 50

export const createFeedRoutes = (deps: AppDependencies): OpenAPIHono<AppEnv> => {
  const { database, clock, wakeOutbox } = deps
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(pageRoute, async (c) => {
    const { plantId } = requireSession(c, watchers)
    return c.json(await database.withPlant(plantId, (tx) => readFeedPage(tx, clock())), 200)
  })

  routes.openapi(settingsRoute, async (c) => {
    const { plantId, accountId } = requireSession(c, keepers)
    const settings = c.req.valid('json')
    await database.withPlant(plantId, (tx) =>
      settings === null ? switchFeedOff(tx) : writeFeedSettings(tx, settings, { now: clock(), by: accountId }),
    )
    wakeOutbox()
    return c.json({ settings: await database.withPlant(plantId, readFeedSettings) }, 200)
  })

  routes.openapi(replayRoute, async (c) => {
    const { plantId } = requireSession(c, keepers)
    const { from, after } = c.req.valid('json')
    const replayed = await replayFeed(deps, {
      plantId,
      from,
      after: after === null ? null : id<JobId>(after),
      jobsMax: jobsPerPortion,
    })
    if (replayed === null) throw new HttpProblem(409, 'feed-off')
    wakeOutbox()
    return c.json(replayed, 202)
  })

  routes.openapi(resendRoute, async (c) => {
    const { plantId } = requireSession(c, watchers)
    const { key } = c.req.valid('json')
    if (!(await database.withPlant(plantId, (tx) => sendAgain(tx, parkCounterpartName, key, clock()))))
      throw new HttpProblem(404, 'message-unknown')
    wakeOutbox()
    return c.json({ queued: true }, 202)
  })
  return routes
}
