import type { ServerResponse } from 'node:http'
import type { Json } from './check-envelope.ts'

const ways = ['down', 'late', 'status', 'not-json', 'other-receipt', 'taken-then-silent'] as const
export type How = (typeof ways)[number]
export type Misbehaviour = {
  readonly how: How
  readonly delayMs: number
  readonly status: number
  readonly retryAfterSeconds: number | null
  /** How many calls it lasts; each uses up one. */
  left: number
}

export const parseMisbehaviour = (body: Json): Misbehaviour | null => {
  const how = ways.find((way) => way === body['how'])
  if (how === undefined) return null
  const number = (name: string, otherwise: number): number => {
    const value = body[name]
    return typeof value === 'number' ? value : otherwise
  }
  const { calls, retryAfterSeconds } = body
  return {
    how,
    delayMs: number('delayMs', 5000),
    status: number('status', 500),
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
    left: calls === null ? Number.POSITIVE_INFINITY : number('calls', 1),
  }
}

/** Spoils the answer before the record was looked at; false where the call goes on. */
export const spoil = ({ how, status, retryAfterSeconds }: Misbehaviour, response: ServerResponse): boolean => {
  switch (how) {
    case 'down':
      response.destroy()
      return true
    case 'status':
      if (retryAfterSeconds !== null) response.setHeader('retry-after', String(retryAfterSeconds))
      response.writeHead(status).end('{"code":"1"}')
      return true
    case 'not-json':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>系统维护中</body></html>')
      return true
    case 'late':
    case 'other-receipt':
    case 'taken-then-silent':
      return false
  }
}
