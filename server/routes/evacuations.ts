import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { callEvacuation, countHead, endEvacuation, standingEvacuations } from '#contract/evacuations.ts'
import { mayCallOff } from '#core/place/evacuation.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { evacuate } from '../evacuate.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { countSafe, endEvacuation as end, missingHeads, readStanding } from '../store/evacuations.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const param = z.object({ evacuation: z.string().min(1).max(80) })
const answered = { content: { 'application/json': { schema: standingEvacuations } } }
const json = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

const readRoute = createRoute({
  method: 'get',
  path: '/api/evacuations',
  summary: 'Evacuations that stand, with whom nobody has seen safe yet',
  responses: { 200: { description: 'What stands', ...answered } },
})
const callRoute = createRoute({
  method: 'post',
  path: '/api/evacuations',
  summary: 'Clear an area: every job in it stops; open to everybody who is signed in',
  request: json(callEvacuation),
  responses: { 201: { description: 'Called', ...answered } },
})
const headRoute = createRoute({
  method: 'post',
  path: '/api/evacuations/{evacuation}/heads',
  summary: 'Say that somebody was seen safe',
  request: { params: param, ...json(countHead) },
  responses: { 200: { description: 'Counted', ...answered }, 404: { description: 'Nobody looks for this person' } },
})
const endRoute = createRoute({
  method: 'post',
  path: '/api/evacuations/{evacuation}/end',
  summary: 'Call it off: with people still missing only when a note says why',
  request: { params: param, ...json(endEvacuation) },
  responses: {
    200: { description: 'Called off', ...answered },
    409: { description: 'Somebody has not been seen safe, or it has been called off already' },
  },
})

/** Who may say that it is over. Calling one is anybody's right. */
const mayEnd = ['safety-officer', 'workshop-director', 'approver'] as const

export const createEvacuationRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  const standing = async (plantId: Parameters<typeof database.withPlant>[0]) => ({
    evacuations: [...(await database.withPlant(plantId, readStanding))],
  })

  routes.openapi(readRoute, async (c) => c.json(await standing(requireSession(c, readers).plantId), 200))

  routes.openapi(callRoute, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    const timeZone = await database.withPlant(plantId, readTimeZone)
    const call = { ...c.req.valid('json'), id: newId(), by: personId }
    await evacuate(database, plantId, call, { rulebooks, timeZone, clock })
    return c.json(await standing(plantId), 201)
  })

  routes.openapi(headRoute, async (c) => {
    const { plantId, accountId } = requireSession(c, readers)
    const { evacuation: id } = c.req.valid('param')
    const { person } = c.req.valid('json')
    const isKnown = await database.withPlant(plantId, (tx) =>
      countSafe(tx, { id, person, by: accountId, now: clock() }),
    )
    if (!isKnown) throw new HttpProblem(404, 'not-found')
    return c.json(await standing(plantId), 200)
  })

  routes.openapi(endRoute, async (c) => {
    const { plantId, accountId } = requireSession(c, mayEnd)
    const { evacuation: id } = c.req.valid('param')
    const { note } = c.req.valid('json')
    await database.withPlant(plantId, async (tx) => {
      const missing = await missingHeads(tx, id)
      if (!mayCallOff(missing.length, note))
        throw new HttpProblem(409, 'people-unaccounted', [
          {
            path: 'note',
            code: 'not-seen-safe',
            params: { people: missing.join(', ') },
          },
        ])
      if (!(await end(tx, { id, by: accountId, note, now: clock() }))) throw new HttpProblem(409, 'evacuation-over')
    })
    return c.json(await standing(plantId), 200)
  })
  return routes
}
