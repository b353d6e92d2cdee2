import type { EpochMs } from '#core/time/epoch.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'

export type Erasure = {
  readonly person: string
  readonly account: string
  readonly reason: string
  readonly now: EpochMs
}

/**
 * Takes everything away that says who a person was; false where there is no such person. The history keeps their id, which
 * then leads nowhere, so that its proof still holds. Sealed numbers, wherever copies lie, end with the key.
 *
 * The staged rows of an import lie under the import's own key and go with it; pictures have their own time limit.
 */
export const erasePerson = async (tx: Tx, { person, account, reason, now }: Erasure): Promise<boolean> => {
  await lockScopes(tx, [`person:${person}`])
  const values = [tx.plantId, person]
  const { rowCount } = await tx.query(
    `update people set name = '', staff_number = null, hired_on = null, birth_year = null, shift_team = null, authorities = '{}', employment = 'left', erased_at = $3,
       revision = revision + 1 where plant_id = $1 and person_id = $2 and erased_at is null`,
    [...values, now],
  )
  if (rowCount === 0) return false
  for (const statement of statements) await tx.query(statement, values)
  await tx.query(
    `insert into personal_data_log (plant_id, entry_id, kind, person_id, account_id, fields, reason, recorded_at)
     values ($1, $2, 'erasure', $3, $4, '{*}', $5, $6)`,
    [tx.plantId, newId(now), person, account, reason, now],
  )
  return true
}

const credentialsOf = 'select credential_id from credentials where plant_id = $1 and person_id = $2'
const accountsOf = 'select account_id from accounts where plant_id = $1 and person_id = $2'

const statements: readonly string[] = [
  'delete from person_secrets where plant_id = $1 and person_id = $2',
  'delete from medicals where plant_id = $1 and person_id = $2',
  // Undoing an import later must restore nothing: what it would put back is empty too.
  `update master_changes set before = jsonb_set(before - 'secrets', '{name}', '""') || '{"staff_number": null, "hired_on": null, "birth_year": null, "employment": "left"}'
   where plant_id = $1 and subject_kind = 'person' and subject_id = $2 and before is not null`,
  `update master_changes set before = '{}' where plant_id = $1 and subject_kind = 'medical' and subject_id = $2 and before is not null`,
  `update master_changes set before = before - 'number_sealed' - 'number_index'
   where plant_id = $1 and subject_kind = 'credential' and subject_id in (${credentialsOf}) and before is not null`,
  'update credentials set number_sealed = null, number_index = null, number_form = null where plant_id = $1 and person_id = $2',
  `delete from sessions where plant_id = $1 and account_id in (${accountsOf})`,
  // A login is often made of the name.
  `update accounts set is_disabled = true, login = 'erased ' || account_id, password_hash = '' where plant_id = $1 and person_id = $2`,
]
