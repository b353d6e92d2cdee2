import { openDatabase } from '../postgres/open-database.ts'
import { urlOfRunning } from '../postgres/orphan.ts'
import { choosePlace } from '../postgres/place.ts'
import { databaseName } from '../postgres/roles.ts'

/** The database as its administrator sees it: while the application runs, beside it; otherwise started for the purpose. */
export const reachDatabase = async (
  dataDir: string,
  databaseUrl: string | undefined,
): Promise<{ readonly adminUrl: string; readonly close: () => Promise<void> }> => {
  const running = databaseUrl ?? urlOfRunning(choosePlace(dataDir), databaseName)
  return running === undefined
    ? openDatabase({ dataDir, databaseUrl })
    : { adminUrl: running, close: async () => undefined }
}
