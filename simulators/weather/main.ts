import { createWeatherFeed } from './weather-feed.ts'

const port = Number(process.env['PORT'] ?? 4303)
const host = process.env['HOST'] ?? '127.0.0.1'

const server = createWeatherFeed({ token: process.env['WEATHER_TOKEN'] ?? 'holdpoint-demo' })

server.listen(port, host, () => {
  const address = server.address()
  const listening = typeof address === 'object' && address !== null ? address.port : port
  console.log(`Weather feed (simulated) http://${host}:${listening}`)
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
