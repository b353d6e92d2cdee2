import type { EpochMs } from '#core/time/epoch.ts'
import { type CallResult, callJson } from '../call-json.ts'
import { parseToken } from './hr-wire.ts'

export type HrSettings = {
  readonly baseUrl: string
  readonly appKey: string
  readonly appSecret: string
  /** The suite tells local times without a zone; this is the zone it means. */
  readonly timeZone: string
  readonly timeoutMs?: number
}

export type HrProblem =
  | 'hr-unreachable'
  | 'hr-timed-out'
  | 'hr-answer-unreadable'
  | 'hr-busy'
  | 'hr-sign-in-refused'
  | 'hr-declined'

export type Success = { readonly ok: true; readonly body: unknown }
export type Failure = { readonly ok: false; readonly problem: HrProblem; readonly waitSecondsMin?: number }

const timeoutMsDefault = 10_000

export type HrCall = (path: string, body: object, signal: AbortSignal) => Promise<Success | Failure>

/** Signed in when needed, once for all who wait; a token that the suite no longer takes is fetched anew, once. */
export const createHrSession = (settings: HrSettings, now: () => EpochMs): HrCall => {
  const timeoutMs = settings.timeoutMs ?? timeoutMsDefault
  const tokens = createTokens(settings, timeoutMs, now)
  const post = (path: string, body: object, token: string, signal: AbortSignal) =>
    callJson({ url: new URL(path, settings.baseUrl), body, token, timeoutMs, signal })

  return async (path, body, signal) => {
    const first = await tokens.read(signal)
    if (typeof first !== 'string') return first
    const result = await post(path, body, first, signal)
    if (result.kind !== 'answer' || result.status !== 401) return toOutcome(result)

    tokens.forget(first)
    const second = await tokens.read(signal)
    return typeof second === 'string' ? toOutcome(await post(path, body, second, signal)) : second
  }
}

/** A token this close to its end is not begun with. */
const tokenMarginMs = 60_000

const createTokens = ({ baseUrl, appKey, appSecret }: HrSettings, timeoutMs: number, now: () => EpochMs) => {
  let kept: { readonly token: string; readonly goodUntil: number } | undefined
  let asking: Promise<string | Failure> | undefined

  const ask = async (signal: AbortSignal): Promise<string | Failure> => {
    const body = { grant_type: 'client_credentials', app_key: appKey, app_secret: appSecret }
    const outcome = toOutcome(await callJson({ url: new URL('token', baseUrl), body, timeoutMs, signal }))
    if (!outcome.ok) return outcome
    const parsed = parseToken(outcome.body)
    if (parsed === undefined) return { ok: false, problem: 'hr-answer-unreadable' }
    kept = { token: parsed.token, goodUntil: now() + parsed.livesSeconds * 1000 - tokenMarginMs }
    return parsed.token
  }

  return {
    read: (signal: AbortSignal): Promise<string | Failure> => {
      if (kept !== undefined && now() < kept.goodUntil) return Promise.resolve(kept.token)
      asking ??= ask(signal).finally(() => (asking = undefined))
      return asking
    },
    forget: (token: string): void => {
      if (kept?.token === token) kept = undefined
    },
  }
}

const toOutcome = (result: CallResult): Success | Failure => {
  switch (result.kind) {
    case 'unreachable':
      return { ok: false, problem: 'hr-unreachable' }
    case 'timed-out':
      return { ok: false, problem: 'hr-timed-out' }
    case 'unreadable':
      return { ok: false, problem: 'hr-answer-unreadable' }
    case 'answer':
      if (result.status >= 200 && result.status < 300) return { ok: true, body: result.body }
      return {
        ok: false,
        problem: problemOf(result.status),
        ...(result.waitSecondsMin === undefined ? {} : { waitSecondsMin: result.waitSecondsMin }),
      }
  }
}

const problemOf = (status: number): HrProblem => {
  if (status === 401 || status === 403) return 'hr-sign-in-refused'
  if (status === 408 || status === 425 || status === 429 || status >= 500) return 'hr-busy'
  return status === 404 ? 'hr-unreachable' : 'hr-declined'
}
