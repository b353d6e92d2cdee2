import { createHash } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { documentHeaders, documentReceipt } from '#contract/documents.ts'
import { jobId, shortText } from '#contract/values.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { countDocuments, findDocument, insertDocument } from '../documents/document-rows.ts'
import { documentLimits, documentTypes, inspectDocument, type DocumentProblem } from '../documents/inspect-document.ts'
import { readCapturedWork } from '../evidence/captured-work.ts'
import { hashOf, parseContentHash } from '../evidence/content-store.ts'
import { newId } from '../ids.ts'
import { answerProblem, HttpProblem } from '../problem.ts'
import { mayCommand, readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce } from '../store/answer-once.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** Where a plan is handed in, larger than nearly any other request. */
const documentsPath = '/api/jobs/:job/documents'
export const isDocumentUpload = (path: string): boolean => /^\/api\/jobs\/[^/]+\/documents$/.test(path)
/** Corrections of a plan are new files; more than this is no correction any more. */
const documentsPerJobMax = 50

const uploadRoute = createRoute({
  method: 'post',
  path: '/api/jobs/{job}/documents',
  summary: 'Hand in a written plan; the body is the file, told by its content and not by its name',
  request: {
    params: z.object({ job: jobId }),
    headers: documentHeaders,
    body: {
      required: true,
      content: Object.fromEntries(
        [...documentTypes, 'application/octet-stream'].map((type) => [
          type,
          { schema: { type: 'string', format: 'binary' } },
        ]),
      ),
    },
  },
  responses: {
    201: { description: 'Kept', content: { 'application/json': { schema: documentReceipt } } },
    404: { description: 'No such job in this plant' },
    409: { description: 'The job is over, or has too many files' },
    422: { description: 'Refused: what the file is, and what it may be' },
  },
})
const readRoute = createRoute({
  method: 'get',
  path: '/api/documents/{document}',
  summary: 'A plan as it was handed in, to the byte',
  request: { params: z.object({ document: shortText }) },
  responses: { 200: { description: 'The file' }, 404: { description: 'No such document in this plant' } },
})

export const createDocumentRoutes = ({ database, evidence, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.use(documentsPath, limitOfDocument)
  routes.openapi(uploadRoute, async (c) => {
    const session = requireSession(c, mayCommand.RecordPreparation)
    const { personId, plantId } = session
    if (personId === null) throw new HttpProblem(403, 'account-without-person')
    const { job } = c.req.valid('param')
    const { 'document-name': name, 'idempotency-key': key } = c.req.valid('header')
    const bytes = Buffer.from(await c.req.arrayBuffer())
    const found = await inspectDocument(bytes)
    if (!found.accepted) throw new HttpProblem(422, found.problem, [fieldOf(found.problem)])
    const contentHash = hashOf(bytes)
    const { response } = await answerOnce(database, session, { key, body: { job, name, contentHash } }, async (tx) => {
      const work = await readCapturedWork(tx, job)
      if (work === undefined) throw new HttpProblem(404, 'job-unknown')
      if (work.status === 'closed' || work.status === 'cancelled') throw new HttpProblem(409, 'job-over')
      if ((await countDocuments(tx, job)) >= documentsPerJobMax) throw new HttpProblem(409, 'too-many-documents')
      // The file first: a row whose file is missing would be damage, a file without a row is only a file.
      await evidence.keepFile(plantId, bytes)
      const document = newId<string>(clock())
      const kept = { name, mime: found.type, byteCount: bytes.byteLength, contentHash }
      await insertDocument(tx, { id: document, job, ...kept }, { person: personId, at: clock() })
      return { status: 201, response: { document, ...kept } }
    })
    return c.json(response as z.infer<typeof documentReceipt>, 201)
  })

  routes.openapi(readRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const found = await database.withPlant(plantId, (tx) => findDocument(tx, c.req.valid('param').document))
    const hash = found && parseContentHash(found.contentHash)
    const bytes = hash && (await evidence.readFile(plantId, hash))
    if (found === undefined || bytes === undefined) throw new HttpProblem(404, 'document-unknown')
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': found.mime,
      // Saved and not opened here: whatever a stranger's file carries, it runs in no page of ours.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
      digest: `sha-256=${createHash('sha256').update(bytes).digest('base64')}`,
    })
  })
  return routes
}

const fieldOf = (code: DocumentProblem) => ({ path: 'body', code })

/** A little above the limit, so that a file which is just too large is refused by name and number. */
const limitOfDocument = bodyLimit({
  maxSize: documentLimits.bytesMax + 65_536,
  onError: (c) => answerProblem(c, new HttpProblem(422, 'document-too-large', [fieldOf('document-too-large')])),
})
