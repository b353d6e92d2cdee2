import type { PersonReference } from './entry.ts'
import type { KnownPerson } from './judge-person.ts'
import { problem, type RowProblem } from './problems.ts'

/** Those among the known whom a document's row may mean. */
export type HolderMatches = {
  readonly byId: KnownPerson | undefined
  readonly byStaffNumber: KnownPerson | undefined
  readonly byName: readonly KnownPerson[]
}

export type Holder =
  | { readonly person: KnownPerson }
  | { readonly problems: readonly RowProblem[]; readonly outcome: 'refused' | 'conflict' }

/** Finds the person whose document it is. The identity number decides, then the staff number; a name only with its department. */
export const findHolder = (
  reference: PersonReference,
  idIndex: string | null,
  { byId, byStaffNumber, byName }: HolderMatches,
): Holder => {
  const { name, staffNumber } = reference
  const conflict = (...problems: RowProblem[]): Holder => ({ problems, outcome: 'conflict' })
  const refuse = (...problems: RowProblem[]): Holder => ({ problems, outcome: 'refused' })

  if (idIndex !== null && byId) {
    const problems: RowProblem[] = []
    if (byId.name !== name)
      problems.push(problem('holder-name-differs', { written: name, known: byId.name, where: byId.where }))
    if (byStaffNumber && byStaffNumber.id !== byId.id) {
      problems.push(
        problem('staff-number-names-another', {
          staffNumber: staffNumber ?? '',
          known: byStaffNumber.name,
          where: byStaffNumber.where,
        }),
      )
    }
    return problems.length > 0 ? conflict(...problems) : { person: byId }
  }
  if (byStaffNumber) {
    if (byStaffNumber.name !== name) {
      return conflict(
        problem('staff-number-names-another', {
          staffNumber: staffNumber ?? '',
          known: byStaffNumber.name,
          where: byStaffNumber.where,
        }),
      )
    }
    // The row names another identity number than the one that this person is known by.
    if (idIndex !== null && byStaffNumber.idIndex !== null)
      return conflict(problem('person-id-differs', { name, where: byStaffNumber.where }))
    return { person: byStaffNumber }
  }
  if (idIndex !== null || staffNumber !== undefined) return refuse(problem('person-unknown', { name }))

  if (reference.department === undefined) return refuse(problem('person-key-missing', {}))
  const here = byName.filter(
    ({ department, employer }) => department === reference.department || employer === reference.department,
  )
  const [only, another] = here
  if (!only) return refuse(problem('person-unknown', { name }))
  return another ? refuse(problem('person-ambiguous', { name, count: here.length })) : { person: only }
}
