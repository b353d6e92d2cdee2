import type { PersonFile } from '#contract/people.ts'
import { isTrainingCategory } from '#core/people/ledger/vocabulary.ts'
import type { IsoDate } from '#core/time/epoch.ts'
import { readMaskedNumbers } from '../privacy/personal-numbers.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { stateOfRow } from './people-directory.ts'
import { readChanges } from './person-changes.ts'

/** All that is known of one person, each value with where it came from; undefined where there is no such person. */
export const readPersonFile = async (
  tx: Tx,
  vault: Vault,
  personId: string,
  today: IsoDate,
): Promise<PersonFile | undefined> => {
  const { rows } = await tx.query<Omit<PersonFile['person'], 'numbers'>>(
    `select p.person_id as id, p.name, p.staff_number as "staffNumber", e.name as employer, e.kind = 'own' as "isOwn", p.department,
            p.position_id as position, p.shift_team as team, p.employment, p.hired_on as "hiredOn", coalesce(p.provenance -> '*', '{}') as source
     from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
     where p.plant_id = $1 and p.person_id = $2 and p.erased_at is null`,
    [tx.plantId, personId],
  )
  const [person] = rows
  if (!person) return undefined
  const numbers = (await readMaskedNumbers(tx, vault, [personId])).get(personId) ?? {}
  return {
    person: { ...person, numbers },
    credentials: await readCredentials(tx, personId, today),
    medical: await readMedical(tx, personId),
    changes: await readChanges(tx, personId),
  }
}

type Credential = PersonFile['credentials'][number]

const readCredentials = async (tx: Tx, personId: string, today: IsoDate): Promise<Credential[]> => {
  const { rows } = await tx.query<Omit<Credential, 'state' | 'isTraining' | 'checks'>>(
    `select credential_id as id, category, issued_on as "issuedOn", valid_from as "validFrom", valid_through as "validThrough",
            is_unlimited as "isUnlimited", review_due as "reviewDue", issuer, holder, official, official_checked_on as "officialCheckedOn",
            superseded_by as "supersededBy", provenance as source
     from credentials where plant_id = $1 and person_id = $2
     order by superseded_by is not null, category, coalesce(issued_on, valid_from) desc nulls last`,
    [tx.plantId, personId],
  )
  const { rows: checks } = await tx.query<Credential['checks'][number] & { credentialId: string }>(
    `select credential_id as "credentialId", result, checked_on as "checkedOn", method, note, account_id as by, recorded_at as "recordedAt"
     from credential_checks where plant_id = $1 and credential_id = any($2) order by recorded_at desc`,
    [tx.plantId, rows.map(({ id }) => id)],
  )
  return rows.map((row) => ({
    ...row,
    state: stateOfRow(row, today),
    isTraining: isTrainingCategory(row.category),
    checks: checks.flatMap(({ credentialId, result, checkedOn, method, note, by, recordedAt }) =>
      credentialId === row.id ? [{ result, checkedOn, method, note, by, recordedAt }] : [],
    ),
  }))
}

const readMedical = async (tx: Tx, personId: string): Promise<PersonFile['medical']> => {
  const { rows } = await tx.query<NonNullable<PersonFile['medical']>>(
    `select verdict, restrictions, measured_on as "examinedOn", valid_through as "validThrough", systolic_mm_hg as "systolicMmHg",
            diastolic_mm_hg as "diastolicMmHg", follow_up_due as "followUpDue", institution, provenance as source
     from medicals where plant_id = $1 and person_id = $2`,
    [tx.plantId, personId],
  )
  return rows[0] ?? null
}
