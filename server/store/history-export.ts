import { verifyHistory, type HistoryProblem, type RecordedEvent } from './recorded-event.ts'

/** A job's whole history as a file that proves itself: whoever holds it needs neither this system nor its database. */
export type HistoryExport = {
  readonly format: typeof historyFormat
  readonly plantId: string
  readonly streamId: string
  readonly events: readonly RecordedEvent[]
}

export const historyFormat = 'holdpoint-history-1'

export const toHistoryExport = (
  plantId: string,
  streamId: string,
  events: readonly RecordedEvent[],
): HistoryExport => ({ format: historyFormat, plantId, streamId, events })

export type HistoryVerdict =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | {
      readonly kind: 'verified'
      readonly plantId: string
      readonly streamId: string
      readonly eventCount: number
      /** Compared with the one that the plant names today, it shows whether events were cut off at the end. */
      readonly lastHash: string
    }
  | { readonly kind: 'broken'; readonly problems: readonly FoundProblem[] }

/** The problem, and what the event calls itself, so that a reader finds it in the file. */
export type FoundProblem = HistoryProblem & { readonly type: string | null }

/** Judges the text of an exported file. Anything that is not understood to the last field proves nothing and is unreadable. */
export const judgeHistoryExport = (text: string): HistoryVerdict => {
  const exported = parseHistoryExport(text)
  if (typeof exported === 'string') return { kind: 'unreadable', reason: exported }
  const { plantId, streamId, events } = exported
  const strangers = events.filter((one) => one.streamId !== streamId)
  const problems = [
    ...strangers.map(({ version }): HistoryProblem => ({ version, problem: 'of-another-stream' })),
    ...verifyHistory(plantId, events),
  ]
  if (problems.length > 0) {
    const typeOf = new Map(events.map(({ version, event }) => [version, event.type]))
    return { kind: 'broken', problems: problems.map((one) => ({ ...one, type: typeOf.get(one.version) ?? null })) }
  }
  return { kind: 'verified', plantId, streamId, eventCount: events.length, lastHash: events.at(-1)?.hash ?? '' }
}

const parseHistoryExport = (text: string): HistoryExport | string => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'this is not JSON'
  }
  if (!isObject(value) || value['format'] !== historyFormat) return `the format is not ${historyFormat}`
  if (typeof value['plantId'] !== 'string' || typeof value['streamId'] !== 'string') return 'plant or job is missing'
  if (!Array.isArray(value['events'])) return 'the events are missing'
  const at = value['events'].findIndex((one) => !isRecorded(one))
  return at < 0 ? (value as HistoryExport) : `entry ${at + 1} is not an event`
}

/** streamId, version, event, recordedAt, reliedOn, previousHash, hash. */
const fieldCount = 7

/** A field beyond these would be shown by nobody's hash, so that an entry with one is refused too. */
const isRecorded = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length === fieldCount &&
  typeof value['streamId'] === 'string' &&
  Number.isInteger(value['version']) &&
  isObject(value['event']) &&
  typeof value['event']['type'] === 'string' &&
  typeof value['recordedAt'] === 'number' &&
  Array.isArray(value['reliedOn']) &&
  typeof value['previousHash'] === 'string' &&
  typeof value['hash'] === 'string'

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
