import pg from 'pg'

import { superuser } from './cluster.ts'
import type { PostgresServer } from './server.ts'

/** Owns the tables and migrates them; forced row-level security binds it too. */
export const ownerRole = 'holdpoint_owner'

/** What the application connects as: neither superuser nor exempt from row-level security. */
export const appRole = 'holdpoint_app'

export const databaseName = 'holdpoint'

/** Makes our two roles and one database on an embedded server, where we are the superuser. */
export const createRolesAndDatabase = async (server: Pick<PostgresServer, 'url' | 'passwordOf'>): Promise<void> => {
  const client = new pg.Client({ connectionString: server.url(superuser, 'postgres') })
  await client.connect()
  try {
    await ensureRole(client, ownerRole, server.passwordOf(ownerRole))
    await ensureRole(client, appRole, server.passwordOf(appRole))
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerRole}`)
  } finally {
    await client.end()
  }
}

export const ensureRole = async (client: pg.Client, role: string, password: string | undefined): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  // Two test processes may do this at once, and a role belongs to the whole server.
  if (rowCount === 0) await client.query(`create role ${role} login`).catch(ignoreDuplicate)
  if (password !== undefined) await client.query(`alter role ${role} password ${pg.escapeLiteral(password)}`)
}

const ignoreDuplicate = (error: unknown): void => {
  const isDuplicate = error instanceof Error && 'code' in error && (error.code === '42710' || error.code === '23505')
  if (!isDuplicate) throw error
}
