import type { EmployerId, PersonId } from '#core/ids.ts'
import { joinerOf } from '#core/job/change-people.ts'
import type { PeopleChange } from '#core/job/changes.ts'
import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'

export type Employer = { readonly id: EmployerId; readonly kind: 'own' | 'contractor' }

/** Who employs this person; null for an account without a person, which belongs to the plant. */
export const readEmployer = async (tx: Tx, person: PersonId | null): Promise<Employer | null> => {
  if (person === null) return null
  const { rows } = await tx.query<Employer>(
    `select e.employer_id as id, e.kind from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
     where p.plant_id = $1 and p.person_id = $2`,
    [tx.plantId, person],
  )
  const [employer] = rows
  if (!employer) throw new HttpProblem(403, 'account-without-person')
  return employer
}

type Team = {
  readonly workUnit: EmployerId
  readonly leader: PersonId
  readonly crew: readonly { readonly person: PersonId }[]
}

/**
 * A contractor applies for its own people's work alone: otherwise an application would tell one firm what documents
 * another firm's people lack. Guardians and analysts may be the plant's.
 */
export const keepToOwnPeople = async (tx: Tx, by: PersonId, { workUnit, leader, crew }: Team): Promise<void> => {
  const employer = await readEmployer(tx, by)
  if (employer?.kind !== 'contractor') return
  const people = [...new Set([leader, ...crew.map(({ person }) => person)])]
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from people where plant_id = $1 and person_id = any($2) and employer_id <> $3`,
    [tx.plantId, people, employer.id],
  )
  if (workUnit !== employer.id || (rows[0]?.count ?? 0) > 0) throw new HttpProblem(403, 'people-of-another-employer')
}

/** A contractor who brings somebody into the work brings its own people; guardians may be the plant's here as well. */
export const keepToOwnNewcomer = async (tx: Tx, by: PersonId, change: PeopleChange): Promise<void> => {
  const newcomer = joinerOf(change)
  if (newcomer === null || change.role === 'guardian') return
  const employer = await readEmployer(tx, by)
  if (employer?.kind !== 'contractor') return
  const theirs = await readEmployer(tx, newcomer)
  if (theirs?.id !== employer.id) throw new HttpProblem(403, 'people-of-another-employer')
}
