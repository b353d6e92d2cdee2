import { join } from 'node:path'
import pg from 'pg'

import { superuser } from './cluster.ts'
import { endOrphan, FolderInUse, isServed } from './orphan.ts'
import { takeOwnership } from './ownership.ts'
import { choosePlace } from './place.ts'
import { rolePassword } from './role-password.ts'
import { appRole, createRolesAndDatabase, databaseName, ensureRole, ownerRole } from './roles.ts'
import { startServer } from './server.ts'
import type { PostgresServer } from './server.ts'

/** A database that is ours alone until `close`. */
export type Database = {
  readonly ownerUrl: string
  readonly appUrl: string
  /** For back-ups: on the embedded server its superuser, elsewhere whoever DATABASE_URL names. */
  readonly adminUrl: string
  /** Settles when the database, or our ownership of it, is gone without our asking. */
  readonly lost: Promise<void>
  readonly close: () => Promise<void>
}

export type DatabaseOptions = { readonly dataDir: string; readonly databaseUrl: string | undefined }

export const openDatabase = ({ dataDir, databaseUrl }: DatabaseOptions): Promise<Database> =>
  databaseUrl === undefined ? openEmbedded(dataDir) : openExternal(databaseUrl)

const openEmbedded = async (dataDir: string): Promise<Database> => {
  const place = choosePlace(dataDir)
  await endOrphan(place, dataDir)
  let server: PostgresServer
  try {
    server = await startServer({ place, logFile: join(dataDir, 'postgres.log') })
  } catch (error) {
    // Somebody else started in the same moment, and PostgreSQL lets only one of us in.
    throw isServed(place) ? new FolderInUse(dataDir) : error
  }
  try {
    await createRolesAndDatabase(server)
    const ownerUrl = server.url(ownerRole, databaseName)
    const ownership = await takeOwnership(ownerUrl)
    if (!ownership) throw new FolderInUse(dataDir)
    let isClosed = false
    const close = async (): Promise<void> => {
      isClosed = true
      await ownership.release()
      await server.stop()
    }
    const lost = new Promise<void>((resolve) => {
      void Promise.race([ownership.lost, server.ended]).then(() => isClosed || resolve())
    })
    const adminUrl = server.url(superuser, databaseName)
    return { ownerUrl, adminUrl, appUrl: server.url(appRole, databaseName), lost, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** A server of the plant's own. DATABASE_URL names the owner; the application's role is made beside it. */
const openExternal = async (ownerUrl: string): Promise<Database> => {
  const ownership = await takeOwnership(ownerUrl)
  const name = withoutPassword(ownerUrl)
  if (!ownership)
    throw new Error(
      `The database ${name} is in use by another Holdpoint. Stop that one first, or name another database in DATABASE_URL. ` +
        `/ 数据库 ${name} 正被另一个 Holdpoint 使用：请先停止它，或在 DATABASE_URL 中换一个数据库。`,
    )
  try {
    return {
      ownerUrl,
      adminUrl: ownerUrl,
      appUrl: await createAppUrl(ownerUrl),
      lost: ownership.lost,
      close: ownership.release,
    }
  } catch (error) {
    await ownership.release()
    throw error
  }
}

export const createAppUrl = async (ownerUrl: string): Promise<string> => {
  const url = new URL(ownerUrl)
  const password = rolePassword(url.password || ownerUrl, appRole)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await ensureRole(client, appRole, password)
  } catch (error) {
    throw new Error(
      `The user of DATABASE_URL may not create the application's role. Let an administrator run, once:\n` +
        `  create role ${appRole} login password '${password}';\n  grant ${appRole} to "${url.username}" with admin option;`,
      { cause: error },
    )
  } finally {
    await client.end()
  }
  url.username = appRole
  url.password = password
  return url.href
}

const withoutPassword = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
