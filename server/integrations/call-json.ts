/** How one call ended, before anybody asks what it means. */
export type CallResult =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown; readonly waitSecondsMin?: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'unreadable'; readonly status: number }

export type CallOptions = {
  readonly url: URL
  /** Without one it is asked for, with one it is told. */
  readonly body?: object
  readonly token?: string
  /** Names what is sent: the same again must have no second effect. */
  readonly idempotencyKey?: string
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** An answer beyond this is no answer of a counterpart; without a bound one endless body would fill the memory. */
const answerBytesMax = 4 * 1024 * 1024

export const callJson = async ({
  url,
  body,
  token,
  idempotencyKey,
  timeoutMs,
  signal,
}: CallOptions): Promise<CallResult> => {
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A redirect would carry people's data, and the secret, to wherever it points.
      redirect: 'error',
      signal: AbortSignal.any([signal, deadline]),
    })
    return await readAnswer(response)
  } catch {
    return deadline.aborted ? { kind: 'timed-out' } : { kind: 'unreachable' }
  }
}

const readAnswer = async (response: Response): Promise<CallResult> => {
  const { status } = response
  const text = await readText(response)
  const waitSecondsMin = secondsOf(response.headers.get('retry-after'))
  // What an error says is never relied on, only that it is one.
  if (!response.ok)
    return { kind: 'answer', status, body: null, ...(waitSecondsMin === undefined ? {} : { waitSecondsMin }) }
  try {
    if (text !== undefined) return { kind: 'answer', status, body: JSON.parse(text) as unknown }
  } catch {
    // Falls through: not JSON.
  }
  return { kind: 'unreadable', status }
}

const readText = async (response: Response): Promise<string | undefined> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > answerBytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const waitSecondsBound = 3600

/** Seconds only: the date form of the header would need the counterpart's clock to be right. */
const secondsOf = (header: string | null): number | undefined =>
  header !== null && /^\d{1,6}$/.test(header) ? Math.min(Number(header), waitSecondsBound) : undefined
