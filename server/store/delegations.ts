import { id, type PersonId } from '#core/ids.ts'
import type { Delegation } from '#core/people/delegation.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './database.ts'

export type DelegationRow = {
  delegation_id: string
  from_person: PersonId
  to_person: PersonId
  authority: string
  from_at: EpochMs
  until_at: EpochMs
  ended_at: EpochMs | null
  reason: string
}

/** Which are still in force, or will be, of one authority or of some people's. What is over gives nothing any more. */
export const readStandingDelegations = async (
  tx: Tx,
  now: EpochMs,
  of: { readonly people: readonly PersonId[] } | { readonly authority: string },
): Promise<readonly Delegation[]> => {
  const { rows } = await tx.query<DelegationRow>(
    `select * from delegations where plant_id = $1 and until_at > $2 and (ended_at is null or ended_at > $2)
       and ($3::text[] is null or to_person = any($3)) and ($4::text is null or authority = $4)`,
    [tx.plantId, now, 'people' in of ? [...of.people] : null, 'authority' in of ? of.authority : null],
  )
  return rows.map(toDelegation)
}

/** Made by somebody or given to them, the newest first, up to what ended lately. */
export const readDelegationsOf = async (
  tx: Tx,
  person: PersonId,
  since: EpochMs,
): Promise<readonly DelegationRow[]> => {
  const { rows } = await tx.query<DelegationRow>(
    `select * from delegations where plant_id = $1 and (from_person = $2 or to_person = $2) and until_at > $3
     order by made_at desc limit 100`,
    [tx.plantId, person, since],
  )
  return rows
}

export const insertDelegation = (
  tx: Tx,
  { id: delegationId, from, to, authority, window }: Delegation,
  made: { readonly reason: string; readonly at: EpochMs; readonly by: PersonId },
): Promise<unknown> =>
  tx.query(
    `insert into delegations (plant_id, delegation_id, from_person, to_person, authority, from_at, until_at, reason, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.plantId, delegationId, from, to, authority, window.from, window.to, made.reason, made.at, made.by],
  )

/** Only its author calls it back, and only once: the first end is the one that counts. */
export const endDelegation = async (
  tx: Tx,
  delegationId: string,
  author: PersonId,
  now: EpochMs,
): Promise<'ended' | 'unknown'> => {
  const { rowCount } = await tx.query(
    `update delegations set ended_at = coalesce(ended_at, $4) where plant_id = $1 and delegation_id = $2 and from_person = $3`,
    [tx.plantId, delegationId, author, now],
  )
  return rowCount === 1 ? 'ended' : 'unknown'
}

const toDelegation = (row: DelegationRow): Delegation => ({
  id: row.delegation_id,
  from: id(row.from_person),
  to: id(row.to_person),
  authority: row.authority,
  window: { from: row.from_at, to: row.until_at },
  endedAt: row.ended_at,
})
