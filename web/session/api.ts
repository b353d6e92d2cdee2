import { parseFailure, RequestFailed } from './problem.ts'
import type { ServerClock } from './server-clock.ts'

export type SendBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'picture'; readonly blob: Blob }

/** A request that changes something. The key makes a repeat harmless: the same key gives the same answer and no second effect. */
export type SendRequest = {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: SendBody
  readonly key: string
}
export type Answer<T> = { readonly answer: T; readonly receivedAt: number }

export type Api = {
  /** Reads a resource of our own server; its type is the contract's. Throws RequestFailed. */
  readonly read: <T>(path: string, signal?: AbortSignal) => Promise<T>
  /** Sends once. Throws RequestFailed; repeating is the outbox's business. */
  readonly send: <T>(request: SendRequest) => Promise<Answer<T>>
  /** Has a file made. Without a key: what was printed cannot be printed again, so a repeat is another. Throws RequestFailed. */
  readonly print: (path: string, value: object) => Promise<Blob>
}

const readTimeoutMs = 15_000
const sendTimeoutMs = 30_000

/** The cookie is same-origin and `Idempotency-Key` is no simple header, so another site can neither send nor read for us. */
export const createApi = ({
  fetch,
  clock,
  deviceNow,
  language,
}: {
  fetch: typeof globalThis.fetch
  clock: ServerClock
  deviceNow: () => number
  language: () => string
}): Api => {
  const ask = async <T>(path: string, init: RequestInit, headers: Record<string, string>): Promise<T> => {
    const sentAt = deviceNow()
    const response = await reach(() =>
      fetch(path, {
        ...init,
        credentials: 'same-origin',
        headers: { accept: 'application/json', 'accept-language': language(), ...headers },
      }),
    )
    const serverSecondAt = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(serverSecondAt)) clock.look({ sentAt, receivedAt: deviceNow(), serverSecondAt })
    return readBody<T>(response)
  }

  return {
    read: (path, signal) => {
      const timeout = AbortSignal.timeout(readTimeoutMs)
      return ask(path, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout }, {})
    },
    send: async <T>({ method, path, headers, body, key }: SendRequest) => {
      const content = body.kind === 'json' ? JSON.stringify(body.value) : body.blob
      const type = body.kind === 'json' ? 'application/json' : body.blob.type
      const answer = await ask<T>(
        path,
        { method, body: content, signal: AbortSignal.timeout(sendTimeoutMs) },
        { 'content-type': type, 'idempotency-key': key, ...headers },
      )
      return { answer, receivedAt: clock.now() }
    },
    print: async (path, value) => {
      const response = await reach(() =>
        fetch(path, {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'accept-language': language(), 'content-type': 'application/json' },
          body: JSON.stringify(value),
          signal: AbortSignal.timeout(sendTimeoutMs),
        }),
      )
      return response.ok ? reach(() => response.blob()) : readBody<never>(response)
    },
  }
}

/** No connection, a time-out and a broken connection are one and the same to a person in a plant. */
const reach = async <T>(request: () => Promise<T>): Promise<T> => {
  try {
    return await request()
  } catch {
    throw new RequestFailed({ kind: 'unreachable' })
  }
}

const readBody = async <T>(response: Response): Promise<T> => {
  const text = await reach(() => response.text())
  const body = parseJson(text)
  if (!response.ok) throw new RequestFailed(parseFailure(response.status, body))
  if (body === undefined && text !== '') throw new RequestFailed({ kind: 'unreadable', status: response.status })
  return body as T
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
