import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { ledgerQuery, type LedgerQuery } from '#contract/ledger.ts'
import { messagesEn } from '#core/messages/en.ts'
import { screensEn } from '#core/messages/screens.en.ts'
import { screensZhCn } from '#core/messages/screens.zh-cn.ts'
import { messagesZhCn } from '#core/messages/zh-cn.ts'
import type { AppDependencies, AppEnv } from '../app-types.ts'
import { exportLedger } from '../ledger/export-ledger.ts'
import type { LedgerSpeech } from '../ledger/ledger-cells.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import { readers } from '../session/may.ts'
import { requireSession } from '../session/require-session.ts'
import type { Tx } from '../store/database.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { refuseMalformed } from './refuse-malformed.ts'

const ledgerRoute = createRoute({
  method: 'get',
  path: '/api/ledger',
  summary: 'The ledger of permits by the dimensions of AQ 3064.2 §5.11, with counts for each value',
  request: { query: ledgerQuery },
  responses: { 200: { description: 'One page, as contract/ledger.ts says' } },
})
const exportRoute = createRoute({
  method: 'get',
  path: '/api/ledger/export',
  summary: 'All of what the same question lists, as a workbook',
  request: { query: ledgerQuery },
  responses: { 200: { description: 'An .xlsx' } },
})

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const createLedgerRoutes = ({ database, rulebooks, clock }: AppDependencies): OpenAPIHono<AppEnv> => {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseMalformed })
  const speechFor = async (tx: Tx, { language }: LedgerQuery): Promise<LedgerSpeech> => ({
    language,
    words: (language === 'zh' ? screensZhCn : screensEn).ledger,
    messages: language === 'zh' ? messagesZhCn : messagesEn,
    rulebook: await rulebooks.readable(tx, null),
    timeZone: await readTimeZone(tx),
  })

  routes.openapi(ledgerRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const query = c.req.valid('query')
    const page = await database.withPlant(plantId, async (tx) =>
      readLedger(tx, query, await speechFor(tx, query), clock()),
    )
    return c.json(page, 200)
  })

  routes.openapi(exportRoute, async (c) => {
    const { plantId } = requireSession(c, readers)
    const query = c.req.valid('query')
    const now = clock()
    const { signal } = c.req.raw
    // The transaction lives as long as the workbook is being read, and ends with it: also where the reader leaves.
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const written = database.withPlant(plantId, async (tx) =>
      exportLedger(tx, query, await speechFor(tx, query), now).pipeTo(writable, { signal }),
    )
    written.catch((error: unknown) => {
      if (!signal.aborted) console.error(error)
      void writable.abort(error).catch(() => undefined)
    })
    return c.body(readable, 200, {
      'content-type': workbook,
      'content-disposition': `attachment; filename="ledger-${new Date(now).toISOString().slice(0, 10)}.xlsx"`,
      'cache-control': 'private, no-store',
    })
  })
  return routes
}
