import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { PersonCard } from '#contract/applying.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readers } from '../session/may.ts'
import { personCardColumns } from '../applying/candidates.ts'
import { HttpProblem } from '../problem.ts'
import { readEmployer } from '../session/own-people.ts'
import { refuseMalformed } from './refuse-malformed.ts'
import { requireSession } from '../session/require-session.ts'

const rowsMax = 50
const list = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })
const people = createRoute({
  method: 'get',
  path: '/api/people',
  summary: 'Search people by name or position',
  request: {
    query: z.object({
      search: z.string().trim().max(60).exactOptional(),
      position: z.string().max(60).exactOptional(),
    }),
  },
  responses: { 200: { description: 'People', content: { 'application/json': { schema: list } } } },
})
const ownCard = createRoute({
  method: 'get',
  path: '/api/me/card',
  summary: 'Who I am in the master tables: position, unit, shift team and employer',
  responses: {
    200: { description: 'Me', content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } } },
  },
})
const places = createRoute({
  method: 'get',
  path: '/api/places',
  summary: 'Places where work is done',
  responses: { 200: { description: 'Places', content: { 'application/json': { schema: list } } } },
})
const equipment = createRoute({
  method: 'get',
  path: '/api/equipment',
  summary: 'Gas instruments and fans',
  responses: { 200: { description: 'Equipment', content: { 'application/json': { schema: list } } } },
})

export const createPeopleRoutes = ({ database }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  routes.openapi(people, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    const { search = '', position = '' } = c.req.valid('query')
    const { rows } = await database.withPlant(plantId, async (tx) => {
      const employer = await readEmployer(tx, personId)
      // A contractor sees its own people. Of others it finds only whom it can call by the whole staff number, as a guardian who tells it theirs.
      const onlyOf = employer?.kind === 'contractor' ? employer.id : ''
      return tx.query<PersonCard>(
        `select ${personCardColumns} from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
         where p.plant_id = $1 and ($3 = '' or p.position_id = $3)
           and (p.staff_number = upper($2) or (($2 = '' or strpos(p.name, $2) > 0) and ($4 = '' or p.employer_id = $4)))
         order by p.name, p.person_id limit ${rowsMax}`,
        [plantId, search, position, onlyOf],
      )
    })
    return c.json({ rows }, 200)
  })
  routes.openapi(ownCard, async (c) => {
    const { plantId, personId } = requireSession(c, readers)
    const { rows } = await database.withPlant(plantId, (tx) =>
      tx.query<PersonCard>(
        `select ${personCardColumns} from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
         where p.plant_id = $1 and p.person_id = $2`,
        [plantId, personId],
      ),
    )
    const [card] = rows
    if (!card) throw new HttpProblem(403, 'account-without-person')
    return c.json({ ...card }, 200)
  })
  routes.openapi(places, async (c) => {
    const { plantId } = requireSession(c, readers)
    const { rows } = await database.withPlant(plantId, (tx) =>
      tx.query('select place_id as id, name, facts from places where plant_id = $1 order by name', [plantId]),
    )
    return c.json({ rows }, 200)
  })
  routes.openapi(equipment, async (c) => {
    const { plantId } = requireSession(c, readers)
    const { rows } = await database.withPlant(plantId, (tx) =>
      tx.query('select equipment_id as id, kind, name, facts from equipment where plant_id = $1 order by kind, name', [
        plantId,
      ]),
    )
    return c.json({ rows }, 200)
  })
  return routes
}
