import type { Tx } from './database.ts'

/**
 * Holds everything that a decision depends on beyond its own stream until the transaction ends: the people, the space,
 * the area. Always in sorted order, so that two decisions wait for each other instead of for ever.
 */
export const lockScopes = async (tx: Tx, scopes: readonly string[]): Promise<void> => {
  const sorted = [...new Set(scopes)].toSorted()
  if (sorted.length === 0) return
  await tx.query(
    'insert into scopes (plant_id, scope) select $1, unnest($2::text[]) order by 2 on conflict do nothing',
    [tx.plantId, sorted],
  )
  await tx.query('select scope from scopes where plant_id = $1 and scope = any($2) order by scope for update', [
    tx.plantId,
    sorted,
  ])
}
