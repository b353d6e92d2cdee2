import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { cameraRequest, cameraStatement, recorderSigns } from '#contract/video.ts'
import { equipmentId } from '#contract/values.ts'
import type { PersonId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { answerOnce } from '../store/answer-once.ts'
import { lockScopes } from '../store/scopes.ts'
import { appendCameraState, hearCameras, keepCamera } from '../video/camera-rows.ts'
import { readVideo } from '../video/read-video.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const keepers = ['safety-officer', 'workshop-director', 'administrator'] as const
/** A recorder signs in with an account of these, of the person who answers for it. */
export const recorders = ['administrator', 'safety-officer'] as const
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
    const by = filmPersonOf(session)
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
        known.has(place) ? [] : [{ path: `places.${i}`, code: 'no-place-of-this-plant' as const, params: { place } }],
      )
      if (unknown.length > 0) throw new HttpProblem(422, 'place-unknown', unknown)
      const kept = await keepCamera(tx, camera)
      if (kept === 'other-equipment')
        throw new HttpProblem(422, 'request-malformed', [{ path: 'id', code: 'other-equipment', params: {} }])
      if (kept === 'new')
        await appendCameraState(tx, camera.id, { state: 'in-service', note: '', by, occurredAt: clock() })
    })
    return c.body(null, 204)
  })

  routes.openapi(stateRoute, async (c) => {
    const session = requireSession(c, keepers)
    const by = filmPersonOf(session)
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
      throw new HttpProblem(422, 'request-malformed', [{ path: 'at', code: 'in-the-future', params: {} }])
    await database.withPlant(plantId, async (tx) => {
      const unknown = await hearCameras(tx, cameras, at)
      if (unknown.length > 0)
        throw new HttpProblem(
          422,
          'camera-unknown',
          unknown.map((camera) => ({
            path: `cameras.${cameras.findIndex((one) => one === camera)}`,
            code: 'no-camera-of-this-plant' as const,
            params: { camera },
          })),
        )
    })
    return c.json({ heard: cameras.length }, 202)
  })

  return routes
}

export const filmPersonOf = ({ personId }: { readonly personId: PersonId | null }): PersonId => {
  if (personId === null) throw new HttpProblem(403, 'account-without-person')
  return personId
}
