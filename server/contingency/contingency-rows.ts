import type { Contingency } from '#core/contingency/contingency.ts'
import type { ContingencyId, PersonId, SourceId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

const select = `select contingency_id as id, mode, source_id as source, declared_by as "declaredBy", opened_at as "openedAt",
  until, ended_at as "endedAt" from contingencies where plant_id = $1`

/** Those that may still be open; whether they are is derived. */
export const readStanding = async (
  tx: Tx,
  now: EpochMs,
  sources: readonly SourceId[] | 'all',
): Promise<readonly Contingency[]> => {
  const { rows } = await tx.query<Contingency>(
    `${select} and until > $2 and ended_at is null and ($3::text[] is null or source_id = any($3)) order by opened_at`,
    [tx.plantId, now, sources === 'all' ? null : [...sources]],
  )
  return rows
}

const pastMax = 50

/** The latest ones, open and over. */
export const readLatestContingencies = async (tx: Tx): Promise<readonly Contingency[]> => {
  const { rows } = await tx.query<Contingency>(`${select} order by opened_at desc limit ${pastMax}`, [tx.plantId])
  return rows
}

export const findContingency = async (tx: Tx, contingency: ContingencyId): Promise<Contingency | undefined> => {
  const { rows } = await tx.query<Contingency>(`${select} and contingency_id = $2`, [tx.plantId, contingency])
  return rows[0]
}

export const insertContingency = async (tx: Tx, one: Contingency): Promise<void> => {
  await tx.query(
    `insert into contingencies (plant_id, contingency_id, mode, source_id, declared_by, opened_at, until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.plantId, one.id, one.mode, one.source, one.declaredBy, one.openedAt, one.until],
  )
}

export const markEnded = async (tx: Tx, { id, endedAt }: Contingency, by: PersonId): Promise<void> => {
  await tx.query('update contingencies set ended_at = $3, ended_by = $4 where plant_id = $1 and contingency_id = $2', [
    tx.plantId,
    id,
    endedAt,
    by,
  ])
}
