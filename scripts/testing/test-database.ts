import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

import { migrate } from '#server/store/migrate.ts'

import { createAppUrl } from '../postgres/open-database.ts'
import { appRole, ownerRole } from '../postgres/roles.ts'
import { startTestServer } from './test-server.ts'

/** A migrated database of one test file's own, copied from the run's template in a fraction of a second. */
export type TestDatabase = {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Fails when the test left a connection open; always drops the database. */
  readonly close: () => Promise<void>
}

export const createTestDatabase = async (): Promise<TestDatabase> => {
  const source = await useSource()
  try {
    const name = `test_${randomBytes(6).toString('hex')}`
    await asAdmin(source.adminUrl, (admin) => copyTemplate(admin, source, name))
    const close = async (): Promise<void> => {
      try {
        await asAdmin(source.adminUrl, (admin) => drop(admin, name))
      } finally {
        await source.release()
      }
    }
    return { ownerUrl: onDatabase(source.ownerUrl, name), appUrl: onDatabase(source.appUrl, name), close }
  } catch (error) {
    await source.release()
    throw error
  }
}

/** Where test databases come from: a server, and a migrated database to copy. */
export type TemplateSource = {
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly template: string
}

/** Set by the runner, which starts one server for all test files. */
export const sourceVariable = 'HOLDPOINT_TEST_SOURCE'

/** Makes the template. On DATABASE_URL's server if that is set, else on one that is thrown away afterwards. */
export const createTemplateSource = async (): Promise<TemplateSource & { readonly stop: () => Promise<void> }> => {
  const given = process.env['DATABASE_URL']
  const server = given ? undefined : await startTestServer()
  const adminUrl = given ?? server?.adminUrl ?? ''
  const template = `template_${randomBytes(6).toString('hex')}`
  const stop = async (): Promise<void> => {
    if (server) await server.stop()
    else await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${template} with (force)`))
  }
  try {
    const ownerUrl = server ? asRole(adminUrl, ownerRole) : adminUrl
    const owner = new URL(ownerUrl).username
    await asAdmin(adminUrl, (admin) => admin.query(`create database ${template} owner ${pg.escapeIdentifier(owner)}`))
    const appUrl = server ? asRole(adminUrl, appRole) : await createAppUrl(adminUrl)
    await migrate(onDatabase(ownerUrl, template))
    return { adminUrl, ownerUrl, appUrl, template, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Source = TemplateSource & { readonly release: () => Promise<void> }

let own: { readonly source: ReturnType<typeof createTemplateSource>; users: number } | undefined

/** The runner's server, or, when a file is run by itself, one of our own that ends with its last database. */
const useSource = async (): Promise<Source> => {
  const given = process.env[sourceVariable]
  if (given) return { ...(JSON.parse(given) as TemplateSource), release: async () => undefined }
  own ??= { source: createTemplateSource(), users: 0 }
  const used = own
  used.users += 1
  const release = async (): Promise<void> => {
    used.users -= 1
    if (used.users > 0) return
    if (own === used) own = undefined
    await (await used.source).stop()
  }
  return { ...(await used.source), release }
}

const copyTemplate = async (admin: pg.Client, source: TemplateSource, name: string): Promise<void> => {
  const owner = pg.escapeIdentifier(new URL(source.ownerUrl).username)
  // Copies of one template wait for each other by failing (55006), so they take turns.
  await admin.query('select pg_advisory_lock(hashtext($1))', [source.template])
  await admin.query(`create database ${name} template ${source.template} owner ${owner} strategy file_copy`)
}

type Connection = { readonly application_name: string; readonly state: string; readonly query: string }

const secondsForConnectionsToEnd = 2

const drop = async (admin: pg.Client, name: string): Promise<void> => {
  const deadline = Date.now() + secondsForConnectionsToEnd * 1000
  let open: readonly Connection[]
  do {
    const { rows } = await admin.query<Connection>(
      `select application_name, state, query from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [name],
    )
    open = rows
    if (open.length > 0) await wait(20)
  } while (open.length > 0 && Date.now() < deadline)
  await admin.query(`drop database ${name} with (force)`)
  if (open.length > 0)
    throw new Error(
      `The test left ${open.length} database connection(s) open; the last statement was: ${open[0]?.query ?? 'none'}`,
    )
}

const asAdmin = async <T>(url: string, act: (admin: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

const onDatabase = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

const asRole = (url: string, role: string): string => {
  const changed = new URL(url)
  changed.username = role
  return changed.href
}
