import { OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'

/** Screens take three missed beats for silence. */
const beatMs = 15_000

/** Tells open screens which topics changed in their plant; what changed they read anew, under their own rights. */
export const createLiveRoutes = ({ database }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>()
  routes.get('/api/live', (c) => {
    const { plantId } = requireSession(c, [...readers, 'contractor-manager'])
    return streamSSE(c, async (stream) => {
      const unsubscribe = database.appended.subscribe((notice) => {
        if (notice.kind === 'gap' || notice.plant === plantId)
          void stream.writeSSE({ event: 'changed', data: JSON.stringify({ topics: ['jobs'] }) })
      })
      stream.onAbort(unsubscribe)
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'beat', data: '' })
        await stream.sleep(beatMs)
      }
    })
  })
  return routes
}
