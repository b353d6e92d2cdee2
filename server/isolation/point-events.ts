import type { PointEvent } from '#core/isolation/events.ts'
import type { PointId } from '#core/ids.ts'
import type { Tx } from '../store/database.ts'
import { VersionConflict } from '../store/events.ts'
import { firstHash, hashOf, type RecordedEvent } from '../store/recorded-event.ts'

type Row = { version: number; payload: PointEvent; recorded_at: number; previous_hash: string; hash: string }

/** The whole history of one point, oldest first, chained by its hashes. */
export const readPointEvents = async (tx: Tx, point: PointId): Promise<readonly RecordedEvent<PointEvent>[]> => {
  const { rows } = await tx.query<Row>(
    'select version, payload, recorded_at, previous_hash, hash from isolation_events where plant_id = $1 and point_id = $2 order by version',
    [tx.plantId, point],
  )
  return rows.map(({ version, payload, recorded_at, previous_hash, hash }) => ({
    streamId: streamOf(point),
    version,
    event: payload,
    recordedAt: recorded_at,
    reliedOn: [],
    previousHash: previous_hash,
    hash,
  }))
}

const streamOf = (point: PointId): string => `isolation-point:${point}`

export const appendPointEvents = async (
  tx: Tx,
  point: PointId,
  last: RecordedEvent<PointEvent> | undefined,
  events: readonly PointEvent[],
  now: number,
): Promise<void> => {
  let previousHash = last?.hash ?? firstHash
  let version = last?.version ?? 0
  const recordedAt = Math.max(now, last?.recordedAt ?? 0)
  for (const event of events) {
    version += 1
    const unhashed = { streamId: streamOf(point), version, event, recordedAt, reliedOn: [], previousHash }
    const hash = hashOf(tx.plantId, unhashed)
    const { rowCount } = await tx.query(
      `insert into isolation_events (plant_id, point_id, version, type, payload, job_id, occurred_at, recorded_at, actor, previous_hash, hash)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        tx.plantId,
        point,
        version,
        event.type,
        JSON.stringify(event),
        event.job,
        event.occurredAt,
        recordedAt,
        event.by,
        previousHash,
        hash,
      ],
    )
    if (rowCount !== 1) throw new VersionConflict(`point ${point} has moved on from version ${version - 1}`)
    previousHash = hash
  }
}
