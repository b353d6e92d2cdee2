import type { JobEvent } from '#core/job/events.ts'
import type { Tx } from './database.ts'
import { firstHash, hashOf, type RecordedEvent } from './recorded-event.ts'

export class VersionConflict extends Error {
  override name = 'VersionConflict'
}

type Row = {
  stream_id: string
  version: number
  payload: JobEvent
  recorded_at: number
  relied_on: string[]
  previous_hash: string
  hash: string
}

export const readEvents = async (tx: Tx, streamId: string): Promise<readonly RecordedEvent[]> => {
  const { rows } = await tx.query<Row>(
    'select stream_id, version, payload, recorded_at, relied_on, previous_hash, hash from events where plant_id = $1 and stream_id = $2 order by version',
    [tx.plantId, streamId],
  )
  return rows.map((row) => ({
    streamId: row.stream_id,
    version: row.version,
    event: row.payload,
    recordedAt: row.recorded_at,
    reliedOn: row.relied_on,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}

type Appending = {
  readonly after: RecordedEvent | undefined
  readonly streamId: string
  readonly events: readonly JobEvent[]
  readonly reliedOn: readonly string[]
  readonly now: number
}

/**
 * Appends behind the last event that the decision has seen. Somebody who was faster makes this throw `VersionConflict`,
 * and nothing is kept of the loser. Time never runs backwards within a stream, whatever the server's clock does.
 */
export const appendEvents = async (
  tx: Tx,
  { after, streamId, events, reliedOn, now }: Appending,
): Promise<readonly RecordedEvent[]> => {
  if (events.length === 0) return []
  const recordedAt = Math.max(now, after?.recordedAt ?? 0)
  const recorded = chain(tx.plantId, { after, streamId, events, reliedOn, recordedAt })
  if ((await insertRecorded(tx, recorded)) !== events.length)
    throw new VersionConflict(`${streamId} has moved on from version ${after?.version ?? 0}`)
  tx.announce(streamId)
  return recorded
}

export const chain = (
  plantId: string,
  { after, streamId, events, reliedOn, recordedAt }: Omit<Appending, 'now'> & { readonly recordedAt: number },
): readonly RecordedEvent[] => {
  let previousHash = after?.hash ?? firstHash
  let version = after?.version ?? 0
  return events.map((event): RecordedEvent => {
    version += 1
    const unhashed = { streamId, version, event, recordedAt, reliedOn, previousHash }
    const recorded = { ...unhashed, hash: hashOf(plantId, unhashed) }
    previousHash = recorded.hash
    return recorded
  })
}

/** How many of them found their place free. One statement, however many events it brings. */
export const insertRecorded = async (tx: Tx, recorded: readonly RecordedEvent[]): Promise<number> => {
  const { rowCount } = await tx.query(
    `insert into events (plant_id, stream_id, version, type, payload, occurred_at, recorded_at, actor, relied_on, previous_hash, hash)
     select $1, stream_id, version, type, payload, occurred_at, recorded_at, actor, relied_on, previous_hash, hash
     from jsonb_to_recordset($2::jsonb) as r(stream_id text, version integer, type text, payload jsonb, occurred_at bigint, recorded_at bigint, actor text, relied_on jsonb, previous_hash text, hash text)
     on conflict do nothing`,
    [tx.plantId, JSON.stringify(recorded.map(toRow))],
  )
  return rowCount ?? 0
}

const toRow = ({ streamId, version, event, recordedAt, reliedOn, previousHash, hash }: RecordedEvent) => ({
  stream_id: streamId,
  version,
  type: event.type,
  payload: event,
  occurred_at: event.occurredAt,
  recorded_at: recordedAt,
  actor: event.by,
  relied_on: reliedOn,
  previous_hash: previousHash,
  hash,
})
