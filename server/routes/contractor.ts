import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { personId } from '#contract/values.ts'
import type { EmployerId } from '#core/ids.ts'
import type { IsoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { readEmployer } from '../session/own-people.ts'
import { requireSession } from '../session/require-session.ts'
import type { Tx } from '../store/database.ts'
import { readOwnJobs, readOwnPapers, readOwnPerson } from '../views/contractor.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const papersRoute = createRoute({
  method: 'get',
  path: '/api/contractor/papers',
  summary: 'Documents of the own people that are due within a month, lapsed or not known enough of',
  responses: { 200: { description: 'As contract/contractor.ts says' } },
})
const personRoute = createRoute({
  method: 'get',
  path: '/api/contractor/people/{person}',
  summary: 'One of the own people with all documents',
  request: { params: z.object({ person: personId }) },
  responses: {
    200: { description: 'As contract/contractor.ts says' },
    404: { description: 'No such person among the own people' },
  },
})
const jobsRoute = createRoute({
  method: 'get',
  path: '/api/contractor/jobs',
  summary: 'The work that own people lead or do',
  responses: { 200: { description: 'As contract/contractor.ts says' } },
})

/** A contractor's manager: the own firm's people and work, and nobody else's. */
export const createContractorRoutes = ({ database, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  const ofOwnFirm = <T>(
    c: Context<AppEnv>,
    read: (tx: Tx, employer: EmployerId, today: IsoDate) => Promise<T>,
  ): Promise<T> => {
    const session = requireSession(c, ['contractor-manager'])
    return database.withPlant(session.plantId, async (tx) => {
      const employer = await readEmployer(tx, session.personId)
      if (employer?.kind !== 'contractor') throw new HttpProblem(403, 'account-without-person')
      return read(tx, employer.id, plantClockOf(await readTimeZone(tx)).dateOf(clock()))
    })
  }

  routes.openapi(papersRoute, async (c) => c.json(await ofOwnFirm(c, readOwnPapers), 200))
  routes.openapi(jobsRoute, async (c) =>
    c.json(await ofOwnFirm(c, (tx, employer) => readOwnJobs(tx, employer, clock())), 200),
  )
  routes.openapi(personRoute, async (c) => {
    const { person } = c.req.valid('param')
    const found = await ofOwnFirm(c, (tx, employer, today) => readOwnPerson(tx, employer, person, today))
    if (!found) throw new HttpProblem(404, 'person-unknown')
    return c.json(found, 200)
  })
  return routes
}
