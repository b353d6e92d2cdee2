import type { ServerResponse } from 'node:http'

export const endpoints = ['token', 'training', 'employees'] as const
export type Endpoint = (typeof endpoints)[number]

/** The ways in which a counterpart disappoints; each was seen in the wild. */
export type How =
  | { readonly how: 'down' }
  | { readonly how: 'late'; readonly delayMs: number }
  | { readonly how: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly how: 'not-json' | 'empty' | 'other-shape' | 'endless' | 'redirect' }
  | { readonly how: 'taken-then-silent' }
  | { readonly how: 'repeated-page' }
  | { readonly how: 'token-expired' }

export type Misbehaviour = How & { readonly calls: number | null; readonly on?: Endpoint }

/** What was ordered for the coming calls; each call uses up one. */
export type Mischief = {
  readonly order: (misbehaviour: Misbehaviour) => void
  readonly next: (endpoint: Endpoint) => How | undefined
}

export const createMischief = (): Mischief => {
  const ordered: { misbehaviour: Misbehaviour; left: number }[] = []
  return {
    order: (misbehaviour) => void ordered.push({ misbehaviour, left: misbehaviour.calls ?? Number.POSITIVE_INFINITY }),
    next: (endpoint) => {
      const due = ordered.find(({ misbehaviour, left }) => left > 0 && (misbehaviour.on ?? endpoint) === endpoint)
      if (due === undefined) return undefined
      due.left -= 1
      return due.misbehaviour
    },
  }
}

/** Spoils the answer; false where the call is to be answered as usual after all. */
export const spoil = (how: How, response: ServerResponse): boolean => {
  switch (how.how) {
    case 'down':
      response.destroy()
      return true
    case 'status':
      if (how.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(how.retryAfterSeconds))
      response.writeHead(how.status, { 'content-type': 'application/json' }).end('{"code":"500","message":"系统繁忙"}')
      return true
    case 'not-json':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>系统维护中</body></html>')
      return true
    case 'empty':
      response.writeHead(200, { 'content-type': 'application/json' }).end()
      return true
    case 'other-shape':
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"code":200,"data":[null,{"id":7}],"access_token":12}')
      return true
    case 'endless':
      pourForever(response)
      return true
    case 'redirect':
      response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end()
      return true
    case 'token-expired':
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end('{"code":"401","message":"access_token expired"}')
      return true
    case 'late':
    case 'taken-then-silent':
    case 'repeated-page':
      return false
  }
}

const pourForever = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const chunk = `"${'x'.repeat(65_536)}",`
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', pour).write('[')
  pour()
}
