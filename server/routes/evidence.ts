import { createHash } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import {
  captureHeaders,
  captureReceipt,
  captureTicketAnswer,
  captureTicketRequest,
  evidenceView,
} from '#contract/evidence.ts'
import { problem } from '#contract/problem.ts'
import { evidenceId, jobId } from '#contract/values.ts'
import type { EvidenceRefusal } from '#core/evidence/evidence-refusal.ts'
import type { PersonId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { captionOf, captionOfWork } from '../evidence/caption.ts'
import { readCapturedWork } from '../evidence/captured-work.ts'
import { type EvidenceRecord, readEvidenceOf } from '../evidence/evidence-rows.ts'
import type { Claim, EvidenceStore, Receipt } from '../evidence/evidence-store.ts'
import { pictureTypes } from '../evidence/inspect-picture.ts'
import { recordingTypes } from '../evidence/inspect-recording.ts'
import { pictureLimits } from '../evidence/picture-limits.ts'
import { HttpProblem } from '../problem.ts'
import { readEvents } from '../store/events.ts'
import { field, readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import { claimKey, keepAnswer } from '../store/idempotency.ts'
import { refuseMalformed } from './refuse-malformed.ts'

export const evidencePath = '/api/evidence'

/** Long enough to walk round a vessel with gloves on, short enough that the picture is from this step. */
const ticketMinutes = 15

const ticketRoute = createRoute({
  method: 'post',
  path: '/api/jobs/{job}/capture-tickets',
  summary: 'Permission to hand in one picture for one step of a job',
  request: {
    params: z.object({ job: jobId }),
    body: { required: true, content: { 'application/json': { schema: captureTicketRequest } } },
  },
  responses: {
    201: { description: 'The ticket', content: { 'application/json': { schema: captureTicketAnswer } } },
    404: { description: 'No such job in this plant' },
    409: { description: 'The job is over' },
  },
})

const uploadRoute = createRoute({
  method: 'post',
  path: evidencePath,
  summary: 'Hand in one picture on its capture ticket; the body is the picture',
  request: {
    headers: captureHeaders,
    body: {
      required: true,
      content: Object.fromEntries(
        [...pictureTypes, ...recordingTypes].map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    },
  },
  responses: {
    201: { description: 'Taken as evidence', content: { 'application/json': { schema: captureReceipt } } },
    422: { description: 'Refused, with every reason', content: { 'application/problem+json': { schema: problem } } },
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/jobs/{job}/evidence',
  summary: 'All evidence of a job, in the order of capture',
  request: { params: z.object({ job: jobId }) },
  responses: {
    200: {
      description: 'Evidence',
      content: { 'application/json': { schema: z.object({ evidence: z.array(evidenceView) }) } },
    },
  },
})

const pictureRoute = createRoute({
  method: 'get',
  path: `${evidencePath}/{evidence}/picture`,
  summary: 'The picture for eyes, with permit, place and time written on it',
  request: {
    params: z.object({ evidence: evidenceId }),
    query: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
  },
  responses: {
    200: { description: 'A JPEG' },
    404: { description: 'No such evidence in this plant' },
    410: { description: 'The file is no longer kept' },
  },
})

const recordingRoute = createRoute({
  method: 'get',
  path: `${evidencePath}/{evidence}/recording`,
  summary: 'A reading that was spoken, as it was recorded',
  request: { params: z.object({ evidence: evidenceId }) },
  responses: {
    200: { description: 'Sound' },
    404: { description: 'No such recording in this plant' },
    410: { description: 'The file is no longer kept' },
  },
})

export const createEvidenceRoutes = ({ database, evidence, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(ticketRoute, async (c) => {
    const { plantId, personId } = requirePerson(requireSession(c, field))
    const { job } = c.req.valid('param')
    const { step } = c.req.valid('json')
    const now = clock()
    const answer = await database.withPlant(plantId, async (tx) => {
      const work = await readCapturedWork(tx, job)
      if (work === undefined) throw new HttpProblem(404, 'job-unknown')
      if (work.status === 'closed' || work.status === 'cancelled') throw new HttpProblem(409, 'job-over')
      const request = { jobId: job, step, personId, now, expiresInMinutes: ticketMinutes }
      const { token, expiresAt } = await evidence.issueCaptureTicket(tx, request)
      return { ticket: token, expiresAt, caption: [...captionOfWork(work)] }
    })
    return c.json(answer, 201)
  })

  routes.use(evidencePath, limitOfPicture)
  routes.openapi(uploadRoute, async (c) => {
    const session = requireSession(c, field)
    const { plantId, personId } = requirePerson(session)
    const headers = c.req.valid('header')
    const upload = await readUpload(c.req, evidence)
    const claim: Claim = {
      token: headers['capture-ticket'],
      jobId: headers['capture-job'],
      step: headers['capture-step'],
      personId,
      source: headers['capture-source'],
      capturedAt: headers['captured-at'],
      position: headers['capture-position'] ?? null,
      scannedText: headers['capture-code'] ?? null,
      now: clock(),
    }
    const { now: _, ...said } = claim
    const bodyHash = createHash('sha256')
      .update(canonicalJson({ ...said, content: upload.contentHash }))
      .digest('hex')
    const request = { accountId: session.accountId, key: headers['idempotency-key'], bodyHash }

    const { status, response } = await database.withPlant(plantId, async (tx) => {
      const known = await claimKey(tx, request)
      if (known.kind === 'other-body') throw new HttpProblem(422, 'idempotency-key-reused')
      if (known.kind === 'repeat') return known.answer
      const answer = toAnswer(await evidence.receive(tx, upload, claim))
      await keepAnswer(tx, request, answer)
      return answer
    })
    if (status === 201) return c.json(response as z.infer<typeof captureReceipt>, 201)
    return c.json(response as z.infer<typeof problem>, 422, {
      'content-type': 'application/problem+json; charset=utf-8',
    })
  })

  routes.openapi(listRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const records = await database.withPlant(plantId, async (tx) => {
      // An empty list of a job that is not here would read as a job without evidence.
      if ((await readEvents(tx, c.req.valid('param').job)).length === 0) throw new HttpProblem(404, 'job-unknown')
      return readEvidenceOf(tx, c.req.valid('param').job)
    })
    return c.json({ evidence: records.map(toView) }, 200)
  })

  routes.openapi(pictureRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const found = await database.withPlant(plantId, async (tx) => {
      const record = await evidence.find(tx, c.req.valid('param').evidence)
      const work = record && (await readCapturedWork(tx, record.jobId))
      return record && work && { record, caption: captionOf(work, record) }
    })
    if (found === undefined) throw new HttpProblem(404, 'evidence-unknown')
    // Gone on purpose is no mistake of the server's: the receipt and its hash still prove what was there.
    if (found.record.fileLetGoAt !== null) throw new HttpProblem(410, 'picture-not-kept')
    if (isRecording(found.record)) throw new HttpProblem(404, 'evidence-not-a-picture')
    const { size } = c.req.valid('query')
    const jpeg = await evidence.readServed(plantId, found.record, { size, caption: found.caption })
    return c.body(new Uint8Array(jpeg), 200, {
      'content-type': 'image/jpeg',
      // A shared phone's next user may not see it from the cache without asking; asking is cheap.
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'",
    })
  })

  routes.openapi(recordingRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const record = await database.withPlant(plantId, (tx) => evidence.find(tx, c.req.valid('param').evidence))
    if (record === undefined || !isRecording(record)) throw new HttpProblem(404, 'evidence-unknown')
    if (record.fileLetGoAt !== null) throw new HttpProblem(410, 'picture-not-kept')
    const sound = await evidence.readOriginal(plantId, record)
    return c.body(new Uint8Array(sound), 200, {
      'content-type': record.type,
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'",
    })
  })
  return routes
}

const isRecording = ({ type }: EvidenceRecord): boolean => recordingTypes.some((one) => one === type)

const requirePerson = <S extends { readonly personId: PersonId | null }>(
  session: S,
): S & { readonly personId: PersonId } => {
  const { personId } = session
  if (personId === null) throw new HttpProblem(403, 'account-without-person')
  return { ...session, personId }
}

/** A little above the limit of a picture, so that one which is just too large is refused by name and number. */
const limitOfPicture = bodyLimit({
  maxSize: pictureLimits.bytesMax + 65_536,
  onError: (c) => {
    const bytes = Number(c.req.header('content-length') ?? pictureLimits.bytesMax + 65_536)
    const refusals = [{ code: 'picture-too-many-bytes' as const, params: { bytes, bytesMax: pictureLimits.bytesMax } }]
    return c.json(toProblem(refusals), 422, { 'content-type': 'application/problem+json; charset=utf-8' })
  },
})

const readUpload = async (
  request: { readonly arrayBuffer: () => Promise<ArrayBuffer>; readonly header: (name: string) => string | undefined },
  evidence: EvidenceStore,
) => {
  const type = request.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  return evidence.inspect(
    Buffer.from(await request.arrayBuffer()),
    type === 'application/octet-stream' ? undefined : type,
  )
}

const toAnswer = (receipt: Receipt): { readonly status: 201 | 422; readonly response: object } => {
  if (!receipt.accepted) return { status: 422, response: toProblem(receipt.refusals) }
  const { evidence, delayMinutes, isRepeat } = receipt
  return { status: 201, response: { evidence: toView(evidence), delayMinutes, isRepeat } }
}

const toProblem = (refusals: readonly EvidenceRefusal[]) => ({
  type: 'about:holdpoint/evidence-refused',
  title: 'evidence-refused',
  status: 422,
  code: 'evidence-refused',
  refusals: [...refusals],
})

/** Without EXIF: it names devices and homes, and nobody at the site needs it. */
const toView = (record: EvidenceRecord): z.infer<typeof evidenceView> => ({
  id: record.id,
  job: record.jobId,
  step: record.step,
  person: record.personId,
  capturedAt: record.capturedAt,
  receivedAt: record.receivedAt,
  position: record.position,
  contentHash: record.contentHash,
  widthPixels: record.widthPixels,
  heightPixels: record.heightPixels,
  advice: [...record.clarity.advice],
  reuse: record.reuse,
  scanned: record.scanned,
  isFileKept: record.fileLetGoAt === null,
})
