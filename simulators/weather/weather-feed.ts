import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { parseMisbehaviour, type Misbehaviour } from './misbehaviour.ts'

export type Json = { readonly [name: string]: unknown }
type Observation = { readonly [name: string]: string | number | boolean | null }

/** State lives here and dies with the process. */
type Feed = {
  /** Null: the weather makes itself, a mild day with a breeze. */
  told: readonly Observation[] | null
  orders: Misbehaviour[]
  last: readonly Observation[] | null
  readonly calls: string[]
}
const freshFeed = (): Feed => ({ told: null, orders: [], last: null, calls: [] })

const bodyBytesMax = 1_000_000
const hourMs = 3_600_000

export const createWeatherFeed = ({ token }: { readonly token: string }): Server => {
  let feed = freshFeed()
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://weather')
    if (url.pathname.startsWith('/__control/')) {
      const body = (await readJson(request)) ?? {}
      const order = url.pathname.slice('/__control/'.length)
      const misbehaviour = order === 'misbehave' ? parseMisbehaviour(body) : null
      if (order === 'reset') feed = freshFeed()
      else if (order === 'weather' && isObservations(body['observations'])) feed.told = body['observations']
      else if (misbehaviour) feed.orders.push(misbehaviour)
      else if (order !== 'state') return answer(response, 400, { message: `no such order: ${order}` })
      return answer(response, 200, { calls: feed.calls })
    }
    if (request.method !== 'GET' || url.pathname !== '/observations') return answer(response, 404, {})
    feed.calls.push(url.searchParams.get('plant') ?? '')
    const how = feed.orders.find(({ left }) => left > 0)
    if (how) how.left -= 1
    if (how?.how === 'late') await wait(how.delayMs)
    if (how && spoil(how, response)) return
    if (request.headers.authorization !== `Bearer ${token}`) return answer(response, 401, {})
    if (!url.searchParams.get('plant')) return answer(response, 404, { message: 'no such plant' })
    const observations = how?.how === 'duplicate' && feed.last ? feed.last : (feed.told ?? [mildDay(Date.now())])
    feed.last = observations
    answer(response, 200, { observations: bend(observations, how) })
  })
}

/** Breaks the answer; false where it is given after all, perhaps bent. */
const spoil = ({ how, status, retryAfterSeconds }: Misbehaviour, response: ServerResponse): boolean => {
  switch (how) {
    case 'down':
      response.destroy()
      return true
    case 'status':
      if (retryAfterSeconds !== null) response.setHeader('retry-after', String(retryAfterSeconds))
      answer(response, status, { message: '系统繁忙' })
      return true
    case 'not-json':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>维护中</html>')
      return true
    case 'other-shape':
      answer(response, 200, { data: [null, 7] })
      return true
    case 'late':
    case 'impossible':
    case 'ahead':
    case 'stale':
    case 'duplicate':
    case 'silent-sensor':
      return false
  }
}

/** A sensor that lies, a clock that is wrong, a station that repeats itself. */
const bend = (observations: readonly Observation[], order: Misbehaviour | undefined): readonly Observation[] =>
  observations.map((one) => {
    switch (order?.how) {
      case 'impossible':
        return { ...one, windMetresPerSecond: 999 }
      case 'ahead':
        return { ...one, observedAt: new Date(Date.now() + 6 * hourMs).toISOString() }
      case 'stale':
        return { ...one, observedAt: new Date(Date.now() - 6 * hourMs).toISOString() }
      case 'silent-sensor': {
        const { windMetresPerSecond: _, ...rest } = one
        return rest
      }
      default:
        return one
    }
  })

/** A breeze that turns with the hours, no rain, sight as far as the hills. */
const mildDay = (now: number): Observation => ({
  observedAt: new Date(now).toISOString(),
  windMetresPerSecond: Math.round((3 + 2 * Math.sin(now / (5 * hourMs))) * 10) / 10,
  rainMmPerHour: 0,
  visibilityMetres: 12_000,
  temperatureCelsius: Math.round(12 + 6 * Math.sin(now / (4 * hourMs))),
})

const isObservations = (value: unknown): value is readonly Observation[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)

const readJson = async (request: IncomingMessage): Promise<Json | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > bodyBytesMax) return undefined
    chunks.push(chunk)
  }
  if (bytes === 0) return {}
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
