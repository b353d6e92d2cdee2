import { callJson } from '../call-json.ts'
import { parseObservations, type Observation } from './weather-wire.ts'
import type { WeatherSettings } from './weather-settings.ts'

export const feedProblems = [
  'weather-unreachable',
  'weather-timed-out',
  'weather-busy',
  'weather-sign-in-refused',
  'weather-plant-unknown',
  'weather-answer-unreadable',
] as const
export type FeedProblem = (typeof feedProblems)[number]

export type Fetched =
  | { readonly kind: 'observed'; readonly observations: readonly Observation[]; readonly dropped: number }
  | { readonly kind: 'failed'; readonly problem: FeedProblem; readonly waitSecondsMin?: number }

export type WeatherClient = { readonly fetchObservations: (code: string, signal: AbortSignal) => Promise<Fetched> }

/** One look at the feed. Whatever is not a plain answer is a failure, and a failure leaves the weather as old as it is. */
export const createWeatherClient = ({ baseUrl, token, timeoutMs }: WeatherSettings): WeatherClient => ({
  fetchObservations: async (code, signal) => {
    const url = new URL('observations', baseUrl)
    url.searchParams.set('plant', code)
    const result = await callJson({ url, token, timeoutMs, signal })
    switch (result.kind) {
      case 'unreachable':
        return { kind: 'failed', problem: 'weather-unreachable' }
      case 'timed-out':
        return { kind: 'failed', problem: 'weather-timed-out' }
      case 'unreadable':
        return { kind: 'failed', problem: 'weather-answer-unreadable' }
      case 'answer': {
        const { status, body, waitSecondsMin } = result
        if (status !== 200)
          return {
            kind: 'failed',
            problem: problemOf(status),
            ...(waitSecondsMin === undefined ? {} : { waitSecondsMin }),
          }
        const read = parseObservations(body)
        return read.kind === 'read'
          ? { kind: 'observed', observations: read.observations, dropped: read.dropped }
          : { kind: 'failed', problem: 'weather-answer-unreadable' }
      }
    }
  },
})

const problemOf = (status: number): FeedProblem => {
  if (status === 401 || status === 403) return 'weather-sign-in-refused'
  if (status === 404) return 'weather-plant-unknown'
  return status < 300 ? 'weather-answer-unreadable' : 'weather-busy'
}
