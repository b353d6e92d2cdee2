import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { batchRequest, entryRequest, type EmergencyTicketView } from '#contract/contingencies.ts'
import { id, type EmployerId, type JobId, type PermitId } from '#core/ids.ts'
import { answerRefusal } from '../applying/answered-refusal.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { checkTicket, countFailure, markEntered, printBatch } from '../contingency/emergency-tickets.ts'
import { handle } from '../handle.ts'
import { newId } from '../ids.ts'
import type { ProblemCode } from '#core/messages/requests/problems.zh-cn.ts'
import { HttpProblem } from '../problem.ts'
import { checkPin, type PinCheck } from '../session/pin.ts'
import { requireSession } from '../session/require-session.ts'
import type { Session } from '../session/sign-in.ts'
import { answerOnce } from '../store/answer-once.ts'
import { readNames } from '../views/names.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const officers = ['safety-officer'] as const
const answer = z.record(z.string(), z.unknown())

const batchRoute = createRoute({
  method: 'post',
  path: '/api/emergency-tickets',
  summary: 'Print numbered paper tickets with one-time codes; the codes stand on the paper and nowhere else',
  request: { body: { required: true, content: { 'application/json': { schema: batchRequest } } } },
  responses: { 201: { description: 'A PDF, one page a ticket' }, 422: { description: 'No such operation' } },
})
const listRoute = createRoute({
  method: 'get',
  path: '/api/emergency-tickets',
  summary: 'Tickets that were printed, and what became of them',
  responses: { 200: { description: 'As contract/contingencies.ts says' } },
})
const entryRoute = createRoute({
  method: 'post',
  path: '/api/emergency-tickets/entries',
  summary: 'Enter what was done under a paper ticket; its code serves once, and a second person looks on',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
    body: { required: true, content: { 'application/json': { schema: entryRequest } } },
  },
  responses: {
    201: { description: 'Entered', content: { 'application/json': { schema: answer } } },
    409: { description: 'Refused, with reasons', content: { 'application/json': { schema: answer } } },
    422: { description: 'Unknown ticket, wrong code, or one that was entered before' },
  },
})

const ticketsMax = 500

export const createEmergencyTicketRoutes = (deps: AppDependencies): OpenAPIHono<AppEnv> => {
  const { database, rulebooks, clock, printer } = deps
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  // Without an idempotency key: what was printed cannot be printed again, so a repeat is another batch.
  routes.openapi(batchRoute, async (c) => {
    const session = requireSession(c, officers)
    const by = personOf(session)
    const { operation, count } = c.req.valid('json')
    const paper = await database.withPlant(session.plantId, async (tx) => {
      const rules = (await rulebooks.current(tx))?.operations[operation]
      if (!rules) throw fieldProblem('operation', 'operation-unknown')
      const tickets = await printBatch(tx, { operation, prefix: rules.numberPrefix, count, by, now: clock() })
      return { operation: rules.name, tickets }
    })
    return c.body(new Uint8Array(printer.printTickets(paper)), 201, {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="emergency-tickets.pdf"',
      'cache-control': 'no-store',
    })
  })

  routes.openapi(listRoute, async (c) => {
    const { plantId } = requireSession(c, officers)
    const { rows: tickets } = await database.withPlant(plantId, (tx) =>
      tx.query<EmergencyTicketView['tickets'][number]>(
        `select t.ticket_number as number, b.operation, b.printed_at as "printedAt", t.entered_at as "enteredAt", t.job_id as job
         from emergency_tickets t join emergency_batches b on b.plant_id = t.plant_id and b.batch_id = t.batch_id
         where t.plant_id = $1 order by b.printed_at desc, t.ticket_number limit ${ticketsMax}`,
        [plantId],
      ),
    )
    return c.json({ tickets } satisfies EmergencyTicketView, 200)
  })

  routes.openapi(entryRoute, async (c) => {
    const session = requireSession(c, officers)
    const by = personOf(session)
    const { plantId } = session
    const { second, ticket, code, ...written } = c.req.valid('json')
    const supervisedBy = proven(await checkPin(database, plantId, { login: second.login }, second.pin, clock()))
    const { status, response } = await answerOnce(
      database,
      session,
      // What is secret stays out of the kept request: a repeat is told by everything else.
      { key: c.req.valid('header')['idempotency-key'], body: { ticket, ...written, second: second.login } },
      async (tx) => {
        const check = await checkTicket(tx, ticket, code)
        if (check.outcome === 'unknown') throw fieldProblem('ticket', 'emergency-ticket-unknown')
        if (check.outcome === 'used') throw fieldProblem('ticket', 'emergency-ticket-used')
        if (check.outcome === 'locked') throw fieldProblem('code', 'emergency-ticket-locked')
        if (check.outcome !== 'right') throw new WrongCode()
        const { operation } = check
        const now = clock()
        const job = newId<JobId>(now)
        const { leader, guardian, place, content, window, level, occurredAt } = written
        const { decision } = await handle(
          tx,
          job,
          {
            type: 'EnterPaperTicket',
            by,
            occurredAt,
            ticket,
            level,
            supervisedBy,
            identities: { [operation]: { id: newId<PermitId>(now), number: ticket } },
            application: {
              applicant: by,
              workUnit: id<EmployerId>(plantId),
              leader,
              crew: [],
              guardians: [guardian],
              operations: [operation],
              place,
              placeDetail: '',
              content,
              window,
              fields: {},
            },
          },
          { rulebooks, timeZone: await readTimeZone(tx), clock },
        )
        if (!decision.accepted)
          return {
            status: 409,
            response: {
              accepted: false,
              refusals: decision.refusals.map((refusal) => answerRefusal(refusal, [])),
              names: await readNames(tx, decision.refusals),
            },
          }
        await markEntered(tx, ticket, { job, at: now, by, supervisedBy })
        return { status: 201, response: { accepted: true, job } }
      },
    ).catch(async (error: unknown) => {
      if (!(error instanceof WrongCode)) throw error
      await database.withPlant(plantId, (tx) => countFailure(tx, ticket))
      throw fieldProblem('code', 'emergency-code-wrong')
    })
    return c.json(response as Record<string, unknown>, status === 201 ? 201 : 409)
  })
  return routes
}

class WrongCode extends Error {}

const personOf = ({ personId }: Session) => {
  if (personId === null) throw new HttpProblem(403, 'account-without-person')
  return personId
}

const fieldProblem = (path: string, code: ProblemCode): HttpProblem => new HttpProblem(422, code, [{ path, code }])

const proven = (check: PinCheck) => {
  if (check.outcome === 'right' && check.personId !== null) return check.personId
  throw fieldProblem('second.pin', check.outcome === 'locked' ? 'pin-locked' : 'pin-wrong')
}
