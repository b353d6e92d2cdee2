import { openDatabase } from '../open-database.ts'

// Played by the tests as the application that is killed: opens the database, says so, and waits to be ended.
const [dataDir = ''] = process.argv.slice(2)
const database = await openDatabase({ dataDir, databaseUrl: undefined })
console.log(JSON.stringify({ ownerUrl: database.ownerUrl, appUrl: database.appUrl }))
const timer = setInterval(() => undefined, 60_000)
process.once('SIGTERM', () => {
  clearInterval(timer)
  void database.close()
})
