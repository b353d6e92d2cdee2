import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

/** Under which code and name a plant reports. Null: the feed is off, and nothing is queued. */
export type FeedSettings = { readonly companyCode: string; readonly companyName: string }

export const readFeedSettings = async (tx: Tx): Promise<FeedSettings | null> => {
  const { rows } = await tx.query<FeedSettings>(
    `select company_code as "companyCode", company_name as "companyName" from park_feeds where plant_id = $1`,
    [tx.plantId],
  )
  return rows[0] ?? null
}

export const writeFeedSettings = async (
  tx: Tx,
  { companyCode, companyName }: FeedSettings,
  { now, by }: { readonly now: EpochMs; readonly by: string | null },
): Promise<void> => {
  await tx.query(
    `insert into park_feeds (plant_id, company_code, company_name, changed_at, changed_by) values ($1, $2, $3, $4, $5)
     on conflict (plant_id) do update set company_code = excluded.company_code, company_name = excluded.company_name,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [tx.plantId, companyCode, companyName, now, by],
  )
}

/** What waits in the outbox stays there until the feed is on again. */
export const switchFeedOff = async (tx: Tx): Promise<void> => {
  await tx.query('delete from park_feeds where plant_id = $1', [tx.plantId])
}
