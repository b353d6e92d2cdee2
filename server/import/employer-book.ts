import type { PersonEntry } from '#core/people/ledger/entry.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../store/database.ts'

/** Employers by name, and the unit that each department of the plant belongs to. */
export type EmployerBook = {
  readonly idOf: (employer: PersonEntry['employer']) => Promise<string>
  readonly unitOf: (department: string) => string
}

export const createEmployerBook = async (tx: Tx, importId: string): Promise<EmployerBook> => {
  const { rows: employers } = await tx.query<{ id: string; name: string; kind: string }>(
    'select employer_id as id, name, kind from employers where plant_id = $1',
    [tx.plantId],
  )
  const { rows: units } = await tx.query<{ department: string; unit: string }>(
    'select distinct department, unit from people where plant_id = $1',
    [tx.plantId],
  )
  const idByName = new Map(employers.map(({ name, id }) => [name, id]))
  const unitByDepartment = new Map(units.map(({ department, unit }) => [department, unit]))
  let own = employers.find(({ kind }) => kind === 'own')?.id

  const add = async (name: string, kind: 'own' | 'contractor', creditCode: string | undefined): Promise<string> => {
    const id = newId<string>()
    await tx.query(
      'insert into employers (plant_id, employer_id, name, kind, credit_code, created_by_import) values ($1, $2, $3, $4, $5, $6)',
      [tx.plantId, id, name, kind, creditCode ?? null, importId],
    )
    idByName.set(name, id)
    return id
  }
  return {
    idOf: async (employer) => {
      if (employer !== null) return idByName.get(employer.name) ?? add(employer.name, 'contractor', employer.creditCode)
      own ??= await add(await plantName(tx), 'own', undefined)
      return own
    },
    // A department that nobody works in yet is a unit of its own until somebody says otherwise.
    unitOf: (department) => unitByDepartment.get(department) ?? department,
  }
}

const plantName = async (tx: Tx): Promise<string> => {
  const { rows } = await tx.query<{ name: string }>('select name from plants where plant_id = $1', [tx.plantId])
  return rows[0]?.name ?? tx.plantId
}
