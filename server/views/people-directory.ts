import type { z } from 'zod'
import type { directoryQuery, DirectoryPage } from '#contract/people.ts'
import { stateOfDocument, type DocumentFacts, type DocumentState } from '#core/people/document-state.ts'
import { isTrainingCategory } from '#core/people/ledger/vocabulary.ts'
import type { IsoDate } from '#core/time/epoch.ts'
import { readMaskedNumbers } from '../privacy/personal-numbers.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'

type PersonRow = Omit<DirectoryPage['people'][number], 'numbers' | 'documents'>

const columns = `p.person_id as id, p.name, p.staff_number as "staffNumber", e.name as employer, e.kind = 'own' as "isOwn",
  p.department, p.position_id as position, p.shift_team as team, p.employment`
const from = `from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
  where p.plant_id = $1 and p.erased_at is null`
const condition = `and ($2 = '' or strpos(p.name, $2) > 0 or p.staff_number = $2) and ($3 = '' or p.department = $3)
  and ($4 = '' or p.position_id = $4) and ($5 = 'all' or p.employment = $5)`

/** One page of the plant's people: numbers masked, documents counted by how they stand today. */
export const readDirectory = async (
  tx: Tx,
  vault: Vault,
  { search, department, position, employment, offset, limit }: z.output<typeof directoryQuery>,
  today: IsoDate,
): Promise<DirectoryPage> => {
  const filter = [tx.plantId, search, department, position, employment]
  const page = tx.query<PersonRow>(
    `select ${columns} ${from} ${condition} order by p.name, p.person_id offset $6 limit $7`,
    [...filter, offset, limit],
  )
  const total = tx.query<{ count: number }>(`select count(*)::integer as count ${from} ${condition}`, filter)
  const choices = tx.query<{ department: string; position: string }>(
    `select distinct p.department, p.position_id as position ${from} order by 1, 2`,
    [tx.plantId],
  )
  const { rows: people } = await page
  const ids = people.map(({ id }) => id)
  const numbers = await readMaskedNumbers(tx, vault, ids)
  const documents = await readStates(tx, ids, today)
  const { rows: found } = await choices
  return {
    people: people.map((person) => ({
      ...person,
      numbers: numbers.get(person.id) ?? {},
      documents: documents.get(person.id) ?? {},
    })),
    total: (await total).rows[0]?.count ?? 0,
    departments: [...new Set(found.map((row) => row.department))],
    positions: [...new Set(found.map((row) => row.position))].toSorted(),
  }
}

type DocumentRow = Omit<DocumentFacts, 'official'> & {
  readonly personId: string
  readonly category: string
  readonly official: Exclude<DocumentFacts['official'], 'not-needed'>
}
type States = { [S in DocumentState]?: number }

const readStates = async (tx: Tx, people: readonly string[], today: IsoDate): Promise<Map<string, States>> => {
  const { rows } = await tx.query<DocumentRow>(
    `select person_id as "personId", category, valid_from as "validFrom", valid_through as "validThrough", is_unlimited as "isUnlimited",
            review_due as "reviewDue", holder, official
     from credentials where plant_id = $1 and person_id = any($2) and superseded_by is null`,
    [tx.plantId, people],
  )
  const counts = new Map<string, States>()
  for (const row of rows) {
    const state = stateOfRow(row, today)
    const states = counts.get(row.personId) ?? {}
    states[state] = (states[state] ?? 0) + 1
    counts.set(row.personId, states)
  }
  return counts
}

/** No register keeps trainings: they are the plant's own. */
export const stateOfRow = (row: Omit<DocumentRow, 'personId'>, today: IsoDate): DocumentState =>
  stateOfDocument({ ...row, official: isTrainingCategory(row.category) ? 'not-needed' : row.official }, today)
