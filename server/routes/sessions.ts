import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { deleteCookie, setCookie } from 'hono/cookie'
import { id, type PlantId } from '#core/ids.ts'
import { signIn, signOut } from '../session/sign-in.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { sessionCookie, requireSession } from '../session/require-session.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const who = z.object({
  plantId: z.string(),
  plant: z.object({ name: z.string(), timeZone: z.string() }),
  accountId: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  roles: z.array(z.string()),
})

const signInRoute = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'Sign in with account and password',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            plant: z.string().min(1).max(60).exactOptional(),
            login: z.string().min(1).max(80),
            password: z.string().min(1).max(200),
          }),
        },
      },
    },
  },
  responses: {
    200: { description: 'Signed in', content: { 'application/json': { schema: who } } },
    401: { description: 'Wrong account or password' },
    429: { description: 'Too many wrong attempts' },
  },
})

const whoRoute = createRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in',
  responses: {
    200: { description: 'The session', content: { 'application/json': { schema: who } } },
    401: { description: 'Nobody' },
  },
})

export const createSessionRoutes = ({
  database,
  clock,
  defaultPlant,
  isSecure,
}: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  const describe = async (session: {
    plantId: PlantId
    accountId: string
    personId: string | null
    roles: readonly string[]
  }) => {
    const { rows } = await database.withPlant(session.plantId, (tx) =>
      tx.query<{ name: string; plantName: string; timeZone: string }>(
        `select coalesce((select name from people where plant_id = $1 and person_id = $2), $3) as name,
                plants.name as "plantName", plants.time_zone as "timeZone"
         from plants where plant_id = $1`,
        [session.plantId, session.personId, session.accountId],
      ),
    )
    const found = rows[0]
    if (!found) throw new Error(`a session of no plant: ${session.plantId}`)
    return {
      ...session,
      roles: [...session.roles],
      name: found.name,
      plant: { name: found.plantName, timeZone: found.timeZone },
    }
  }

  routes.openapi(signInRoute, async (c) => {
    const { plant, login, password } = c.req.valid('json')
    const result = await signIn(
      database,
      plant === undefined ? defaultPlant : id<PlantId>(plant),
      login,
      password,
      clock(),
    )
    switch (result.outcome) {
      case 'wrong':
        throw new HttpProblem(401, 'sign-in-wrong')
      case 'locked':
        throw new HttpProblem(429, 'sign-in-locked')
      case 'signed-in':
        setCookie(c, sessionCookie, result.token, { httpOnly: true, sameSite: 'Strict', secure: isSecure, path: '/' })
        return c.json(await describe(result.session), 200)
    }
  })

  routes.openapi(whoRoute, async (c) => c.json(await describe(requireSession(c)), 200))

  routes.delete('/api/session', async (c) => {
    const session = requireSession(c)
    await signOut(database, session.plantId, c.get('token') ?? '')
    deleteCookie(c, sessionCookie)
    return c.body(null, 204)
  })
  return routes
}
