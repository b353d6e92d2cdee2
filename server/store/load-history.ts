import type { JobEvent } from '#core/job/events.ts'
import type { Tx } from './database.ts'
import { chain, insertRecorded, VersionConflict } from './events.ts'
import type { RecordedEvent } from './recorded-event.ts'

/** What one decision added to a stream, at the time at which it did. */
export type PastDecision = {
  readonly events: readonly JobEvent[]
  readonly reliedOn: readonly string[]
  readonly recordedAt: number
}

export type PastStream = { readonly streamId: string; readonly decisions: readonly PastDecision[] }

const eventsPerStatement = 1000

/**
 * Brings in whole streams that were decided elsewhere (a plant's past, a simulated clock), chained exactly as if each decision
 * had been appended in its time; only the number of statements differs. A stream that has begun already is refused.
 */
export const loadHistory = async (tx: Tx, streams: Iterable<PastStream>): Promise<number> => {
  let loaded = 0
  let waiting: RecordedEvent[] = []
  const flush = async (): Promise<void> => {
    if ((await insertRecorded(tx, waiting)) !== waiting.length)
      throw new VersionConflict('a stream that was to be loaded has begun already')
    loaded += waiting.length
    waiting = []
  }
  for (const stream of streams) {
    waiting.push(...chainStream(tx.plantId, stream))
    if (waiting.length >= eventsPerStatement) await flush()
  }
  if (waiting.length > 0) await flush()
  return loaded
}

const chainStream = (plantId: string, { streamId, decisions }: PastStream): readonly RecordedEvent[] => {
  const recorded: RecordedEvent[] = []
  for (const { events, reliedOn, recordedAt } of decisions) {
    const after = recorded.at(-1)
    // Time never runs backwards within a stream, here as little as there.
    const at = Math.max(recordedAt, after?.recordedAt ?? 0)
    recorded.push(...chain(plantId, { after, streamId, events, reliedOn, recordedAt: at }))
  }
  return recorded
}
