import { id, type EvidenceId } from '#core/ids.ts'
import { dayMs, type EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import type { ContentHash } from './content-store.ts'
import { type Fingerprint, nearBitsMax } from './fingerprint.ts'

/** Whether a picture was handed in before: the very same file, or one that looks the same. */
export type Reuse = { readonly kind: 'none' } | { readonly kind: 'same' | 'near'; readonly earlier: EvidenceId }

export type Look = { readonly contentHash: ContentHash; readonly fingerprint: Fingerprint | null }

/**
 * How far back a picture that merely looks alike is searched. The same file is found however old it is; a look is compared
 * with every picture of the window, one by one, which stays within some tens of milliseconds only because it is bounded.
 */
export const nearSearch = { windowDays: 90, picturesMax: 100_000 } as const

export const findReuse = async (tx: Tx, { contentHash, fingerprint }: Look, now: EpochMs): Promise<Reuse> => {
  const same = await tx.query<{ evidence_id: string }>(
    'select evidence_id from evidence where plant_id = $1 and content_hash = $2 order by received_at limit 1',
    [tx.plantId, contentHash],
  )
  if (same.rows[0]) return { kind: 'same', earlier: id<EvidenceId>(same.rows[0].evidence_id) }
  if (fingerprint === null) return { kind: 'none' }

  const near = await tx.query<{ evidence_id: string }>(
    `select evidence_id
     from (select evidence_id, captured_at, bit_count(fingerprint # ('x' || $2)::bit(64)) as differing_bits
           from (select evidence_id, captured_at, fingerprint from evidence
                 where plant_id = $1 and captured_at >= $3 and fingerprint is not null
                 order by captured_at desc limit $4) as recent) as compared
     where differing_bits <= $5
     order by differing_bits, captured_at
     limit 1`,
    [tx.plantId, fingerprint, now - nearSearch.windowDays * dayMs, nearSearch.picturesMax, nearBitsMax],
  )
  return near.rows[0] ? { kind: 'near', earlier: id<EvidenceId>(near.rows[0].evidence_id) } : { kind: 'none' }
}
