import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { checkEnvelope, isJson, type Json } from './check-envelope.ts'
import { parseMisbehaviour, spoil, type Misbehaviour } from './misbehaviour.ts'

/** State lives here and dies with the process. */
type Platform = {
  readonly receipts: Map<string, { readonly receipt: string; readonly body: string }>
  readonly records: Map<string, { readonly updatedAt: string; readonly item: Json }>
  /** What had an effect, in the order in which it did. */
  readonly log: { readonly uuid: string; readonly key: string; readonly item: Json }[]
  ordered: Misbehaviour[]
  calls: number
}

const freshPlatform = (): Platform => ({ receipts: new Map(), records: new Map(), log: [], ordered: [], calls: 0 })

export const createParkPlatform = ({ token }: { readonly token: string }): Server => {
  let platform = freshPlatform()

  const control = (path: string, body: Json, response: ServerResponse): void => {
    const order = path === '/__control/misbehave' ? parseMisbehaviour(body) : null
    if (path === '/__control/reset') platform = freshPlatform()
    else if (order !== null) platform.ordered.push(order)
    else if (path !== '/__control/state') return answer(response, 400, { message: `no such order: ${path}` })
    const { calls, receipts, records, log } = platform
    answer(response, 200, { calls, receipts: receipts.size, records: Object.fromEntries(records), log })
  }

  return createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://park').pathname
    const body = await readJson(request)
    if (body === undefined) return answer(response, 400, { code: '1', message: '请求体不是 JSON 对象' })
    if (path.startsWith('/__control/')) return control(path, body, response)
    if (path !== '/records' || request.method !== 'POST')
      return answer(response, 404, { code: '1', message: '接口不存在' })

    platform.calls += 1
    const how = platform.ordered.find(({ left }) => left > 0)
    if (how) how.left -= 1
    if (how?.how === 'late') await wait(how.delayMs)
    if (how && spoil(how, response)) return
    if (request.headers.authorization !== `Bearer ${token}`) return answer(response, 401, { code: '1' })
    take(platform, String(request.headers['idempotency-key'] ?? ''), body, how, response)
  })
}

const take = (
  { receipts, records, log }: Platform,
  key: string,
  body: Json,
  how: Misbehaviour | undefined,
  response: ServerResponse,
): void => {
  const checked = checkEnvelope(body)
  if (!('uuid' in checked)) return answer(response, 422, { code: '1', message: `字段不合格：${checked.join('、')}` })
  if (key === '') return answer(response, 400, { code: '1', message: '缺少 Idempotency-Key' })
  const { uuid, updatedAt, item } = checked
  const text = JSON.stringify(body)
  const known = receipts.get(key) ?? { receipt: `PK-${receipts.size + 1}`, body: text }
  if (known.body !== text) return answer(response, 409, { code: '1', message: '同一 Idempotency-Key 的内容不同' })
  if (!receipts.has(key)) log.push({ uuid, key, item })
  receipts.set(key, known)
  const before = records.get(uuid)
  if (before === undefined || before.updatedAt <= updatedAt) records.set(uuid, { updatedAt, item })
  if (how?.how === 'taken-then-silent') return void response.destroy()
  answer(response, 200, {
    code: '0',
    data: { receipt: known.receipt, uuid: how?.how === 'other-receipt' ? 'another' : uuid },
  })
}

const bodyBytesMax = 1_000_000

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
    return isJson(value) ? value : undefined
  } catch {
    return undefined
  }
}

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
