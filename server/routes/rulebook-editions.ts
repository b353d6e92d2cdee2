import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { stringify } from 'yaml'
import { rulebookCheck, rulebookEditions, writtenRulebook, type RulebookEditions } from '#contract/rulebook.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { checkWritten, type Checked } from '../rulebooks/check-written.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import { readNextEdition } from '../rulebooks/next-edition.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role } from '../session/sign-in.ts'
import type { Tx } from '../store/database.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Who writes the rules of a plant. */
export const writers: readonly Role[] = ['safety-officer']

const listRoute = createRoute({
  method: 'get',
  path: '/api/rulebook/editions',
  summary: 'The editions of the plant’s rulebook, its own and those of the product',
  responses: { 200: { description: 'Editions', content: { 'application/json': { schema: rulebookEditions } } } },
})
const textRoute = createRoute({
  method: 'get',
  path: '/api/rulebook/text',
  summary: 'The rulebook in force as YAML, to be written on, or with what the product proposes for the next edition',
  request: { query: z.object({ of: z.enum(['current', 'proposed']).default('current') }) },
  responses: { 200: { description: 'YAML', content: { 'application/json': { schema: writtenRulebook } } } },
})
const body = { required: true, content: { 'application/json': { schema: writtenRulebook } } }
const checkRoute = createRoute({
  method: 'post',
  path: '/api/rulebook/check',
  summary: 'What is wrong with a proposed edition, which floors it breaks and what it changes; nothing is kept',
  request: { body },
  responses: { 200: { description: 'Findings', content: { 'application/json': { schema: rulebookCheck } } } },
})
export const createRulebookEditionRoutes = (deps: AppDependencies): OpenAPIHono<AppEnv> => {
  const { database, rulebooks } = deps
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(listRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const list = await database.withPlant(plantId, async (tx) => {
      const current = await rulebooks.readable(tx, null)
      return readEditions(tx, current, rulebooks.standardOf(current))
    })
    return c.json(list, 200)
  })

  routes.openapi(textRoute, async (c) => {
    const { plantId } = requireSession(c, writers)
    const current = await database.withPlant(plantId, (tx) => rulebooks.readable(tx, null))
    const written = c.req.valid('query').of === 'current' ? current : await readNextEdition(current)
    if (!written) throw new HttpProblem(404, 'nothing-proposed')
    return c.json({ text: stringify(written, { aliasDuplicateObjects: false, lineWidth: 0 }) }, 200)
  })

  routes.openapi(checkRoute, async (c) => {
    const { plantId } = requireSession(c, writers)
    const { text } = c.req.valid('json')
    const { check } = await database.withPlant(plantId, (tx) => judgeWritten(tx, text, rulebooks))
    return c.json(check, 200)
  })

  return routes
}

/** What is wrong with a text, against what the plant asks now and what the product asks at least. */
export const judgeWritten = async (tx: Tx, text: string, rulebooks: Rulebooks): Promise<Checked> => {
  const current = await rulebooks.readable(tx, null)
  const { editions } = await readEditions(tx, current, rulebooks.standardOf(current))
  return checkWritten(text, {
    current,
    standard: rulebooks.standardOf(current),
    taken: editions.map(({ edition }) => edition),
  })
}

const readEditions = async (tx: Tx, current: Rulebook, standard: Rulebook): Promise<RulebookEditions> => {
  const { rows } = await tx.query<{ edition: string; from: string; at: number; by: string | null }>(
    `select edition, to_char(effective_from, 'YYYY-MM-DD') as from, published_at as at, published_by as by from rulebook_editions
     where plant_id = $1 and rulebook_id = $2 order by published_at desc, edition limit 200`,
    [tx.plantId, current.id],
  )
  if (standard.id !== current.id) throw new HttpProblem(503, 'rulebook-unknown')
  const next = await readNextEdition(current)
  return {
    rulebook: current.id,
    current: current.edition,
    standard: standard.edition,
    proposed: next && !rows.some(({ edition }) => edition === next.edition) ? next.edition : null,
    editions: [
      ...rows.map(({ edition, from, at, by }) => ({
        edition,
        effectiveFrom: from,
        publishedAt: at,
        publishedBy: by,
        isOfPlant: true,
      })),
      {
        edition: standard.edition,
        effectiveFrom: standard.effectiveFrom,
        publishedAt: null,
        publishedBy: null,
        isOfPlant: false,
      },
    ],
  }
}
