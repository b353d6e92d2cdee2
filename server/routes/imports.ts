import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  fileName,
  findingDecision,
  importId,
  importList,
  importRows,
  importView,
  indexInList,
  rowsQuery,
  sheetChoiceRequest,
  sheetHead,
  sheetHeadQuery,
} from '#contract/imports.ts'
import { problem } from '#contract/problem.ts'
import type { PlantId } from '#core/ids.ts'
import type { Problem } from '#core/people/ledger/problems.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { ImportNotReady, refusalOf } from '../import/import-service.ts'
import { createImportWork } from '../import/import-work.ts'
import { chooseReading } from '../import/choose-reading.ts'
import { headViewOf, importViewOf, rowsViewOf } from '../import/import-view.ts'
import { showHead } from '../import/sheet-head.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role, Session } from '../session/sign-in.ts'
import { answerOnce } from '../store/answer-once.ts'
import { answerLedgerProblem, wordsFor } from './ledger-problem.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Who may change the plant's people and documents. */
export const importers: readonly Role[] = ['safety-officer', 'administrator']

const path = '/api/imports'
const one = `${path}/{import}` as const
const oneParam = z.object({ import: importId })
const fileParam = oneParam.extend({ file: indexInList })
const sheetParam = fileParam.extend({ sheet: indexInList })
const keyHeader = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const refused = {
  description: 'Refused, with every reason',
  content: { 'application/problem+json': { schema: problem } },
}
const viewed = { description: 'The import', content: json(importView) }

/** A ledger's body is streamed to disk under its own limit. */
export const isLedgerUpload = (requestPath: string): boolean => /^\/api\/imports\/[^/]+\/files$/.test(requestPath)

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The last imports of ledgers',
  responses: { 200: { description: 'Imports, the newest first', content: json(importList) } },
})
const createImportRoute = createRoute({
  method: 'post',
  path,
  summary: 'Begin an import',
  request: { headers: keyHeader },
  responses: { 201: viewed },
})
const readRoute = createRoute({
  method: 'get',
  path: one,
  summary: 'An import: its files, what was guessed, how far it has come',
  request: { params: oneParam },
  responses: { 200: viewed, 404: { description: 'No such import in this plant' } },
})
const uploadRoute = createRoute({
  method: 'post',
  path: `${one}/files`,
  summary: 'Hand in one ledger; the body is the file',
  request: {
    params: oneParam,
    query: z.object({ name: fileName }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  },
  responses: { 201: viewed, 409: { description: 'The import is over' }, 422: refused },
})
const chooseRoute = createRoute({
  method: 'put',
  path: `${one}/files/{file}/sheets/{sheet}`,
  summary: 'Say how a sheet is to be read, against the guess',
  request: { params: sheetParam, body: { required: true, content: json(sheetChoiceRequest) } },
  responses: { 200: viewed, 409: { description: 'The import is over' }, 422: refused },
})
const headRoute = createRoute({
  method: 'get',
  path: `${one}/files/{file}/sheets/{sheet}/head`,
  summary: 'The first rows of a sheet, for saying which is the header, and what its columns seem to mean there',
  request: { params: sheetParam, query: sheetHeadQuery },
  responses: {
    200: { description: 'Rows, with long numbers hidden', content: json(sheetHead) },
    404: { description: 'No such sheet' },
    409: { description: 'The import is over' },
  },
})
const previewRoute = createRoute({
  method: 'post',
  path: `${one}/preview`,
  summary: 'Judge every row; its progress is read from the import',
  request: { params: oneParam },
  responses: { 202: viewed, 409: { description: 'Not possible now' } },
})
const commitRoute = createRoute({
  method: 'post',
  path: `${one}/commit`,
  summary: 'Take every good row over; its progress is read from the import',
  request: { params: oneParam, headers: keyHeader },
  responses: { 202: viewed, 409: { description: 'Not possible now' } },
})
const cancelRoute = createRoute({
  method: 'post',
  path: `${one}/cancel`,
  summary: 'Break off what the import is doing; nothing of it stays',
  request: { params: oneParam },
  responses: { 200: viewed },
})
const undoRoute = createRoute({
  method: 'post',
  path: `${one}/undo`,
  summary: 'Put back what was there before, within a day',
  request: { params: oneParam, headers: keyHeader },
  responses: { 200: viewed, 409: refused },
})
const rowsRoute = createRoute({
  method: 'get',
  path: `${one}/rows`,
  summary: 'Rows by outcome, each with its reasons',
  request: { params: oneParam, query: rowsQuery },
  responses: { 200: { description: 'Rows', content: json(importRows) } },
})
const decideRoute = createRoute({
  method: 'post',
  path: `${one}/findings`,
  summary: 'Settle a contradiction: take the ledger’s value or keep what is known',
  request: { params: oneParam, headers: keyHeader, body: { required: true, content: json(findingDecision) } },
  responses: { 200: viewed, 404: { description: 'No such finding' }, 409: { description: 'Decided before' } },
})
const returnedRoute = createRoute({
  method: 'get',
  path: `${one}/files/{file}/returned`,
  summary: 'The uploaded file with the reason beside each row that was not taken over',
  request: { params: fileParam },
  responses: { 200: { description: 'A file like the uploaded one' }, 404: { description: 'No such file' } },
})

export const createImportRoutes = ({ database, imports }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  const work = createImportWork(imports)

  /** The object check of every route: the import belongs to the session's plant, or there is none. */
  const viewOf = async (plantId: PlantId, importKey: string) => {
    // Before the record: a step that ended in between would otherwise show as over, with the state from before it.
    const progress = imports.progress(importKey)
    const record = await imports.read(plantId, importKey)
    if (!record) throw new HttpProblem(404, 'import-unknown')
    return importViewOf(record, {
      findingsOpen: await imports.openFindings(plantId, importKey),
      work: progress,
      interruption: work.interruption(importKey),
    })
  }
  const once = (c: Context<AppEnv>, session: Session, body: object, effect: () => Promise<number>) =>
    answerOnce(database, session, { key: c.req.header('idempotency-key') ?? '', body }, async () => ({
      status: await effect(),
      response: {},
    }))

  routes.openapi(listRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    const records = await imports.list(plantId)
    const rows = records.map(({ importId: key, files, ...record }) => ({
      ...record,
      id: key,
      files: files.map(({ name }) => name),
      work: imports.progress(key),
    }))
    return c.json({ imports: rows }, 200)
  })

  routes.openapi(createImportRoute, async (c) => {
    const session = requireSession(c, importers)
    const { response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { create: 'import' } },
      async () => {
        const created = await imports.create(session.plantId, session.accountId)
        return { status: 201, response: { id: created.importId } }
      },
    )
    return c.json(await viewOf(session.plantId, z.object({ id: importId }).parse(response).id), 201)
  })

  routes.openapi(readRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    return c.json(await viewOf(plantId, c.req.valid('param').import), 200)
  })

  routes.openapi(uploadRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    const { import: importKey } = c.req.valid('param')
    await viewOf(plantId, importKey)
    const { body } = c.req.raw
    const content = body === null ? Readable.from([]) : Readable.fromWeb(body as NodeStream<Uint8Array>)
    try {
      await imports.addFile(plantId, importKey, c.req.valid('query').name, content)
    } catch (error) {
      const reason = refusalOf(error)
      if (reason === undefined) throw error
      return answerLedgerProblem(c, 422, 'ledger-refused', [reason])
    }
    return c.json(await viewOf(plantId, importKey), 201)
  })

  routes.openapi(headRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    const { import: importKey, file, sheet } = c.req.valid('param')
    await viewOf(plantId, importKey)
    const kept = await imports.sheetOf(plantId, importKey, { fileIndex: file, sheetIndex: sheet })
    const { first, last, ledger } = c.req.valid('query')
    const place = first === undefined ? undefined : { firstRow: first, lastRow: last ?? first }
    c.header('cache-control', 'private, no-store')
    return c.json(headViewOf(await showHead(kept, place, ledger)), 200)
  })

  routes.openapi(chooseRoute, async (c) => {
    const { plantId, accountId } = requireSession(c, importers)
    const { import: importKey, file, sheet } = c.req.valid('param')
    await viewOf(plantId, importKey)
    const address = { fileIndex: file, sheetIndex: sheet }
    const choice = await chooseReading(await imports.sheetOf(plantId, importKey, address), c.req.valid('json'))
    if (!choice.ok) return answerLedgerProblem(c, 422, 'ledger-refused', choice.problems)
    await imports.choose(plantId, importKey, address, choice.choice, accountId)
    return c.json(await viewOf(plantId, importKey), 200)
  })

  routes.openapi(previewRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    const { import: importKey } = c.req.valid('param')
    await viewOf(plantId, importKey)
    await work.begin('preview', plantId, importKey)
    return c.json(await viewOf(plantId, importKey), 202)
  })

  routes.openapi(commitRoute, async (c) => {
    const session = requireSession(c, importers)
    const { import: importKey } = c.req.valid('param')
    await viewOf(session.plantId, importKey)
    await once(c, session, { commit: importKey }, async () => {
      await work.begin('commit', session.plantId, importKey)
      return 202
    })
    return c.json(await viewOf(session.plantId, importKey), 202)
  })

  routes.openapi(cancelRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    const { import: importKey } = c.req.valid('param')
    await viewOf(plantId, importKey)
    imports.cancel(importKey)
    return c.json(await viewOf(plantId, importKey), 200)
  })

  routes.openapi(undoRoute, async (c) => {
    const session = requireSession(c, importers)
    const { import: importKey } = c.req.valid('param')
    await viewOf(session.plantId, importKey)
    work.forget(importKey)
    const { status, response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { undo: importKey } },
      async () => {
        const result = await imports.undo(session.plantId, importKey)
        return result.done ? { status: 200, response: [] } : { status: 409, response: result.problems }
      },
    )
    if (status === 409) return answerLedgerProblem(c, 409, 'undo-refused', response as readonly Problem[])
    return c.json(await viewOf(session.plantId, importKey), 200)
  })

  routes.openapi(rowsRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    const { import: importKey } = c.req.valid('param')
    await viewOf(plantId, importKey)
    const { file, sheet, ...query } = c.req.valid('query')
    const page = await imports.rows(plantId, importKey, { ...query, fileIndex: file, sheetIndex: sheet })
    return c.json(rowsViewOf(page, await imports.findings(plantId, importKey)), 200)
  })

  routes.openapi(decideRoute, async (c) => {
    const session = requireSession(c, importers)
    const { import: importKey } = c.req.valid('param')
    const request = c.req.valid('json')
    await viewOf(session.plantId, importKey)
    const { file, sheet, row, decision } = request
    const { response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { decide: importKey, ...request } },
      async () => ({
        status: 200,
        response: await imports.decide(
          session.plantId,
          importKey,
          { fileIndex: file, sheetIndex: sheet, row },
          decision,
          session.accountId,
        ),
      }),
    )
    if (response === 'unknown') throw new HttpProblem(404, 'finding-unknown')
    if (response !== 'decided') throw new HttpProblem(409, `finding-${String(response)}`)
    return c.json(await viewOf(session.plantId, importKey), 200)
  })

  routes.openapi(returnedRoute, async (c) => {
    const { plantId } = requireSession(c, importers)
    const { import: importKey, file } = c.req.valid('param')
    const returned = await imports.returned(plantId, importKey, file, wordsFor(c))
    if (!returned) throw new HttpProblem(404, 'import-unknown')
    return c.body(Readable.toWeb(Readable.from(returned.bytes)) as unknown as ReadableStream, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(returned.name)}`,
      'cache-control': 'private, no-store',
    })
  })
  return routes
}

/** A step that comes too early, too late or twice says what state the import is in. */
export const importNotReady = ({ status }: ImportNotReady): HttpProblem =>
  status === 'unknown' ? new HttpProblem(404, 'import-unknown') : new HttpProblem(409, `import-is-${status}`)
