import type { PersonReference } from '#core/people/ledger/entry.ts'
import type { HolderMatches } from '#core/people/ledger/find-holder.ts'
import type { KnownPerson, PersonMatches } from '#core/people/ledger/judge-person.ts'
import type { Tx } from '../store/database.ts'

/** A reference with the keyed hashes under which its numbers can be looked up. */
export type IndexedReference = {
  readonly reference: PersonReference
  readonly idIndex: string | null
  readonly phoneIndex: string | null
}

/**
 * The people that an import has met: those of the master tables that its rows point at, and those that earlier rows bring. It
 * looks up a batch of rows at once, reads everybody when the rows are many beside the people, and never holds more people than
 * the plant has, plus one for each accepted row.
 */
export type PeopleBook = {
  readonly lookUp: (references: readonly IndexedReference[]) => Promise<void>
  readonly matchPerson: (indexed: IndexedReference) => PersonMatches
  readonly matchHolder: (indexed: IndexedReference) => HolderMatches
  readonly put: (person: KnownPerson) => void
}

type PersonRow = Omit<KnownPerson, 'where' | 'isOfThisImport' | 'employer'> & {
  readonly employer: string
  readonly employerKind: 'own' | 'contractor'
  readonly source: {
    readonly file?: string
    readonly sheet?: string
    readonly row?: number
    readonly system?: string
  } | null
}

const columns = `
  p.person_id as id, p.name, p.staff_number as "staffNumber", s.id_index as "idIndex", s.phone_index as "phoneIndex",
  p.department, p.position_id as position, p.shift_team as team, e.name as employer, e.kind as "employerKind",
  p.hired_on as "hiredOn", p.employment, p.provenance -> '*' as source`

const selectEverybody = `
  select ${columns}
  from people p
  join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
  left join person_secrets s on s.plant_id = p.plant_id and s.person_id = p.person_id
  where p.plant_id = $1`

/**
 * The keys are turned into ids before anything is joined: a plan that the connection keeps from when the tables were empty
 * would otherwise try every key for every person of the plant.
 */
const selectPeople = (found: string): string => `
  with found as materialized (${found})
  select ${columns}
  from found
  join people p on p.plant_id = $1 and p.person_id = found.person_id
  join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
  left join person_secrets s on s.plant_id = p.plant_id and s.person_id = p.person_id`

/** One look-up per key, so that each uses its own index; a disjunction would read the whole table. */
const lookUps = [
  [
    selectPeople('select person_id from person_secrets where plant_id = $1 and id_index = any($2)'),
    ({ idIndex }: IndexedReference) => idIndex,
  ],
  [
    selectPeople('select person_id from people where plant_id = $1 and staff_number = any($2)'),
    ({ reference }: IndexedReference) => reference.staffNumber ?? null,
  ],
  [
    selectPeople('select person_id from person_secrets where plant_id = $1 and phone_index = any($2)'),
    ({ phoneIndex }: IndexedReference) => phoneIndex,
  ],
  // Names are asked for only where nothing better is written: a common name finds many.
  [
    selectPeople('select person_id from people where plant_id = $1 and name = any($2)'),
    ({ reference, idIndex }: IndexedReference) =>
      idIndex === null && reference.staffNumber === undefined ? reference.name : null,
  ],
] as const

/** Finding one person by three keys takes about as long as reading so many people in one go. */
const peoplePerLookUp = 10

export const createPeopleBook = (tx: Tx): PeopleBook => {
  const people = new Map<string, KnownPerson>()
  const byId = new Map<string, string>()
  const byStaffNumber = new Map<string, string>()
  const byNameAndPhone = new Map<string, string>()
  /** Made once a document names its holder; a roster never asks, however long it is. */
  let byName: Map<string, Set<string>> | undefined
  const asked = lookUps.map(() => new Set<string>())
  let rowsAsked = 0
  let peopleCount: number | undefined
  let knowsEverybody = false

  const put = (person: KnownPerson): void => {
    people.set(person.id, person)
    if (person.idIndex !== null) byId.set(person.idIndex, person.id)
    if (person.staffNumber !== null) byStaffNumber.set(person.staffNumber, person.id)
    if (person.phoneIndex !== null) byNameAndPhone.set(`${person.name}\0${person.phoneIndex}`, person.id)
    if (byName) putName(byName, person)
  }
  const of = (id: string | undefined): KnownPerson | undefined => (id === undefined ? undefined : people.get(id))
  const byStaff = ({ reference }: IndexedReference): KnownPerson | undefined =>
    reference.staffNumber === undefined ? undefined : of(byStaffNumber.get(reference.staffNumber))
  const byIdentity = ({ idIndex }: IndexedReference): KnownPerson | undefined =>
    idIndex === null ? undefined : of(byId.get(idIndex))

  // What this import brought or changed is newer than the table.
  const take = (rows: readonly PersonRow[]): void => {
    for (const row of rows) if (!people.get(row.id)?.isOfThisImport) put(toKnown(row))
  }

  return {
    put,
    lookUp: async (references) => {
      if (knowsEverybody || references.length === 0) return
      peopleCount ??= await countPeople(tx)
      rowsAsked += references.length
      if (rowsAsked * peoplePerLookUp >= peopleCount) {
        knowsEverybody = true
        if (peopleCount > 0) take((await tx.query<PersonRow>(selectEverybody, [tx.plantId])).rows)
        return
      }
      for (const [at, [select, keyOf]] of lookUps.entries()) {
        const keys = [...new Set(references.map(keyOf))].filter((key) => key !== null && !asked[at]!.has(key))
        if (keys.length === 0) continue
        for (const key of keys) asked[at]!.add(key!)
        const { rows } = await tx.query<PersonRow>(select, [tx.plantId, keys])
        take(rows)
      }
    },
    matchPerson: (indexed) => ({
      byId: byIdentity(indexed),
      byStaffNumber: byStaff(indexed),
      byNameAndPhone:
        indexed.phoneIndex === null
          ? undefined
          : of(byNameAndPhone.get(`${indexed.reference.name}\0${indexed.phoneIndex}`)),
    }),
    matchHolder: (indexed) => {
      byName ??= namesOf(people.values())
      return {
        byId: byIdentity(indexed),
        byStaffNumber: byStaff(indexed),
        byName: [...(byName.get(indexed.reference.name) ?? [])].map((id) => people.get(id)!),
      }
    },
  }
}

const namesOf = (people: Iterable<KnownPerson>): Map<string, Set<string>> => {
  const byName = new Map<string, Set<string>>()
  for (const person of people) putName(byName, person)
  return byName
}

const putName = (byName: Map<string, Set<string>>, { id, name }: KnownPerson): void => {
  const namesakes = byName.get(name)
  if (namesakes) namesakes.add(id)
  else byName.set(name, new Set([id]))
}

const countPeople = async (tx: Tx): Promise<number> => {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::integer as count from people where plant_id = $1',
    [tx.plantId],
  )
  return rows[0]!.count
}

const toKnown = ({ employer, employerKind, source, ...row }: PersonRow): KnownPerson => ({
  ...row,
  employer: employerKind === 'own' ? null : employer,
  where: toPlace(source),
  isOfThisImport: false,
})

/** `花名册.xlsx · 员工花名册 · 12`, or the name of the system that the value came from. */
export const toPlace = (source: PersonRow['source']): string =>
  source?.file === undefined ? (source?.system ?? '') : [source.file, source.sheet, source.row].join(' · ')
