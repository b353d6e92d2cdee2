import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { permitId } from '#contract/values.ts'
import { id, type PlantId } from '#core/ids.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { drawCodeSvg } from '../evidence/signed-code.ts'
import { describePermit } from '../paper/describe-permit.ts'
import { findDrawings, readHands } from '../paper/hands.ts'
import { findPermit, readPermitRecord, toLocalMinute } from '../paper/read-permit.ts'
import { verificationPage, type Verification } from '../paper/verification-page.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { readEmployer } from '../session/own-people.ts'
import { requireSession } from '../session/require-session.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const paperRoute = createRoute({
  method: 'get',
  path: '/api/permits/{permit}/paper',
  summary: 'The permit as a PDF in the layout of its form, in three copies',
  request: { params: z.object({ permit: permitId }) },
  responses: { 200: { description: 'A PDF' }, 404: { description: 'No such permit in this plant, or not yours' } },
})

const verifyRoute = createRoute({
  method: 'get',
  path: '/verify/{plant}/{permit}',
  summary: 'What a printed permit must say, for anyone who scans its code; names nobody',
  request: {
    params: z.object({ plant: z.string().min(1).max(60), permit: permitId }),
    query: z.object({ code: z.string().max(60).default('') }),
  },
  responses: { 200: { description: 'A page, or JSON where that is asked for' }, 404: { description: 'Not our code' } },
})

export const createPaperRoutes = (deps: AppDependencies): OpenAPIHono<AppEnv> => {
  const { database, rulebooks, vault, clock, evidence, printer, paperCodes } = deps
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(paperRoute, async (c) => {
    const { plantId, personId } = requireSession(c, [...readers, 'contractor-manager'])
    const { permit } = c.req.valid('param')
    const { record, drawn } = await database.withPlant(plantId, async (tx) => {
      const found = await findPermit(tx, permit)
      const employer = await readEmployer(tx, personId)
      // What belongs to another firm is as unknown to a contractor as what never was.
      if (!found || (employer?.kind === 'contractor' && found.job.record.application.workUnit !== employer.id))
        throw new HttpProblem(404, 'not-found')
      return {
        record: await readPermitRecord(tx, found, { rulebooks, vault, now: clock() }),
        drawn: await findDrawings(tx, found.handwriting, evidence),
      }
    })
    const address = paperCodes.addressOf(new URL(c.req.url).origin, plantId, permit)
    const hands = await readHands(plantId, drawn, evidence)
    const pdf = printer.print(describePermit({ ...record, hands }, await drawCodeSvg(address)))
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${record.permit.number.replaceAll(/[^A-Za-z0-9-]/g, '_')}.pdf"`,
      'cache-control': 'private, no-store',
    })
  })

  routes.openapi(verifyRoute, async (c) => {
    const { plant, permit } = c.req.valid('param')
    if (!paperCodes.isGenuine(plant, permit, c.req.valid('query').code)) throw new HttpProblem(404, 'not-found')
    const verification = await database.withPlant(id<PlantId>(plant), async (tx): Promise<Verification> => {
      const found = await findPermit(tx, permit)
      if (!found) throw new HttpProblem(404, 'not-found')
      const { job, lastHash } = found
      const timeZone = await readTimeZone(tx)
      const { operations } = await rulebooks.readable(tx, job.record.rulebook)
      const operation = operations[found.permit.operation]
      const { from, to } = job.record.application.window
      return {
        number: found.permit.number,
        operation: operation?.name.zh ?? found.permit.operation,
        level: operation?.levels.find((one) => one.id === found.permit.level)?.name.zh ?? found.permit.level,
        status: job.status,
        validFrom: toLocalMinute(from, timeZone),
        validTo: toLocalMinute(to, timeZone),
        isExpired: to <= clock(),
        lastHash,
        readAt: toLocalMinute(clock(), timeZone),
      }
    })
    const wantsPage = c.req.header('accept')?.includes('text/html') ?? false
    return wantsPage ? c.html(verificationPage(verification), 200) : c.json(verification, 200)
  })
  return routes
}
