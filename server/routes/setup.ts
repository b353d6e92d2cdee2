import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { problem } from '#contract/problem.ts'
import { setupRequest, setupState } from '#contract/setup.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { hasPlant, setUpPlant } from '../setup/set-up-plant.ts'
import { forgetSetupCode, isSetupCode } from '../setup/setup-code.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Thirty-one letters to the eighth power, and five guesses a minute: nobody gets in by trying. */
const wrongTriesMax = 5
const waitMs = 60_000

const stateRoute = createRoute({
  method: 'get',
  path: '/api/setup',
  summary: 'Whether this installation waits for its first plant and administrator',
  responses: { 200: { description: 'The state', content: { 'application/json': { schema: setupState } } } },
})

const setUpRoute = createRoute({
  method: 'post',
  path: '/api/setup',
  summary: 'Create the first plant and its administrator, with the code that the console shows',
  request: { body: { required: true, content: { 'application/json': { schema: setupRequest } } } },
  responses: {
    201: { description: 'Created', content: { 'application/json': { schema: setupState } } },
    403: { description: 'Another code', content: { 'application/problem+json': { schema: problem } } },
    409: { description: 'It was set up before', content: { 'application/problem+json': { schema: problem } } },
    429: { description: 'Too many wrong codes', content: { 'application/problem+json': { schema: problem } } },
  },
})

/** Open to whoever holds the console's code, and only while there is no plant at all. */
export const createSetupRoutes = ({ database, setup, defaultPlant, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  let wrongTries = 0
  let waitUntil = 0

  routes.openapi(stateRoute, async (c) => c.json({ isNeeded: !(await hasPlant(database)) }, 200))

  routes.openapi(setUpRoute, async (c) => {
    const { code, ...plant } = c.req.valid('json')
    if (setup === null || (await hasPlant(database))) throw new HttpProblem(409, 'set-up-already')
    if (clock() < waitUntil) throw new HttpProblem(429, 'setup-code-locked')
    if (!isSetupCode(code, setup.code)) {
      wrongTries += 1
      if (wrongTries % wrongTriesMax === 0) waitUntil = clock() + waitMs
      throw new HttpProblem(403, 'setup-code-wrong')
    }
    if (!(await setUpPlant(database, defaultPlant, plant))) throw new HttpProblem(409, 'set-up-already')
    await forgetSetupCode(setup.dataDir)
    return c.json({ isNeeded: false }, 201)
  })
  return routes
}
