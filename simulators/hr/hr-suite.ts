import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Employee, employeesChanged, isEmployee } from './employees.ts'
import { createMischief, type Endpoint, endpoints, type How, type Misbehaviour, spoil } from './misbehaviour.ts'

export type HrSuiteOptions = { readonly appKey: string; readonly appSecret: string }

type TrainingRequest = { readonly receipt: string; readonly body: Json; deliveries: number }
type Json = { readonly [name: string]: unknown }

/** State lives here and dies with the process. */
type Suite = {
  readonly tokens: Set<string>
  readonly training: Map<string, TrainingRequest>
  readonly calls: Record<Endpoint, number>
  readonly mischief: ReturnType<typeof createMischief>
  employees: readonly Employee[]
}

const freshSuite = (): Suite => ({
  tokens: new Set(),
  training: new Map(),
  calls: { token: 0, training: 0, employees: 0 },
  mischief: createMischief(),
  employees: [],
})

const bodyBytesMax = 5_000_000

export const createHrSuite = (options: HrSuiteOptions): Server => {
  let suite = freshSuite()

  const control = (path: string, body: Json, response: ServerResponse): void => {
    if (path === '/__control/reset') suite = freshSuite()
    else if (path === '/__control/misbehave' && isMisbehaviour(body)) suite.mischief.order(body)
    else if (path === '/__control/employees' && isEmployees(body['employees'])) suite.employees = body['employees']
    else if (path !== '/__control/state') return answer(response, 400, { message: `no such order: ${path}` })
    answer(response, 200, { calls: suite.calls, training: Object.fromEntries(suite.training) })
  }

  return createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://hr').pathname
    const body = await readJson(request)
    if (body === undefined) return answer(response, 400, { code: '400', message: '请求体不是 JSON 对象' })
    if (path.startsWith('/__control/')) return control(path, body, response)
    const endpoint = endpointOf(request.method, path)
    if (endpoint === undefined) return answer(response, 404, { code: '404', message: '接口不存在' })

    suite.calls[endpoint] += 1
    const how = suite.mischief.next(endpoint)
    if (how?.how === 'late') await wait(how.delayMs)
    if (how !== undefined && spoil(how, response)) return
    if (endpoint === 'token') return giveToken(suite, options, body, response)
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!suite.tokens.has(token)) return answer(response, 401, { code: '401', message: 'access_token 无效' })
    if (endpoint === 'training') return takeTraining(suite, body, how, response)
    answer(response, 200, employeesChanged(suite.employees, body, how?.how === 'repeated-page'))
  })
}

const paths: Readonly<Record<string, Endpoint>> = {
  '/token': 'token',
  '/Training/api/v1/TrainingRequest/Create': 'training',
  '/TenantBaseExternal/api/v5/Employee/GetByTimeWindow': 'employees',
}

const endpointOf = (method: string | undefined, path: string): Endpoint | undefined =>
  method === 'POST' ? paths[path] : undefined

const tokenLivesSeconds = 7200

const giveToken = (suite: Suite, { appKey, appSecret }: HrSuiteOptions, body: Json, response: ServerResponse): void => {
  const isKnown =
    body['grant_type'] === 'client_credentials' && body['app_key'] === appKey && body['app_secret'] === appSecret
  if (!isKnown) return answer(response, 401, { error: 'invalid_client' })
  const token = randomUUID()
  suite.tokens.add(token)
  answer(response, 200, { access_token: token, token_type: 'bearer', expires_in: tokenLivesSeconds })
}

const takeTraining = (suite: Suite, body: Json, how: How | undefined, response: ServerResponse): void => {
  const { requestKey, jobNumber, category } = body
  if (![requestKey, jobNumber, category].every((field) => typeof field === 'string' && field !== '')) {
    return answer(response, 400, { code: '417', message: '缺少必填项：requestKey、jobNumber、category' })
  }
  const key = String(requestKey)
  const request = suite.training.get(key) ?? { receipt: `TR-${suite.training.size + 1}`, body, deliveries: 0 }
  if (JSON.stringify(request.body) !== JSON.stringify(body)) {
    return answer(response, 409, { code: '409', message: '同一 requestKey 的内容不同' })
  }
  request.deliveries += 1
  suite.training.set(key, request)
  if (how?.how === 'taken-then-silent') return void response.destroy()
  answer(response, 200, { code: '200', message: '', data: { id: request.receipt, requestKey: key } })
}

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

const ways: readonly How['how'][] = [
  'down',
  'late',
  'status',
  'not-json',
  'empty',
  'other-shape',
  'endless',
  'redirect',
  'taken-then-silent',
  'repeated-page',
  'token-expired',
]

const isMisbehaviour = (body: Json): body is Misbehaviour =>
  ways.some((how) => how === body['how']) &&
  (body['calls'] === null || typeof body['calls'] === 'number') &&
  (body['on'] === undefined || endpoints.some((endpoint) => endpoint === body['on']))

const isEmployees = (value: unknown): value is readonly Employee[] => Array.isArray(value) && value.every(isEmployee)
