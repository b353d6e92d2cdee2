import pg from 'pg'
import type { PlantId } from '#core/ids.ts'
import { createAppendFeed, type AppendFeed } from './append-feed.ts'
import { statementName } from './statement-name.ts'

/** The little of PostgreSQL that we need; a pool and a client in a transaction both fit. */
export type Sql = {
  readonly query: <Row extends pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ) => Promise<{ rows: Row[]; rowCount: number | null }>
}

/** One transaction in one plant. Queries that do not wait for each other go out together. */
export type Tx = Sql & {
  readonly plantId: PlantId
  /** Tells open screens, once the transaction has happened, that a stream has grown. */
  readonly announce: (streamId: string) => void
}

export type Database = {
  /**
   * Runs the work in one transaction that sees one plant only; an error rolls everything back. Work whose transaction was given
   * up to end a deadlock runs again from the start, so that it should touch nothing but the database.
   */
  readonly withPlant: <T>(plantId: PlantId, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The table of plants, the only one that belongs to none of them. */
  readonly plants: Sql
  readonly appended: Pick<AppendFeed, 'subscribe'>
  readonly close: () => Promise<void>
}

// bigint columns are epoch milliseconds, far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A date is a day of the plant's calendar; as a JavaScript Date it would move with the server's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

const connectionsMax = 20
/** A transaction whose process hangs must not hold a person's or a place's lock for ever. */
const idleInTransactionMsMax = 60_000
/** Each deadlock lets one of its transactions through; more than a few in a row are a mistake in the order of locks. */
const attemptsMax = 4

export const createDatabase = ({ appUrl }: { readonly appUrl: string }): Database => {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connectionsMax,
    pipeline: true,
    idle_in_transaction_session_timeout: idleInTransactionMsMax,
  })
  // Without listeners a connection that breaks, idle or at work, would end the process; its query says what is wrong.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const feed = createAppendFeed(appUrl, pool)
  return {
    plants: pool,
    appended: feed,
    close: async () => {
      await feed.close()
      await pool.end()
    },
    withPlant: async (plantId, work) => {
      for (let attempt = 1; ; attempt++)
        try {
          return await runTransaction(pool, feed, plantId, work)
        } catch (error) {
          if (attempt >= attemptsMax || !isDeadlock(error)) throw error
        }
    },
  }
}

const runTransaction = async <T>(
  pool: pg.Pool,
  feed: AppendFeed,
  plantId: PlantId,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  const transaction = createTransaction(client, plantId)
  let broken: Error | undefined
  try {
    // Not waited for: it travels with the first query. Should it fail, no plant is set and every table refuses.
    const begun = client.query(`begin; select set_config('holdpoint.plant', ${pg.escapeLiteral(plantId)}, true)`)
    begun.catch(() => undefined)
    const result = await work(transaction.tx)
    await begun
    const { command } = await client.query('commit')
    // PostgreSQL answers the commit of a failed transaction by rolling back, without an error.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a failed query was not noticed')
    feed.publish(plantId, transaction.grown)
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    transaction.end()
    client.release(broken)
  }
}

const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01'

const createTransaction = (client: pg.PoolClient, plantId: PlantId) => {
  const grown = new Set<string>()
  let hasEnded = false
  const tx: Tx = {
    plantId,
    announce: (streamId) => {
      grown.add(streamId)
    },
    query: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => {
      // The connection may be in somebody else's transaction by now.
      if (hasEnded) throw new Error('a query came after the end of its transaction')
      const name = values && statementName(text)
      return name === undefined
        ? client.query<Row>(text, values)
        : client.query<Row>({ name, text, values: values ?? [] })
    },
  }
  const end = (): void => {
    hasEnded = true
  }
  return { tx, grown, end }
}
