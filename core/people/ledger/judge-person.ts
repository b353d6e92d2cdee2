import type { PersonEntry } from './entry.ts'
import { problem, type Place, type RowProblem } from './problems.ts'

/**
 * A person as the master tables, or an earlier row of the same import, know them. Identity numbers and phones are keyed
 * hashes here: contradictions are found without opening a single one.
 */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly staffNumber: string | null
  readonly idIndex: string | null
  readonly phoneIndex: string | null
  readonly department: string
  readonly position: string
  readonly team: string | null
  /** `null`: one of our own. */
  readonly employer: string | null
  readonly hiredOn: string | null
  readonly employment: 'active' | 'left' | 'frozen'
  readonly where: Place
  /** Values of one import must agree with one another; those of an earlier one are superseded. */
  readonly isOfThisImport: boolean
}

export type PersonKeys = { readonly idIndex: string; readonly phoneIndex: string | null }

/** Those among the known who share an identity number, a staff number, or a name together with a phone. */
export type PersonMatches = {
  readonly byId: KnownPerson | undefined
  readonly byStaffNumber: KnownPerson | undefined
  readonly byNameAndPhone: KnownPerson | undefined
}

export type PersonJudgement =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly person: KnownPerson }
  | { readonly kind: 'change'; readonly person: KnownPerson }
  | { readonly kind: 'conflict'; readonly problems: readonly RowProblem[] }

/** Decides whether a row of a roster is a new person, a known one, or contradicts what is known. Nothing is merged on a guess. */
export const judgePerson = (
  entry: PersonEntry,
  keys: PersonKeys,
  { byId, byStaffNumber, byNameAndPhone }: PersonMatches,
): PersonJudgement => {
  const { name, staffNumber } = entry.person
  const problems: RowProblem[] = []
  if (byId && byId.name !== name)
    problems.push(problem('person-name-differs', { written: name, known: byId.name, where: byId.where }))

  // Whoever was entered without an identity number is known by the staff number together with the name.
  const isEnteredWithoutId =
    byStaffNumber !== undefined && byStaffNumber.idIndex === null && byStaffNumber.name === name
  if (byStaffNumber && byStaffNumber.id !== byId?.id && !(isEnteredWithoutId && !byId)) {
    problems.push(
      byStaffNumber.name === name
        ? problem('person-id-differs', { name, where: byStaffNumber.where })
        : problem('staff-number-names-another', {
            staffNumber: staffNumber ?? '',
            known: byStaffNumber.name,
            where: byStaffNumber.where,
          }),
    )
  }
  const person = byId ?? (isEnteredWithoutId ? byStaffNumber : undefined)
  if (!person && problems.length === 0 && byNameAndPhone && byNameAndPhone.idIndex !== null) {
    problems.push(problem('person-id-differs', { name, where: byNameAndPhone.where }))
  }
  if (problems.length > 0) return { kind: 'conflict', problems }
  if (!person) return { kind: 'new' }

  const differences = differencesOf(entry, keys, person)
  if (differences.length === 0) return { kind: 'same', person }
  if (!person.isOfThisImport) return { kind: 'change', person }
  return {
    kind: 'conflict',
    problems: differences.map(({ field, written, known }) =>
      problem('person-value-differs', { field, written, known, where: person.where }),
    ),
  }
}

type Difference = { readonly field: string; readonly written: string; readonly known: string }

/** What the ledger leaves empty does not contradict; what it fills in where nothing was known is a difference. */
const differencesOf = (entry: PersonEntry, keys: PersonKeys, known: KnownPerson): Difference[] => {
  const pairs: readonly (readonly [string, string | undefined, string | null])[] = [
    ['staffNumber', entry.person.staffNumber, known.staffNumber],
    ['department', entry.person.department, known.department],
    ['position', entry.position, known.position],
    ['team', entry.team, known.team],
    ['hiredOn', entry.hiredOn, known.hiredOn],
    ['employer', entry.employer?.name, known.employer],
    [
      'employment',
      entry.employment === 'active' && known.employment === 'frozen' ? 'frozen' : entry.employment,
      known.employment,
    ],
  ]
  const differences = pairs.flatMap(([field, written, value]) =>
    written === undefined || written === value ? [] : [{ field, written, known: value ?? '' }],
  )
  if (keys.idIndex !== known.idIndex) differences.push({ field: 'idNumber', written: '', known: '' })
  // The phones themselves are not shown: the decision is made where both ledgers are open.
  if (keys.phoneIndex !== null && keys.phoneIndex !== known.phoneIndex)
    differences.push({ field: 'phone', written: '', known: '' })
  return differences
}
