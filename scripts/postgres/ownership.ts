import pg from 'pg'

/**
 * Whoever holds this advisory lock owns the database. It lives exactly as long as its connection, so a killed owner leaves no
 * lock behind, which a lock file would.
 */
const ownershipKey = 0x686f6c64 // "hold"

export type Ownership = { readonly lost: Promise<void>; readonly release: () => Promise<void> }

/** Takes the ownership, or undefined when another application has it. */
export const takeOwnership = async (url: string): Promise<Ownership | undefined> => {
  const client = new pg.Client({ connectionString: url, application_name: 'holdpoint-owner', keepAlive: true })
  let isReleased = false
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => isReleased || resolve())
    client.on('error', () => isReleased || resolve())
  })
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [ownershipKey])
  const release = async (): Promise<void> => {
    isReleased = true
    await client.end()
  }
  if (rows[0]?.taken) return { lost, release }
  await release()
  return undefined
}

/**
 * Whether an application owns that running database. One that does not answer (starting, ending, or its socket was deleted)
 * is `unknown`, never `free`: stopping it could pull a database from under an application that works.
 */
export const askOwnership = async (url: string): Promise<'owned' | 'free' | 'unknown'> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ owned: boolean }>(
      `select exists (select from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = $1) as owned`,
      [ownershipKey],
    )
    return rows[0]?.owned === false ? 'free' : 'owned'
  } catch {
    return 'unknown'
  } finally {
    await client.end().catch(() => undefined)
  }
}
