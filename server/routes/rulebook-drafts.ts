import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { rulebookCheck, rulebookDraft, rulebookDrafts, writtenRulebook } from '#contract/rulebook.ts'
import type { PersonId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import type { Session } from '../session/sign-in.ts'
import { answerOnce } from '../store/answer-once.ts'
import type { Tx } from '../store/database.ts'
import { readNames } from '../views/names.ts'
import { refuseMalformed } from './refuse-malformed.ts'
import { judgeWritten, writers } from './rulebook-editions.ts'

/** Nobody reads more than that; whoever hands in another first closes one. */
const draftsMax = 20

const headers = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const params = z.object({ draft: z.string().min(1).max(80) })
const found = { content: { 'application/json': { schema: rulebookCheck } } }

const listRoute = createRoute({
  method: 'get',
  path: '/api/rulebook/drafts',
  summary: 'Editions that wait to be published by somebody who did not draw them up',
  responses: { 200: { description: 'Drafts', content: { 'application/json': { schema: rulebookDrafts } } } },
})
const readRoute = createRoute({
  method: 'get',
  path: '/api/rulebook/drafts/{draft}',
  summary: 'A draft as it was written, and what is wrong with it or changes by it today',
  request: { params },
  responses: { 200: { description: 'Draft', content: { 'application/json': { schema: rulebookDraft } } } },
})
const handInRoute = createRoute({
  method: 'post',
  path: '/api/rulebook/drafts',
  summary: 'Hand in an edition to be published by somebody else; refused while anything is wrong with it',
  request: { headers, body: { required: true, content: { 'application/json': { schema: writtenRulebook } } } },
  responses: {
    201: { description: 'Handed in', ...found },
    409: { description: 'Refused, with every reason', ...found },
  },
})
const publishRoute = createRoute({
  method: 'post',
  path: '/api/rulebook/drafts/{draft}/publish',
  summary: 'Publish a draft of somebody else; judged again, because the rules may have changed since',
  request: { headers, params },
  responses: {
    201: { description: 'Published', ...found },
    409: { description: 'Refused, with every reason', ...found },
  },
})
const withdrawRoute = createRoute({
  method: 'post',
  path: '/api/rulebook/drafts/{draft}/withdraw',
  summary: 'Take a draft off the list without publishing it',
  request: { headers, params },
  responses: { 200: { description: 'Withdrawn', content: { 'application/json': { schema: z.object({}) } } } },
})

type DraftRow = { readonly content: string; readonly drafted_by: PersonId; readonly is_open: boolean }

export const createRulebookDraftRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(listRoute, async (c) => {
    const { plantId, personId } = requireSession(c, writers)
    return c.json({ drafts: await database.withPlant(plantId, (tx) => readOpen(tx, personId)) }, 200)
  })

  routes.openapi(readRoute, async (c) => {
    const { plantId } = requireSession(c, writers)
    const { draft } = c.req.valid('param')
    const answer = await database.withPlant(plantId, async (tx) => {
      const { content } = await readDraft(tx, draft)
      return { text: content, check: (await judgeWritten(tx, content, rulebooks)).check }
    })
    return c.json(answer, 200)
  })

  routes.openapi(handInRoute, async (c) => {
    const session = requireSession(c, writers)
    const by = personOf(session)
    const { text } = c.req.valid('json')
    const request = { key: c.req.valid('header')['idempotency-key'], body: { text } }
    const { status, response } = await answerOnce(database, session, request, async (tx) => {
      const { check, rulebook } = await judgeWritten(tx, text, rulebooks)
      if (!rulebook || !check.mayPublish) return { status: 409, response: check }
      if ((await readOpen(tx, by)).length >= draftsMax) throw new HttpProblem(409, 'drafts-full')
      await tx.query(
        'insert into rulebook_drafts (plant_id, draft_id, edition, content, drafted_at, drafted_by) values ($1, $2, $3, $4, $5, $6)',
        [tx.plantId, newId(clock()), rulebook.edition, text, clock(), by],
      )
      return { status: 201, response: check }
    })
    return c.json(rulebookCheck.parse(response), status === 201 ? 201 : 409)
  })

  routes.openapi(publishRoute, async (c) => {
    const session = requireSession(c, writers)
    const by = personOf(session)
    const { draft } = c.req.valid('param')
    const request = { key: c.req.valid('header')['idempotency-key'], body: { publish: draft } }
    const { status, response } = await answerOnce(database, session, request, async (tx) => {
      const { content, drafted_by } = await readDraft(tx, draft)
      // Two accounts of one person are one pair of eyes.
      if (drafted_by === by) throw new HttpProblem(403, 'draft-is-own')
      const { check, rulebook } = await judgeWritten(tx, content, rulebooks)
      if (!rulebook || !check.mayPublish) return { status: 409, response: check }
      const { rowCount } = await tx.query(
        `insert into rulebook_editions (plant_id, rulebook_id, edition, effective_from, content, published_at, published_by) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [
          tx.plantId,
          rulebook.id,
          rulebook.edition,
          rulebook.effectiveFrom,
          JSON.stringify(rulebook),
          clock(),
          session.accountId,
        ],
      )
      // Somebody published under this name while we looked.
      if (rowCount === 0) return { status: 409, response: (await judgeWritten(tx, content, rulebooks)).check }
      await closeDraft(tx, draft, 'published', by, clock())
      return { status: 201, response: check }
    })
    return c.json(rulebookCheck.parse(response), status === 201 ? 201 : 409)
  })

  routes.openapi(withdrawRoute, async (c) => {
    const session = requireSession(c, writers)
    const by = personOf(session)
    const { draft } = c.req.valid('param')
    const request = { key: c.req.valid('header')['idempotency-key'], body: { withdraw: draft } }
    await answerOnce(database, session, request, async (tx) => {
      await readDraft(tx, draft)
      await closeDraft(tx, draft, 'withdrawn', by, clock())
      return { status: 200, response: {} }
    })
    return c.json({}, 200)
  })
  return routes
}

/** Of an account that stands for nobody it cannot be told whether it is somebody else's, so it neither drafts nor publishes. */
const personOf = ({ personId }: Session): PersonId => {
  if (personId === null) throw new HttpProblem(403, 'account-without-person')
  return personId
}

const readOpen = async (tx: Tx, reader: PersonId | null) => {
  const { rows } = await tx.query<{ id: string; edition: string; at: number; by: PersonId }>(
    `select draft_id as id, edition, drafted_at as at, drafted_by as by from rulebook_drafts
     where plant_id = $1 and outcome is null order by drafted_at desc, draft_id limit ${draftsMax}`,
    [tx.plantId],
  )
  const { people } = await readNames(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ by, ...row }) => ({ ...row, by: people[by] ?? by, isOwn: by === reader }))
}

/** Locked, so that of two who close it at once the second is told. */
const readDraft = async (tx: Tx, draft: string): Promise<DraftRow> => {
  const { rows } = await tx.query<DraftRow>(
    'select content, drafted_by, outcome is null as is_open from rulebook_drafts where plant_id = $1 and draft_id = $2 for update',
    [tx.plantId, draft],
  )
  if (!rows[0]) throw new HttpProblem(404, 'draft-unknown')
  if (!rows[0].is_open) throw new HttpProblem(409, 'draft-closed')
  return rows[0]
}

const closeDraft = (tx: Tx, draft: string, outcome: 'published' | 'withdrawn', by: PersonId, at: number) =>
  tx.query(
    'update rulebook_drafts set outcome = $3, closed_by = $4, closed_at = $5 where plant_id = $1 and draft_id = $2',
    [tx.plantId, draft, outcome, by, at],
  )
