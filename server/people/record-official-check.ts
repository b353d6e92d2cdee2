import type { z } from 'zod'
import type { officialCheckRequest } from '#contract/people.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'

export type CheckOutcome = 'recorded' | 'unknown' | 'superseded' | 'in-the-future'

/**
 * Keeps what the issuer's register said, and lets the certificate carry the answer. The person is locked, so that a start
 * which relies on the certificate comes before or after it, never in between.
 */
export const recordOfficialCheck = async (
  tx: Tx,
  credentialId: string,
  { result, checkedOn, method, note }: z.output<typeof officialCheckRequest>,
  { account, today, now }: { readonly account: string; readonly today: string; readonly now: EpochMs },
): Promise<CheckOutcome> => {
  const { rows } = await tx.query<{ person_id: string; superseded_by: string | null }>(
    'select person_id, superseded_by from credentials where plant_id = $1 and credential_id = $2',
    [tx.plantId, credentialId],
  )
  const [credential] = rows
  if (!credential) return 'unknown'
  if (credential.superseded_by !== null) return 'superseded'
  if (checkedOn > today) return 'in-the-future'
  await lockScopes(tx, [`person:${credential.person_id}`])
  await tx.query(
    `insert into credential_checks (plant_id, check_id, credential_id, result, checked_on, method, note, account_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.plantId, newId(now), credentialId, result, checkedOn, method, note, account, now],
  )
  // An older look that is entered later must not hide what a newer one found.
  await tx.query(
    `update credentials set official = $3, official_checked_on = $4, revision = revision + 1
     where plant_id = $1 and credential_id = $2 and (official_checked_on is null or official_checked_on <= $4)`,
    [tx.plantId, credentialId, result, checkedOn],
  )
  return 'recorded'
}
