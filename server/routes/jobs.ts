import { createHash } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { asCommand, commandRequest, type CommandRequest } from '#contract/commands.ts'
import { pin } from '#contract/presence.ts'
import { pinHeader } from '#contract/signing.ts'
import { jobId as jobIdSchema } from '#contract/values.ts'
import type { JobId, PermitId, PersonId } from '#core/ids.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import type { Job } from '#core/job/job.ts'
import type { Signature } from '#core/job/site-records.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { handle } from '../handle.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import { requestMakeUpTraining } from '../reactions/request-make-up-training.ts'
import { mayCommand, readers } from '../session/may.ts'
import { proveFactor } from '../session/prove-factor.ts'
import { requireSession } from '../session/require-session.ts'
import { refuseUnseenContent } from '../session/signed-content.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import { refuseUnknownUnit } from '../session/known-unit.ts'
import { keepToOwnNewcomer, keepToOwnPeople } from '../session/own-people.ts'
import type { Tx } from '../store/database.ts'
import { claimKey, keepAnswer } from '../store/idempotency.ts'
import { readBoard, readJobPage } from '../views/board.ts'
import { answerRefusal } from '../applying/answered-refusal.ts'
import { readNames } from '../views/names.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const jobParam = z.object({ job: jobIdSchema })
/** An entity tag of RFC 9110: the number of events that the job had when it was shown. */
const versionTag = z
  .string()
  .regex(/^"\d{1,9}"$/, 'no-version')
  .transform((tag) => Number(tag.slice(1, -1)))
  .describe(
    'The version of the job that the screen shows, in quotes. Whoever sends it is answered with 409 `stale-version` where the job has ' +
      'changed since, and nothing is done; it may be left out where nothing was shown, as by a counterpart or from an outbox',
  )
const answer = z.record(z.string(), z.unknown())

const commandRoute = createRoute({
  method: 'post',
  path: '/api/jobs/{job}/commands',
  summary: 'Ask for one step of a job; refusals come all at once',
  request: {
    params: jobParam,
    headers: z.object({
      'idempotency-key': z.string().min(8).max(100),
      // Beside the command, so that it is neither kept with it nor part of what a repeat is told by.
      [pinHeader]: pin.optional(),
      // What the screen showed; whoever sends it does not act on what somebody has changed since.
      'if-match': versionTag.optional(),
    }),
    body: { required: true, content: { 'application/json': { schema: commandRequest } } },
  },
  responses: {
    200: { description: 'Accepted', content: { 'application/json': { schema: answer } } },
    409: {
      description: 'Refused by a rule, with reasons and remedies',
      content: { 'application/json': { schema: answer } },
    },
    422: { description: 'The request is malformed, or its key was used for another one' },
  },
})

const boardRoute = createRoute({
  method: 'get',
  path: '/api/jobs',
  summary: 'The live board: jobs by state, red first',
  responses: { 200: { description: 'The board, as contract/job-views.ts says' } },
})
const pageRoute = createRoute({
  method: 'get',
  path: '/api/jobs/{job}',
  summary: 'One job: state, permits, hold points, duties and its whole history',
  request: { params: jobParam },
  responses: {
    200: { description: 'The job, as contract/job-views.ts says' },
    404: { description: 'No such job in this plant' },
  },
})

export const createJobRoutes = (deps: AppDependencies): OpenAPIHono<AppEnv> => {
  const { database, rulebooks, clock, wakeOutbox } = deps
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(commandRoute, async (c) => {
    const body = c.req.valid('json')
    const session = requireSession(c, mayCommand[body.type])
    if (session.personId === null) throw new HttpProblem(403, 'account-without-person')
    const { job } = c.req.valid('param')
    const request = {
      accountId: session.accountId,
      key: c.req.valid('header')['idempotency-key'],
      bodyHash: createHash('sha256').update(canonicalJson({ job, body })).digest('hex'),
    }
    const by = session.personId
    const factor = await proveFactor(database, session, c.req.valid('header')[pinHeader], clock())
    const { status, response } = await database.withPlant(session.plantId, async (tx) => {
      const claim = await claimKey(tx, request)
      if (claim.kind === 'other-body') throw new HttpProblem(422, 'idempotency-key-reused')
      if (claim.kind === 'repeat') return claim.answer
      if (body.type === 'SubmitJob') await keepToOwnPeople(tx, by, body.application)
      if (body.type === 'ChangePeople') await keepToOwnNewcomer(tx, by, body.change)
      await refuseUnknownUnit(tx, body)
      const timeZone = await readTimeZone(tx)
      const command = await complete(tx, body, { by, factor }, deps, timeZone)
      const {
        decision,
        job: after,
        version,
      } = await handle(tx, job, command, {
        rulebooks,
        timeZone,
        clock,
        beforeDeciding: (asked, found, version) => {
          refuseUnknownJob(asked, found)
          refuseStale(c.req.valid('header')['if-match'], version)
          refuseUnseenContent(asked, found)
        },
      })
      const requested = decision.accepted
        ? []
        : await requestMakeUpTraining(tx, decision.refusals, {
            neededBy: plantClockOf(timeZone).dateOf(neededFrom(command, after) ?? clock()),
            now: clock(),
          })
      const result = decision.accepted
        ? { status: 200, response: { accepted: true, status: after.status, version, validUntil: decision.validUntil } }
        : {
            status: 409,
            response: {
              accepted: false,
              status: after.status,
              version,
              refusals: decision.refusals.map((refusal) => answerRefusal(refusal, requested)),
              names: await readNames(tx, [job, decision.refusals]),
            },
          }
      await keepAnswer(tx, request, result)
      return result
    })
    // Whatever follows is queued and true only now that the transaction has ended.
    wakeOutbox()
    return c.json(response as Record<string, unknown>, status === 200 ? 200 : 409)
  })

  routes.openapi(boardRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    return c.json(await database.withPlant(plantId, (tx) => readBoard(tx, clock(), rulebooks)), 200)
  })

  routes.openapi(pageRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const page = await database.withPlant(plantId, async (tx) =>
      readJobPage(tx, c.req.valid('param').job, { rulebooks, timeZone: await readTimeZone(tx), now: clock() }),
    )
    if (!page) throw new HttpProblem(404, 'job-unknown')
    return c.json(page, 200)
  })
  return routes
}

/** Only an application begins a job; a job of another plant is as unknown here as one that never was. */
const refuseUnknownJob = ({ type }: GuardedCommand, { status }: Job): void => {
  if (type !== 'SubmitJob' && status === 'none') throw new HttpProblem(404, 'job-unknown')
}

/** Nobody changes what they have not seen: the whole command is given up, and the screen reads the job again. */
const refuseStale = (shown: number | undefined, version: number): void => {
  if (shown === undefined || shown === version) return
  throw new HttpProblem(409, 'stale-version', [
    {
      path: 'if-match',
      code: 'version-is-another',
      params: { version, shown },
    },
  ])
}

/** When the work is to begin, as far as the command or the job says so. */
const neededFrom = (command: GuardedCommand, job: Job): EpochMs | undefined => {
  if (command.type === 'SubmitJob') return command.application.window.from
  return 'record' in job ? job.record.application.window.from : undefined
}

/** Adds what only the server knows: who asks, and the numbers of the permits that may be needed. */
const complete = async (
  tx: Tx,
  body: CommandRequest,
  { by, factor }: { readonly by: PersonId; readonly factor: Signature['factor'] },
  { rulebooks, clock }: AppDependencies,
  timeZone: string,
): Promise<GuardedCommand> => {
  const command = asCommand(body)
  // By which factor somebody signed is what the server has seen of it, not what the request says.
  if ('signature' in command) return { ...command, by, signature: { ...command.signature, factor } }
  if (command.type === 'CloseAndReissue') return { ...command, by, successor: newId<JobId>() }
  if (command.type !== 'SubmitJob') return { ...command, by }
  const day = plantClockOf(timeZone).dateOf(clock())
  const identities: { [operation: string]: { id: PermitId; number: string } } = {}
  const rulebook = await rulebooks.current(tx)
  for (const { id: operation, numberPrefix } of Object.values(rulebook?.operations ?? {})) {
    const { rows } = await tx.query<{ last: number }>(
      'insert into permit_numbers (plant_id, prefix, day, last) values ($1, $2, $3, 1) on conflict (plant_id, prefix, day) do update set last = permit_numbers.last + 1 returning last',
      [tx.plantId, numberPrefix, day],
    )
    identities[operation] = {
      id: newId<PermitId>(),
      number: `${numberPrefix}-${day.replaceAll('-', '')}-${String(rows[0]?.last ?? 0).padStart(3, '0')}`,
    }
  }
  // Whoever asks is the applicant: under another's name somebody could approve the own work later.
  return { ...command, by, identities, application: { ...command.application, applicant: by } }
}
