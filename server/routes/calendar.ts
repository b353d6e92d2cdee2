import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  calendarFileBytesMax,
  calendarRequest,
  calendarYear,
  dayOfCalendar,
  type CalendarDayPage,
  type CalendarReading,
  type CalendarYear,
} from '#contract/calendar.ts'
import { fileName } from '#contract/imports.ts'
import { problem } from '#contract/problem.ts'
import { holidaysIn, isYearEntered, statutoryDaysPerYear, yearOf, yearsOwed } from '#core/calendar/year-entered.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { readCalendar, readDayHistory, readEntries, wholeYears } from '../calendar/calendar-rows.ts'
import { keepCalendar, saysTheSame } from '../calendar/keep-calendar.ts'
import { readCalendarFile } from '../calendar/read-calendar-file.ts'
import { refusalOf } from '../import/file-refused.ts'
import { HttpProblem } from '../problem.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import type { Role } from '../session/sign-in.ts'
import { answerOnce } from '../store/answer-once.ts'
import { readJobsOfDay } from '../views/jobs-of-day.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { answerLedgerProblem } from './ledger-problem.ts'
import { refuseMalformed } from './refuse-malformed.ts'

/** A day off taken back lowers levels, so that whoever answers for the shifts does not say what a day is. */
const keepers: readonly Role[] = ['safety-officer', 'administrator']

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

const yearRoute = createRoute({
  method: 'get',
  path: '/api/calendar',
  summary: 'The plant’s calendar of a year: holidays, swapped working days, rest days, major events',
  request: { query: z.object({ year: calendarYear.optional() }) },
  responses: { 200: { description: 'As contract/calendar.ts says; this year where none is asked for' } },
})
const dayRoute = createRoute({
  method: 'get',
  path: '/api/calendar/days/{day}',
  summary: 'How a day came to be what it is, and the open work of that day whose level hangs on it',
  request: { params: z.object({ day: dayOfCalendar }) },
  responses: { 200: { description: 'As contract/calendar.ts says' } },
})
const keepRoute = createRoute({
  method: 'post',
  path: '/api/calendar',
  summary: 'Say what days are, or take it back: all of them or none; what was said before stays in their history',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
    body: { required: true, content: { 'application/json': { schema: calendarRequest } } },
  },
  responses: {
    200: {
      description: 'Kept',
      content: { 'application/json': { schema: z.object({ changed: z.int() }) } },
    },
    409: refused('Somebody changed one of the days meanwhile'),
    422: refused('A day stands there twice, or lacks its name'),
  },
})
const readingRoute = createRoute({
  method: 'post',
  path: '/api/calendar/readings',
  summary: 'Read a year’s list (.xlsx, .csv, or lines as pasted.txt) without keeping it; bad rows are named',
  request: {
    query: z.object({ name: fileName }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  },
  responses: {
    200: { description: 'What the list says beside what stands' },
    413: refused('Larger than a list of days'),
    422: refused('No such file can be read'),
  },
})

export const createCalendarRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })

  routes.openapi(yearRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const answer = await database.withPlant(plantId, async (tx): Promise<CalendarYear> => {
      const today = plantClockOf(await readTimeZone(tx)).dateOf(clock())
      const year = c.req.valid('query').year ?? yearOf(today)
      const rulebook = await rulebooks.readable(tx, null)
      const days = await readCalendar(tx, wholeYears(year, year))
      const entries = await readEntries(tx, wholeYears(year, year))
      const soon = await readEntries(tx, wholeYears(yearOf(today), yearOf(today) + 1))
      return {
        year,
        today,
        days,
        restWeekdays: rulebook.calendar.restWeekdays,
        holidays: holidaysIn(year, entries),
        holidaysMin: statutoryDaysPerYear,
        isEntered: isYearEntered(year, entries),
        owed: yearsOwed(today, soon),
      }
    })
    return c.json(answer, 200)
  })

  routes.openapi(dayRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const { day } = c.req.valid('param')
    const answer = await database.withPlant(plantId, async (tx): Promise<CalendarDayPage> => ({
      day,
      versions: await readDayHistory(tx, day),
      jobs: await readJobsOfDay(tx, day, { rulebooks, timeZone: await readTimeZone(tx), now: clock() }),
    }))
    return c.json(answer, 200)
  })

  routes.openapi(keepRoute, async (c) => {
    const session = requireSession(c, keepers)
    const { days } = c.req.valid('json')
    const request = { key: c.req.valid('header')['idempotency-key'], body: { days } }
    const { response } = await answerOnce(database, session, request, async (tx) => ({
      status: 200,
      response: { changed: await keepCalendar(tx, days, { ...session, at: clock() }) },
    }))
    return c.json(response as { changed: number }, 200)
  })

  routes.openapi(readingRoute, async (c) => {
    const { plantId } = requireSession(c, keepers)
    const bytes = Buffer.from(await c.req.arrayBuffer())
    if (bytes.byteLength > calendarFileBytesMax) throw new HttpProblem(413, 'request-too-large')
    try {
      const list = await readCalendarFile(bytes, c.req.valid('query').name)
      const years = list.days.map(({ day }) => yearOf(day))
      const standing = await database.withPlant(plantId, (tx) =>
        readCalendar(tx, wholeYears(Math.min(...years, 2100), Math.max(...years, 2000))),
      )
      const known = new Map(standing.map((one) => [one.day, one]))
      const answer: CalendarReading = {
        faults: list.faults,
        days: list.days.map((said) => {
          const was = known.get(said.day)
          return {
            ...said,
            was: was?.kind ? { kind: was.kind, name: was.name } : null,
            isSame: saysTheSame(said, was),
            seenVersion: was?.version ?? 0,
          }
        }),
      }
      return c.json(answer, 200)
    } catch (error) {
      const reason = refusalOf(error)
      if (reason === undefined) throw error
      return answerLedgerProblem(c, 422, 'ledger-refused', [reason])
    }
  })
  return routes
}
