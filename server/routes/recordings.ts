import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { holdParam, holdRequest, recordingParam, recordingsKept, recordingsRequest } from '#contract/video.ts'
import { mayLetGo, mayRelease } from '#core/video/hold.ts'
import { filmKeptDaysMin } from '#core/video/kept-days.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce } from '../store/answer-once.ts'
import { keepRecordings } from '../video/keep-recordings.ts'
import { findHold, findRecording, insertHold, markLetGo, markReleased } from '../video/recording-rows.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'
import { filmPersonOf, recorders } from './video.ts'

const holders = ['safety-officer', 'management', 'auditor'] as const
const releasers = ['safety-officer', 'management'] as const

const keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const answer = z.record(z.string(), z.unknown())
const done = { 200: { description: 'Done', content: { 'application/json': { schema: answer } } } }

const recordingsRoute = createRoute({
  method: 'post',
  path: '/api/recordings',
  summary: 'A recorder hands in what it keeps: stretches of film with their hashes; the same again changes nothing',
  request: { body: { required: true, content: { 'application/json': { schema: recordingsRequest } } } },
  responses: {
    200: { description: 'Kept', content: { 'application/json': { schema: recordingsKept } } },
    422: { description: 'A stretch is backwards, in the future, of an unknown camera or differs; nothing was kept' },
  },
})
const holdRoute = createRoute({
  method: 'post',
  path: '/api/recordings/{recording}/holds',
  summary: 'Hold a recording as evidence: it stays beyond its retention until it is released',
  request: {
    params: recordingParam,
    headers: keyed,
    body: { required: true, content: { 'application/json': { schema: holdRequest } } },
  },
  responses: { ...done, 404: { description: 'No such recording' }, 409: { description: 'The file is gone' } },
})
const releaseRoute = createRoute({
  method: 'post',
  path: '/api/recordings/{recording}/holds/{hold}/release',
  summary: 'Release a hold: after the retention, and not while its job has anything open',
  request: { params: holdParam, headers: keyed },
  responses: { ...done, 404: { description: 'No such hold' }, 409: { description: 'Refused, with every reason' } },
})
const letGoRoute = createRoute({
  method: 'post',
  path: '/api/recordings/{recording}/let-go',
  summary: 'The recorder has let a file go; refused before its retention ends and while it is held',
  request: { params: recordingParam },
  responses: { ...done, 404: { description: 'No such recording' }, 409: { description: 'It has to be kept' } },
})

export const createRecordingRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(recordingsRoute, async (c) => {
    const session = requireSession(c, recorders)
    const by = filmPersonOf(session)
    const kept = await database.withPlant(session.plantId, async (tx) => {
      const rulebook = await rulebooks.readable(tx, null)
      const handling = { rulebooks, timeZone: await readTimeZone(tx), clock }
      return keepRecordings(tx, c.req.valid('json'), { by, keptDaysMin: filmKeptDaysMin(rulebook) }, handling)
    })
    return c.json(kept, 200)
  })

  routes.openapi(holdRoute, async (c) => {
    const session = requireSession(c, holders)
    const by = filmPersonOf(session)
    const { recording } = c.req.valid('param')
    const { reason, job = null } = c.req.valid('json')
    const { response } = await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { recording, reason, job } },
      async (tx) => {
        const found = await findRecording(tx, recording)
        if (!found) throw new HttpProblem(404, 'recording-unknown')
        if (found.letGoAt !== null) throw new HttpProblem(409, 'recording-let-go')
        if (job !== null) {
          const known = await tx.query('select from jobs where plant_id = $1 and job_id = $2', [tx.plantId, job])
          if (known.rowCount === 0) throw new HttpProblem(422, 'job-unknown', [{ path: 'job', code: 'job-unknown' }])
        }
        const hold = newId<string>(clock())
        await insertHold(tx, { id: hold, recording, job, reason, by, at: clock() })
        return { status: 200, response: { hold } }
      },
    )
    return c.json(response as Record<string, unknown>, 200)
  })

  routes.openapi(releaseRoute, async (c) => {
    const session = requireSession(c, releasers)
    const by = filmPersonOf(session)
    const { recording, hold } = c.req.valid('param')
    await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { release: hold, recording } },
      async (tx) => {
        const found = await findHold(tx, recording, hold)
        if (!found) throw new HttpProblem(404, 'hold-unknown')
        const reasons = mayRelease(found, clock())
        if (reasons.length > 0)
          throw new HttpProblem(
            409,
            'hold-stands',
            reasons.map((reason) => ({ path: 'hold', code: reason.code, params: {} })),
          )
        await markReleased(tx, hold, by, clock())
        return { status: 200, response: { released: true } }
      },
    )
    return c.json({ released: true }, 200)
  })

  routes.openapi(letGoRoute, async (c) => {
    const { plantId } = requireSession(c, recorders)
    const { recording } = c.req.valid('param')
    await database.withPlant(plantId, async (tx) => {
      const found = await findRecording(tx, recording)
      if (!found) throw new HttpProblem(404, 'recording-unknown')
      if (found.letGoAt !== null) return
      if (!mayLetGo(found.keepUntil, found.holds.length, clock())) throw new HttpProblem(409, 'recording-must-stay')
      await markLetGo(tx, recording, clock())
    })
    return c.json({ letGo: true }, 200)
  })
  return routes
}
