import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { AppDependencies, AppEnv } from './app-types.ts'
import { describeApi } from './describe-api.ts'
import { answerProblem, HttpProblem } from './problem.ts'
import { createApplyingRoutes } from './routes/applying.ts'
import { createAuthorityRoutes } from './routes/authority.ts'
import { createDocumentRoutes, isDocumentUpload } from './routes/documents.ts'
import { createBlindRoutes } from './routes/blinds.ts'
import { createCalendarRoutes } from './routes/calendar.ts'
import { createRecordingRoutes } from './routes/recordings.ts'
import { createRiskLibraryRoutes } from './routes/risk-library.ts'
import { createContractorRoutes } from './routes/contractor.ts'
import { createCodeRoutes } from './routes/codes.ts'
import { createDayPlanRoutes } from './routes/day-plan.ts'
import { createEvidenceRoutes, evidencePath } from './routes/evidence.ts'
import { createAlarmRoutes } from './routes/alarms.ts'
import { createLedgerRoutes } from './routes/ledger.ts'
import { createFeedRoutes } from './routes/feed.ts'
import { createHealthRoutes } from './routes/health.ts'
import { createHistoryRoutes } from './routes/history.ts'
import { ImportNotReady } from './import/import-not-ready.ts'
import { createToldImports } from './import/told-imports.ts'
import { createImportRoutes, importNotReady, isLedgerUpload } from './routes/imports.ts'
import { createIsolationRoutes } from './routes/isolation.ts'
import { createJobRoutes } from './routes/jobs.ts'
import { createLiveRoutes } from './routes/live.ts'
import { createMeRoutes } from './routes/me.ts'
import { createContingencyRoutes } from './routes/contingencies.ts'
import { createEmergencyTicketRoutes } from './routes/emergency-tickets.ts'
import { createPaperRoutes } from './routes/paper.ts'
import { createPresenceRoutes } from './routes/presence.ts'
import { createRulebookDraftRoutes } from './routes/rulebook-drafts.ts'
import { createRulebookEditionRoutes } from './routes/rulebook-editions.ts'
import { createRulebookRoutes } from './routes/rulebook.ts'
import { createPeopleDirectoryRoutes } from './routes/people-directory.ts'
import { createPeopleRoutes } from './routes/people.ts'
import { createSessionRoutes } from './routes/sessions.ts'
import { createStandingInRoutes } from './routes/standing-in.ts'
import { createAttendanceRoutes } from './routes/attendance.ts'
import { createEvacuationRoutes } from './routes/evacuations.ts'
import { createVideoRoutes } from './routes/video.ts'
import { createWeatherRoutes } from './routes/weather.ts'
import { createSetupRoutes } from './routes/setup.ts'
import { createStopRoutes, isStop } from './routes/stops.ts'
import { createTrainingRequestRoutes } from './routes/training-requests.ts'
import { readSession } from './session/sign-in.ts'
import { sessionCookie } from './session/require-session.ts'

const bodyBytesMax = 1_000_000

/** Wires the routes; each says for itself who may call it. */
export const createApp = (deps: AppDependencies): OpenAPIHono<AppEnv> => {
  const app = new OpenAPIHono<AppEnv>()
  const told = createToldImports(deps.imports)
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return answerProblem(c, error)
    if (error instanceof ImportNotReady) return answerProblem(c, importNotReady(error))
    if (error instanceof HTTPException)
      return answerProblem(
        c,
        new HttpProblem(error.status, error.status === 400 ? 'request-unreadable' : 'request-refused'),
      )
    console.error(error)
    return answerProblem(c, new HttpProblem(500, 'server-failed'))
  })
  app.notFound((c) => answerProblem(c, new HttpProblem(404, 'not-found')))
  app.use('*', secureHeaders())
  // Pages set their clocks by this header, so it is of the clock that decides.
  app.use('*', async (c, next) => {
    await next()
    c.header('date', new Date(deps.clock()).toUTCString())
  })
  const limitBody = bodyLimit({
    maxSize: bodyBytesMax,
    onError: () => {
      throw new HttpProblem(413, 'request-too-large')
    },
  })
  // Pictures, plans and ledgers are larger than all else, and no stop is too large; their routes have limits of their own.
  app.use('/api/*', (c, next) =>
    c.req.path === evidencePath || isLedgerUpload(c.req.path) || isDocumentUpload(c.req.path) || isStop(c.req.path)
      ? next()
      : limitBody(c, next),
  )
  app.use('/api/*', async (c, next) => {
    const token = getCookie(c, sessionCookie) ?? null
    c.set('token', token)
    c.set('session', token === null ? null : await readSession(deps.database, token, deps.clock()))
    await next()
  })

  app.route('/', createHealthRoutes(deps))
  app.route('/', createSetupRoutes(deps))
  app.route('/', createSessionRoutes(deps))
  app.route('/', createApplyingRoutes(deps))
  app.route('/', createJobRoutes(deps))
  app.route('/', createStopRoutes(deps))
  app.route('/', createHistoryRoutes(deps))
  app.route('/', createPaperRoutes(deps))
  app.route('/', createContingencyRoutes(deps))
  app.route('/', createEmergencyTicketRoutes(deps))
  app.route('/', createFeedRoutes(deps))
  app.route('/', createAlarmRoutes(deps))
  app.route('/', createLedgerRoutes(deps))
  app.route('/', createMeRoutes(deps))
  app.route('/', createPresenceRoutes(deps))
  app.route('/', createLiveRoutes(deps, told.subscribe))
  app.route('/', createEvidenceRoutes(deps))
  app.route('/', createContractorRoutes(deps))
  app.route('/', createCodeRoutes(deps))
  app.route('/', createPeopleRoutes(deps))
  app.route('/', createTrainingRequestRoutes(deps))
  app.route('/', createRulebookRoutes(deps))
  app.route('/', createRulebookEditionRoutes(deps))
  app.route('/', createRulebookDraftRoutes(deps))
  app.route('/', createIsolationRoutes(deps))
  app.route('/', createAttendanceRoutes(deps))
  app.route('/', createEvacuationRoutes(deps))
  app.route('/', createBlindRoutes(deps))
  app.route('/', createVideoRoutes(deps))
  app.route('/', createRecordingRoutes(deps))
  app.route('/', createRiskLibraryRoutes(deps))
  app.route('/', createCalendarRoutes(deps))
  app.route('/', createDocumentRoutes(deps))
  app.route('/', createWeatherRoutes(deps))
  app.route('/', createStandingInRoutes(deps))
  app.route('/', createDayPlanRoutes(deps))
  app.route('/', createImportRoutes({ ...deps, imports: { ...deps.imports, ...told.steps } }))
  app.route('/', createPeopleDirectoryRoutes(deps))
  // Described when first asked for: it takes a moment, and hardly anybody asks.
  let described: object | undefined
  app.get('/api/openapi.json', (c) => c.json((described ??= describeApi(app, deps.version))))
  if (deps.authority !== undefined) app.route('/', createAuthorityRoutes(deps.authority))
  if (deps.webFolder !== null) serveWeb(app, deps.webFolder)
  return app
}

const entries: { readonly [path: string]: string } = {
  '/field': 'field.html',
  '/contractor': 'contractor.html',
  '/stop': 'stop.html',
}

/** Built files as they are; every other path belongs to one of the entries, whose own router reads the rest. */
const serveWeb = (app: OpenAPIHono<AppEnv>, folder: string): void => {
  app.use('*', serveStatic({ root: path.relative(process.cwd(), folder) || '.', index: 'desk.html' }))
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    const name = Object.keys(entries).find((prefix) => c.req.path === prefix || c.req.path.startsWith(`${prefix}/`))
    return c.html(
      await readFile(path.join(folder, name === undefined ? 'desk.html' : (entries[name] ?? 'desk.html')), 'utf8'),
    )
  })
}
