import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { importId } from '#contract/imports.ts'
import type { PlantId } from '#core/ids.ts'
import type { Problem } from '#core/people/ledger/problems.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { refusalOf } from '../import/file-refused.ts'
import type { ImportNotReady } from '../import/import-not-ready.ts'
import { createImportWork } from '../import/import-work.ts'
import { chooseReading } from '../import/choose-reading.ts'
import { headViewOf, importViewOf, rowsViewOf } from '../import/import-view.ts'
import { showHead } from '../import/sheet-head.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role, Session } from '../session/sign-in.ts'
import { answerOnce } from '../store/answer-once.ts'
import {
  cancelRoute,
  chooseRoute,
  commitRoute,
  createImportRoute,
  decideRoute,
  headRoute,
  listRoute,
  previewRoute,
  readRoute,
  returnedRoute,
  rowsRoute,
  undoRoute,
  uploadRoute,
} from './import-routes.ts'
import { answerLedgerProblem, wordsFor } from './ledger-problem.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Who may change the plant's people and documents. */
export const importers: readonly Role[] = ['safety-officer', 'administrator']

/** A ledger's body is streamed to disk under its own limit. */
export const isLedgerUpload = (requestPath: string): boolean => /^\/api\/imports\/[^/]+\/files$/.test(requestPath)

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
    if (response !== 'decided')
      throw new HttpProblem(409, response === 'cannot-take' ? 'finding-cannot-take' : 'finding-decided-before')
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
