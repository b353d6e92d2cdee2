import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  cameraRequest,
  cameraStatement,
  holdParam,
  holdRequest,
  recorderSigns,
  recordingParam,
  recordingsKept,
  recordingsRequest,
} from '#contract/video.ts'
import { equipmentId } from '#contract/values.ts'
import type { PersonId } from '#core/ids.ts'
import { mayLetGo, mayRelease } from '#core/video/hold.ts'
import { filmKeptDaysMin } from '#core/video/kept-days.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce } from '../store/answer-once.ts'
import { lockScopes } from '../store/scopes.ts'
import { appendCameraState, hearCameras, keepCamera } from '../video/camera-rows.ts'
import { keepRecordings } from '../video/keep-recordings.ts'
import { readVideo } from '../video/read-video.ts'
import { findHold, findRecording, insertHold, markLetGo, markReleased } from '../video/recording-rows.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const keepers = ['safety-officer', 'workshop-director', 'administrator'] as const
/** A recorder signs in with an account of these, of the person who answers for it. */
const recorders = ['administrator', 'safety-officer'] as const
const holders = ['safety-officer', 'management', 'auditor'] as const
const releasers = ['safety-officer', 'management'] as const
const skewMs = 60_000

const keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const answer = z.record(z.string(), z.unknown())
const done = { 200: { description: 'Done', content: { 'application/json': { schema: answer } } } }

const registerRoute = createRoute({
  method: 'get',
  path: '/api/video',
  summary: 'Cameras by place, their recordings and holds, and the work that is owed its film',
  responses: { 200: { description: 'As contract/video.ts says' } },
})
const keepRoute = createRoute({
  method: 'post',
  path: '/api/cameras',
  summary: 'Register a camera, or correct its row',
  request: { body: { required: true, content: { 'application/json': { schema: cameraRequest } } } },
  responses: { 204: { description: 'Kept' }, 422: { description: 'A place is unknown, or the id is other equipment' } },
})
const stateRoute = createRoute({
  method: 'post',
  path: '/api/cameras/{camera}/states',
  summary: 'Say that a camera is faulty, or that it works again',
  request: {
    params: z.object({ camera: equipmentId }),
    headers: keyed,
    body: { required: true, content: { 'application/json': { schema: cameraStatement } } },
  },
  responses: { ...done, 404: { description: 'No such camera' } },
})
const signsRoute = createRoute({
  method: 'post',
  path: '/api/cameras/signs',
  summary: 'A recorder says which cameras it records now',
  request: { body: { required: true, content: { 'application/json': { schema: recorderSigns } } } },
  responses: { 202: { description: 'Heard' }, 422: { description: 'A camera is unknown; nothing was heard' } },
})
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

export const createVideoRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(registerRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    return c.json(
      await database.withPlant(plantId, async (tx) => readVideo(tx, await rulebooks.readable(tx, null), clock())),
      200,
    )
  })

  routes.openapi(keepRoute, async (c) => {
    const session = requireSession(c, keepers)
    const by = personOf(session)
    const camera = c.req.valid('json')
    await database.withPlant(session.plantId, async (tx) => {
      // A start that relies on this camera waits, or sees the correction.
      await lockScopes(tx, ['places'])
      const { rows } = await tx.query<{ place_id: string }>(
        'select place_id from places where plant_id = $1 and place_id = any($2)',
        [tx.plantId, camera.places],
      )
      const known = new Set(rows.map(({ place_id }) => place_id))
      const unknown = camera.places.flatMap((place, i) =>
        known.has(place)
          ? []
          : [{ path: `places.${i}`, code: 'place-unknown', message: `${place} is no place of this plant` }],
      )
      if (unknown.length > 0) throw new HttpProblem(422, 'place-unknown', unknown)
      const kept = await keepCamera(tx, camera)
      if (kept === 'other-equipment')
        throw new HttpProblem(422, 'request-malformed', [
          { path: 'id', code: 'other-equipment', message: 'This number is on other equipment: choose another one' },
        ])
      if (kept === 'new')
        await appendCameraState(tx, camera.id, { state: 'in-service', note: '', by, occurredAt: clock() })
    })
    return c.body(null, 204)
  })

  routes.openapi(stateRoute, async (c) => {
    const session = requireSession(c, keepers)
    const by = personOf(session)
    const { camera } = c.req.valid('param')
    const stated = c.req.valid('json')
    await answerOnce(
      database,
      session,
      { key: c.req.valid('header')['idempotency-key'], body: { camera, ...stated } },
      async (tx) => {
        await lockScopes(tx, ['places'])
        if (!(await appendCameraState(tx, camera, { ...stated, by, occurredAt: clock() })))
          throw new HttpProblem(404, 'camera-unknown')
        return { status: 200, response: { accepted: true } }
      },
    )
    return c.json({ accepted: true }, 200)
  })

  routes.openapi(signsRoute, async (c) => {
    const { plantId } = requireSession(c, recorders)
    const now = clock()
    const { at = now, cameras } = c.req.valid('json')
    if (at > now + skewMs)
      throw new HttpProblem(422, 'request-malformed', [
        { path: 'at', code: 'in-the-future', message: 'The sign of life lies in the future: check the clock' },
      ])
    await database.withPlant(plantId, async (tx) => {
      const unknown = await hearCameras(tx, cameras, at)
      if (unknown.length > 0)
        throw new HttpProblem(
          422,
          'camera-unknown',
          unknown.map((camera) => ({
            path: `cameras.${cameras.findIndex((one) => one === camera)}`,
            code: 'unknown',
            message: `${camera} is no camera of this plant: register it first`,
          })),
        )
    })
    return c.json({ heard: cameras.length }, 202)
  })

  routes.openapi(recordingsRoute, async (c) => {
    const session = requireSession(c, recorders)
    const by = personOf(session)
    const kept = await database.withPlant(session.plantId, async (tx) => {
      const rulebook = await rulebooks.readable(tx, null)
      const handling = { rulebooks, timeZone: await readTimeZone(tx), clock }
      return keepRecordings(tx, c.req.valid('json'), { by, keptDaysMin: filmKeptDaysMin(rulebook) }, handling)
    })
    return c.json(kept, 200)
  })

  routes.openapi(holdRoute, async (c) => {
    const session = requireSession(c, holders)
    const by = personOf(session)
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
          if (known.rowCount === 0)
            throw new HttpProblem(422, 'job-unknown', [
              { path: 'job', code: 'unknown', message: 'No such job in this plant' },
            ])
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
    const by = personOf(session)
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
            reasons.map((reason) => ({ path: 'hold', code: reason.code, message: whyHeld[reason.code] })),
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

/** For whoever reads the answer of an interface; the page has words of its own. */
const whyHeld = {
  'retention-runs': 'The retention has not ended yet: release it after that day',
  'job-evidence-held': 'The job is not over, or something of it is still owed or alarming: settle that first',
  'hold-released-already': 'It was released before',
} as const

const personOf = ({ personId }: { readonly personId: PersonId | null }): PersonId => {
  if (personId === null) throw new HttpProblem(403, 'account-without-person')
  return personId
}
