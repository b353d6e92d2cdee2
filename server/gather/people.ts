import { createHash } from 'node:crypto'
import { id, type LevelId, type PersonId } from '#core/ids.ts'
import type { CredentialFacts, Facts, Matrix, MedicalFacts, PersonFacts } from '#core/job/facts.ts'
import { isoDate } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { byCategory } from '#core/people/by-category.ts'

type PersonRow = {
  person_id: string
  employer_id: string
  position_id: string
  authorities: string[]
  unit: string
  employment: PersonFacts['employment']
  birth_year: number | null
  revision: number
}
type CredentialRow = {
  credential_id: string
  person_id: string
  category: string
  holder: CredentialFacts['holder']
  valid_from: string | null
  valid_through: string | null
  is_unlimited: boolean
  review_due: string | null
  official: CredentialFacts['official']
  official_checked_on: string | null
  revision: number
}
type MedicalRow = {
  person_id: string
  verdict: MedicalFacts['verdict']
  restrictions: string[]
  valid_through: string | null
  systolic_mm_hg: number | null
  diastolic_mm_hg: number | null
  measured_on: string | null
  follow_up_due: string | null
  updated_on: string
  revision: number
}

/** People with the documents that count today: what was superseded is history. */
export const gatherPeople = async (tx: Tx, people: readonly PersonId[]): Promise<Facts['people']> => {
  const ids = [...people]
  const persons = await tx.query<PersonRow>('select * from people where plant_id = $1 and person_id = any($2)', [
    tx.plantId,
    ids,
  ])
  const credentials = await tx.query<CredentialRow>(
    'select * from credentials where plant_id = $1 and person_id = any($2) and superseded_by is null',
    [tx.plantId, ids],
  )
  const medicals = await tx.query<MedicalRow>('select * from medicals where plant_id = $1 and person_id = any($2)', [
    tx.plantId,
    ids,
  ])
  const credentialsOf = Map.groupBy(credentials.rows, ({ person_id }) => person_id)
  const medicalOf = new Map(medicals.rows.map((row) => [row.person_id, row]))
  return Object.fromEntries(
    persons.rows.map((row) => [
      row.person_id,
      toPerson(row, credentialsOf.get(row.person_id) ?? [], medicalOf.get(row.person_id)),
    ]),
  )
}

const toPerson = (
  row: PersonRow,
  credentials: readonly CredentialRow[],
  medical: MedicalRow | undefined,
): PersonFacts => ({
  employer: id(row.employer_id),
  position: id(row.position_id),
  authorities: row.authorities,
  unit: row.unit,
  employment: row.employment,
  credentials: byCategory(credentials.map(toCredential)),
  revision: `person:${row.person_id}@${row.revision}`,
  ...(row.birth_year === null ? {} : { birthYear: row.birth_year }),
  ...(medical ? { medical: toMedical(medical) } : {}),
})

const toCredential = (row: CredentialRow): CredentialFacts => ({
  id: row.credential_id,
  category: id(row.category),
  holder: row.holder,
  official: row.official,
  revision: `credential:${row.credential_id}@${row.revision}`,
  ...(row.valid_from === null ? {} : { validFrom: isoDate(row.valid_from) }),
  ...(row.is_unlimited
    ? { validThrough: 'unlimited' as const }
    : row.valid_through === null
      ? {}
      : { validThrough: isoDate(row.valid_through) }),
  ...(row.review_due === null ? {} : { reviewDue: isoDate(row.review_due) }),
  ...(row.official_checked_on === null ? {} : { officialCheckedOn: isoDate(row.official_checked_on) }),
})

const toMedical = (row: MedicalRow): MedicalFacts => ({
  verdict: row.verdict,
  restrictions: row.restrictions,
  updatedOn: isoDate(row.updated_on),
  revision: `medical:${row.person_id}@${row.revision}`,
  ...(row.valid_through === null ? {} : { validThrough: isoDate(row.valid_through) }),
  ...(row.systolic_mm_hg === null ? {} : { systolicMmHg: row.systolic_mm_hg }),
  ...(row.diastolic_mm_hg === null ? {} : { diastolicMmHg: row.diastolic_mm_hg }),
  ...(row.measured_on === null ? {} : { measuredOn: isoDate(row.measured_on) }),
  ...(row.follow_up_due === null ? {} : { followUpDue: isoDate(row.follow_up_due) }),
})

export const gatherMatrix = async (tx: Tx): Promise<Matrix> => {
  const { rows } = await tx.query<{ position_id: string; operation_id: string; level_id: string }>(
    'select position_id, operation_id, level_id from matrix_rows where plant_id = $1',
    [tx.plantId],
  )
  const matrix: { [position: string]: { [operation: string]: LevelId } } = {}
  for (const { position_id, operation_id, level_id } of rows) (matrix[position_id] ??= {})[operation_id] = id(level_id)
  // Of the content: a level that was changed leaves the number of rows as it was.
  const cells = rows.map(({ position_id, operation_id, level_id }) => [position_id, operation_id, level_id].join('\n'))
  const hash = createHash('sha256').update(cells.toSorted().join('\n\n')).digest('base64url')
  return { rows: matrix, revision: `matrix:${tx.plantId}@${hash.slice(0, 16)}` }
}
