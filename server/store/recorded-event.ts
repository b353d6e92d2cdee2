import { createHash } from 'node:crypto'
import type { JobEvent } from '#core/job/events.ts'
import { canonicalJson } from './canonical-json.ts'

/** An event as it stands in the history: what happened, where in which stream, and what it is chained to. */
export type RecordedEvent<E = JobEvent> = {
  readonly streamId: string
  readonly version: number
  readonly event: E
  readonly recordedAt: number
  readonly reliedOn: readonly string[]
  readonly previousHash: string
  readonly hash: string
}

/** What the first event of every stream is chained to. */
export const firstHash = '0'.repeat(64)

/** SHA-256 over everything that the event says and over the hash before it, so that nothing can be changed or left out. */
export const hashOf = (
  plantId: string,
  { streamId, version, event, recordedAt, reliedOn, previousHash }: Omit<RecordedEvent<unknown>, 'hash'>,
): string =>
  createHash('sha256')
    .update(canonicalJson({ plantId, streamId, version, event, recordedAt, reliedOn, previousHash }))
    .digest('hex')

export type HistoryProblem = {
  readonly version: number
  readonly problem: 'hash-wrong' | 'link-broken' | 'version-missing' | 'of-another-stream' | 'empty'
}

/** What is wrong with an exported history; needs nothing but the export itself. */
export const verifyHistory = (plantId: string, events: readonly RecordedEvent[]): readonly HistoryProblem[] => {
  if (events.length === 0) return [{ version: 0, problem: 'empty' }]
  let previousHash = firstHash
  let expected = 1
  return events.flatMap((recorded): readonly HistoryProblem[] => {
    const problems: HistoryProblem[] = []
    if (recorded.version !== expected) problems.push({ version: expected, problem: 'version-missing' })
    // Go on behind the gap: one event that was taken out is one problem, not one for each that follows.
    expected = recorded.version + 1
    if (recorded.previousHash !== previousHash) problems.push({ version: recorded.version, problem: 'link-broken' })
    if (hashOf(plantId, recorded) !== recorded.hash) problems.push({ version: recorded.version, problem: 'hash-wrong' })
    previousHash = recorded.hash
    return problems
  })
}
