import type { Json } from './weather-feed.ts'

const ways = [
  'down',
  'late',
  'status',
  'not-json',
  'other-shape',
  'impossible',
  'ahead',
  'stale',
  'duplicate',
  'silent-sensor',
] as const
export type How = (typeof ways)[number]

/** What was ordered for the coming calls; each call uses up one. */
export type Misbehaviour = {
  readonly how: How
  readonly delayMs: number
  readonly status: number
  readonly retryAfterSeconds: number | null
  left: number
}

export const parseMisbehaviour = (body: Json): Misbehaviour | null => {
  const how = ways.find((way) => way === body['how'])
  if (how === undefined) return null
  const { calls, delayMs, status, retryAfterSeconds } = body
  return {
    how,
    delayMs: typeof delayMs === 'number' ? delayMs : 5000,
    status: typeof status === 'number' ? status : 500,
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
    left: calls === null ? Number.POSITIVE_INFINITY : typeof calls === 'number' ? calls : 1,
  }
}
