import { createHrSuite } from './hr-suite.ts'

const port = Number(process.env['PORT'] ?? 4301)
const host = process.env['HOST'] ?? '127.0.0.1'

const server = createHrSuite({
  appKey: process.env['HR_APP_KEY'] ?? 'holdpoint-demo',
  appSecret: process.env['HR_APP_SECRET'] ?? 'holdpoint-demo-secret',
})

server.listen(port, host, () => {
  const address = server.address()
  const listening = typeof address === 'object' && address !== null ? address.port : port
  console.log(`HR suite (simulated) http://${host}:${listening}`)
})

const stop = (): void => {
  server.close()
  server.closeAllConnections()
  // The channel to whoever started it would keep it alive.
  if (process.connected) process.disconnect?.()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// Started by another program, it must not outlive it, however that one ends.
process.once('disconnect', stop)
// Started by another program: when that is gone, nobody would end us.
process.once('disconnect', stop)
