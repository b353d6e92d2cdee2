import { randomUUID } from 'node:crypto'
import pg from 'pg'

type Statement = { readonly text: string; readonly name?: string; readonly values: readonly unknown[] }

/** What one submit sends to the database, and the identities in it that a second time must differ. */
export type Transaction = { readonly statements: readonly Statement[]; readonly own: readonly string[] }

type Query = (...args: readonly unknown[]) => unknown

/** Listens to what goes through `pg` until stopped. Only one submit may be under way meanwhile. */
export const startRecording = (): { readonly stop: () => Transaction } => {
  const statements: Statement[] = []
  // The one way to hear what another module sends; put back by `stop`.
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function (this: unknown, ...args: readonly unknown[]): unknown {
    const [first, second] = args
    if (typeof first === 'string')
      statements.push({ text: first, values: Array.isArray(second) ? (second as unknown[]) : [] })
    else if (isNamed(first)) statements.push({ text: first.text, name: first.name, values: first.values })
    return original.apply(this, args as unknown[])
  }
  return {
    stop: () => {
      prototype.query = original
      const begins = statements.findLastIndex(({ text }) => text.startsWith('begin;'))
      const ends = statements.findIndex(({ text }, at) => at > begins && text === 'commit')
      const transaction = statements.slice(begins, ends + 1)
      const uuids = new Set(JSON.stringify(transaction).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g) ?? [])
      return { statements: transaction, own: [...uuids] }
    },
  }
}

const isNamed = (query: unknown): query is Required<Statement> =>
  typeof query === 'object' && query !== null && 'name' in query && 'text' in query && 'values' in query

/** Sends the same statements again under new identities, all at once on one connection: nobody could send them faster. */
export const replay = async (pool: pg.Pool, { statements, own }: Transaction): Promise<void> => {
  const renamed = new Map(own.map((identity) => [identity, randomUUID()]))
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string')
      return own.reduce((text, identity) => text.replaceAll(identity, renamed.get(identity) ?? identity), value)
    return Array.isArray(value) ? value.map(rename) : value
  }
  const client = await pool.connect()
  try {
    await Promise.all(
      statements.map(({ text, name, values }) =>
        client.query(
          values.length === 0
            ? { text }
            : { text, values: values.map(rename), ...(name === undefined ? {} : { name }) },
        ),
      ),
    )
  } finally {
    client.release()
  }
}
