import pg from 'pg'
import type { Sql } from './database.ts'

/** `gap`: something may have been missed, so that everything has to be read anew. */
export type FeedNotice =
  | { readonly kind: 'appended'; readonly plant: string; readonly stream: string }
  | { readonly kind: 'gap' }

/** Tells what was appended, in whatever process; for screens, which may miss one, never for decisions. */
export type AppendFeed = {
  readonly subscribe: (listener: (notice: FeedNotice) => void) => () => void
  readonly publish: (plant: string, streams: Iterable<string>) => void
  readonly close: () => Promise<void>
}

const channel = 'holdpoint_events'
const retryMs = 2000
/** Appends within this time travel together. */
const gatherMs = 20
/** PostgreSQL takes fewer than 8000 bytes in one notice; ids are at most 80 characters each. */
const noticesPerMessage = 40

/** One connection listens for all subscribers, opened with the first of them and again after it breaks. */
export const createAppendFeed = (appUrl: string, sql: Sql): AppendFeed => {
  const listeners = new Set<(notice: FeedNotice) => void>()
  const publisher = createPublisher(sql)
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let wasLost = false
  const tell = (notice: FeedNotice): void => {
    for (const listener of listeners) listener(notice)
  }

  const connect = async (): Promise<void> => {
    if (client || isClosed) return
    const fresh = new pg.Client({ connectionString: appUrl })
    client = fresh
    const lost = (): void => {
      if (client !== fresh) return
      client = undefined
      wasLost = true
      if (!isClosed && listeners.size > 0) timer = setTimeout(() => void connect(), retryMs)
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', ({ payload }) => {
      for (const [plant, stream] of JSON.parse(payload ?? '[]') as Pair[]) tell({ kind: 'appended', plant, stream })
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
      if (wasLost) tell({ kind: 'gap' })
      wasLost = false
    } catch {
      lost()
    }
  }

  return {
    publish: publisher.publish,
    subscribe: (listener) => {
      listeners.add(listener)
      void connect()
      return () => listeners.delete(listener)
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      listeners.clear()
      await publisher.flush()
      await client?.end()
    },
  }
}

type Pair = readonly [plant: string, stream: string]

/**
 * Notices go out after the commit and gathered. Inside the transaction they would make all commits of the database wait for
 * each other, which cost a third of the throughput when measured; one lost in a crash is only a screen that is late.
 */
const createPublisher = (sql: Sql) => {
  const waiting = new Map<string, Pair>()
  let timer: NodeJS.Timeout | undefined
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const pairs = [...waiting.values()]
    waiting.clear()
    for (let at = 0; at < pairs.length; at += noticesPerMessage)
      await sql
        .query('select pg_notify($1, $2)', [channel, JSON.stringify(pairs.slice(at, at + noticesPerMessage))])
        .catch(() => undefined)
  }
  const publish = (plant: string, streams: Iterable<string>): void => {
    for (const stream of streams) waiting.set(`${plant} ${stream}`, [plant, stream])
    if (waiting.size > 0) timer ??= setTimeout(() => void flush(), gatherMs)
  }
  return { publish, flush }
}
