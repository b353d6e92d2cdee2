import { migrate } from '#server/store/migrate.ts'
import { createAppUrl, openDatabase } from '../postgres/open-database.ts'
import { urlOfRunning } from '../postgres/orphan.ts'
import { choosePlace } from '../postgres/place.ts'
import { appRole, databaseName } from '../postgres/roles.ts'

/** The database as the application sees it, walls and all: while the application runs, beside it; otherwise started for the purpose. */
export const reachAppDatabase = async (
  dataDir: string,
  databaseUrl: string | undefined,
): Promise<{ readonly appUrl: string; readonly close: () => Promise<void> }> => {
  const leave = async (): Promise<void> => undefined
  if (databaseUrl !== undefined) return { appUrl: await createAppUrl(databaseUrl), close: leave }
  const running = urlOfRunning(choosePlace(dataDir), databaseName, appRole)
  if (running !== undefined) return { appUrl: running, close: leave }
  const { appUrl, ownerUrl, close } = await openDatabase({ dataDir, databaseUrl })
  try {
    await migrate(ownerUrl)
  } catch (error) {
    await close()
    throw error
  }
  return { appUrl, close }
}
