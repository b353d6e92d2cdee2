import { OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import type { SubscribeImports } from '../import/told-imports.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import { importers } from './imports.ts'

/** Screens take three missed beats for silence. */
const beatMs = 15_000

/** Tells open screens which topics changed in their plant; what changed they read anew, under their own rights. */
export const createLiveRoutes = (
  { database }: AppDependencies,
  subscribeImports: SubscribeImports,
): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>()
  routes.get('/api/live', (c) => {
    const { plantId, roles } = requireSession(c, [...readers, 'contractor-manager'])
    const mayImport = roles.some((role) => importers.includes(role))
    return streamSSE(c, async (stream) => {
      const tell = (...topics: readonly string[]) =>
        void stream.writeSSE({ event: 'changed', data: JSON.stringify({ topics }) })
      const unsubscribe = database.appended.subscribe((notice) => {
        if (notice.kind === 'gap' || notice.plant === plantId) tell('jobs')
      })
      const leaveImports = subscribeImports((notice) => {
        if (!mayImport || notice.plantId !== plantId) return
        if (notice.kind === 'progress') tell('imports')
        else tell('imports', 'import-rows')
      })
      stream.onAbort(() => {
        unsubscribe()
        leaveImports()
      })
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'beat', data: '' })
        await stream.sleep(beatMs)
      }
    })
  })
  return routes
}
