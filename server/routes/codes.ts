import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { codeReadAnswer, codeReadRequest } from '#contract/evidence.ts'
import { problem } from '#contract/problem.ts'
import { equipmentId } from '#contract/values.ts'
import { codeKinds, type CodeKind } from '#core/evidence/evidence-refusal.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { drawCodeSvg, toCodeAddress } from '../evidence/signed-code.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import type { Tx } from '../store/database.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const readRoute = createRoute({
  method: 'post',
  path: '/api/codes/read',
  summary: 'What a scanned code names, if we printed it',
  request: { body: { required: true, content: { 'application/json': { schema: codeReadRequest } } } },
  responses: {
    200: { description: 'What it names', content: { 'application/json': { schema: codeReadAnswer } } },
    422: { description: 'Not a code of this plant', content: { 'application/problem+json': { schema: problem } } },
  },
})

const drawRoute = createRoute({
  method: 'get',
  path: '/api/codes/{kind}/{id}',
  summary: 'The code to be printed, as SVG',
  request: { params: z.object({ kind: z.enum(codeKinds), id: equipmentId }) },
  responses: { 200: { description: 'An SVG' }, 404: { description: 'Nothing of this name in this plant' } },
})

export const createCodeRoutes = ({ database, codes }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(readRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const reading = codes.read(c.req.valid('json').text, plantId)
    if (!reading.accepted) throw new HttpProblem(422, reading.refusal)
    const { kind, id } = reading.content
    return c.json({ kind, id, name: await database.withPlant(plantId, (tx) => readName(tx, kind, id)) }, 200)
  })

  routes.openapi(drawRoute, async (c) => {
    const { plantId } = requireSession(c, ['safety-officer', 'administrator'])
    const { kind, id } = c.req.valid('param')
    if ((await database.withPlant(plantId, (tx) => readName(tx, kind, id))) === null)
      throw new HttpProblem(404, 'not-found')
    const code = codes.sign({ kind, plantId, id })
    // A site's code is scanned by anybody's camera, so it is an address; the others are read by our own pages.
    const text = kind === 'site' ? toCodeAddress(new URL('/stop', c.req.url).href, code) : code
    return c.body(await drawCodeSvg(text), 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
  })
  return routes
}

const nameQueries: Readonly<Record<CodeKind, string>> = {
  fan: `select name from equipment where plant_id = $1 and equipment_id = $2 and kind = 'fan'`,
  detector: `select name from equipment where plant_id = $1 and equipment_id = $2 and kind = 'instrument'`,
  place: 'select name from places where plant_id = $1 and place_id = $2',
  site: 'select name from places where plant_id = $1 and place_id = $2',
}

const readName = async (tx: Tx, kind: CodeKind, id: string): Promise<string | null> => {
  const { rows } = await tx.query<{ name: string }>(nameQueries[kind], [tx.plantId, id])
  return rows[0]?.name ?? null
}
