import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { superuser } from '../postgres/cluster.ts'
import { canEnter, operatingUser } from '../postgres/operating-user.ts'
import { choosePlace, createPrivateFolder } from '../postgres/place.ts'
import { createRolesAndDatabase } from '../postgres/roles.ts'
import { startServer } from '../postgres/server.ts'

/** A PostgreSQL that is thrown away, also when this process is killed. */
export type TestServer = { readonly adminUrl: string; readonly stop: () => Promise<void> }

export const startTestServer = async (): Promise<TestServer> => {
  const temporary = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canEnter(operatingUser(), folder)) ?? tmpdir()
  const folder = mkdtempSync(join(temporary, 'holdpoint-test-'))
  createPrivateFolder(folder, operatingUser())
  const place = choosePlace(folder)
  // A test's database need not survive a power cut, and waiting for the disk is most of what a test would do.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const server = await startServer({ place, logFile: join(folder, 'postgres.log'), settings, thrownAway: folder })
  await createRolesAndDatabase(server)
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { adminUrl: server.url(superuser, 'postgres'), stop }
}
