import type { PersonEntry } from '#core/people/ledger/entry.ts'
import type { OwnKey } from '../privacy/vault.ts'
import { bytesColumn, jsonColumn, smallintColumn, textColumn } from '../store/columns.ts'
import type { RowSource } from './judge-rows.ts'
import { asRows, provenanceOf, type ActionAt, type WriteContext } from './write-context.ts'

type PersonAction = {
  readonly entry: PersonEntry
  readonly personId: string
  readonly idIndex: string
  readonly phoneIndex: string | null
  readonly source: RowSource
}

export const writePeople = async (context: WriteContext, actions: readonly ActionAt[]): Promise<void> => {
  const of = (kind: 'add-person' | 'change-person'): PersonAction[] =>
    actions.flatMap(({ action, source }) => (action.kind === kind ? [{ ...action, source }] : []))
  await addPeople(context, of('add-person'))
  await changePeople(context, of('change-person'))
}

const addPeople = async (context: WriteContext, people: readonly PersonAction[]): Promise<void> => {
  if (people.length === 0) return
  const { tx, importId, employers } = context
  const employerIds: string[] = []
  for (const { entry } of people) employerIds.push(await employers.idOf(entry.employer))
  const departments = people.map(({ entry }) => entry.person.department ?? entry.employer?.name ?? '')
  const inserted = tx.query(
    `insert into people (plant_id, created_by_import, person_id, employer_id, department, unit, name, position_id, shift_team,
       employment, staff_number, hired_on, birth_year, provenance)
     select $1, $2, unnest($3::text[]), unnest($4::text[]), unnest($5::text[]), unnest($6::text[]), unnest($7::text[]),
       unnest($8::text[]), unnest($9::text[]), unnest($10::text[]), unnest($11::text[]), unnest($12::text[])::date,
       unnest($13::smallint[]), unnest($14::jsonb[])`,
    [
      tx.plantId,
      importId,
      textColumn(people.map(({ personId }) => personId)),
      textColumn(employerIds),
      textColumn(departments),
      textColumn(departments.map((department) => employers.unitOf(department))),
      textColumn(people.map(({ entry }) => entry.person.name)),
      textColumn(people.map(({ entry }) => entry.position ?? '')),
      textColumn(people.map(({ entry }) => entry.team ?? null)),
      textColumn(people.map(({ entry }) => entry.employment)),
      textColumn(people.map(({ entry }) => entry.person.staffNumber ?? null)),
      textColumn(people.map(({ entry }) => entry.hiredOn ?? null)),
      smallintColumn(people.map(({ entry }) => birthYearOf(entry))),
      jsonColumn(people.map(({ source }) => JSON.stringify({ '*': provenanceOf(context, source) }))),
    ],
  )
  // The numbers are sealed here while PostgreSQL is busy with the people.
  await Promise.all([inserted, tx.query(insertSecrets, secretsOf(context, people, new Map()))])
}

/**
 * A column whose value the ledger has replaces the old one; the old one and its provenance go to history. The person's key does
 * not: a copy there would outlive its deletion, and erase nothing.
 */
const changePeople = async (context: WriteContext, people: readonly PersonAction[]): Promise<void> => {
  if (people.length === 0) return
  const { tx, importId, now, employers } = context
  const rows = []
  for (const { entry, personId, source } of people) {
    const { department, staffNumber } = entry.person
    rows.push({
      person_id: personId,
      name: entry.person.name,
      employer_id: entry.employer === null ? null : await employers.idOf(entry.employer),
      department: department ?? null,
      unit: department === undefined ? null : employers.unitOf(department),
      position_id: entry.position ?? null,
      shift_team: entry.team ?? null,
      employment: entry.employment,
      staff_number: staffNumber ?? null,
      hired_on: entry.hiredOn ?? null,
      birth_year: birthYearOf(entry),
      source: provenanceOf(context, source),
    })
  }
  const values = [tx.plantId, asRows(rows)]
  await tx.query(
    `insert into master_changes (plant_id, subject_kind, subject_id, import_id, changed_at, before, superseded_by)
     select p.plant_id, 'person', p.person_id, $3, $4,
            to_jsonb(p) - 'plant_id' - 'person_id' - 'revision' || jsonb_build_object('secrets', jsonb_build_object(
              'had_key', s.wrapped_key is not null, 'id_number', encode(s.id_number, 'base64'), 'phone', encode(s.phone, 'base64'),
              'id_index', s.id_index, 'phone_index', s.phone_index)),
            r.source
     from json_to_recordset($2::json) as r(person_id text, source jsonb)
     join people p on p.plant_id = $1 and p.person_id = r.person_id
     left join person_secrets s on s.plant_id = p.plant_id and s.person_id = p.person_id`,
    [...values, importId, now],
  )
  await tx.query(
    `update people p set
       name = r.name, employer_id = coalesce(r.employer_id, p.employer_id), department = coalesce(r.department, p.department),
       unit = case when r.department is null or r.department = p.department then p.unit else r.unit end,
       position_id = coalesce(r.position_id, p.position_id), shift_team = coalesce(r.shift_team, p.shift_team),
       employment = case when p.employment = 'frozen' and r.employment = 'active' then p.employment else r.employment end,
       staff_number = coalesce(r.staff_number, p.staff_number), hired_on = coalesce(r.hired_on, p.hired_on), birth_year = r.birth_year,
       provenance = p.provenance || jsonb_strip_nulls(jsonb_build_object(
         'department', case when r.department <> p.department then r.source end, 'position', case when r.position_id <> p.position_id then r.source end,
         'team', case when r.shift_team is distinct from p.shift_team and r.shift_team is not null then r.source end,
         'employment', case when r.employment <> p.employment then r.source end,
         'staffNumber', case when r.staff_number is distinct from p.staff_number and r.staff_number is not null then r.source end,
         'hiredOn', case when r.hired_on is distinct from p.hired_on and r.hired_on is not null then r.source end,
         'employer', case when r.employer_id <> p.employer_id then r.source end, 'numbers', r.source)),
       revision = p.revision + 1
     from json_to_recordset($2::json) as r(person_id text, name text, employer_id text, department text, unit text, position_id text, shift_team text,
       employment text, staff_number text, hired_on date, birth_year smallint, source jsonb)
     where p.plant_id = $1 and p.person_id = r.person_id`,
    values,
  )
  const keys = await keysOf(
    context,
    people.map(({ personId }) => personId),
  )
  await tx.query(putSecrets, secretsOf(context, people, keys))
}

/** The keys of people who have one already. */
export const keysOf = async ({ tx, vault }: WriteContext, people: readonly string[]): Promise<Map<string, OwnKey>> => {
  const { rows } = await tx.query<{ person_id: string; wrapped_key: Buffer }>(
    'select person_id, wrapped_key from person_secrets where plant_id = $1 and person_id = any($2)',
    [tx.plantId, people],
  )
  return new Map(
    rows.map(({ person_id, wrapped_key }) => [
      person_id,
      { key: vault.openKey(wrapped_key, `${tx.plantId}/${person_id}`), wrapped: wrapped_key },
    ]),
  )
}

const insertSecrets = `
  insert into person_secrets (plant_id, person_id, wrapped_key, id_number, phone, id_index, phone_index)
  select $1, unnest($2::text[]), unnest($3::bytea[]), unnest($4::bytea[]), unnest($5::bytea[]), unnest($6::text[]), unnest($7::text[])`

/** Who is known may have a key already, which stays; who is new cannot, and is spared the search for it. */
const putSecrets = `${insertSecrets}
  on conflict (plant_id, person_id) do update set id_number = excluded.id_number, id_index = excluded.id_index,
    phone = coalesce(excluded.phone, person_secrets.phone), phone_index = coalesce(excluded.phone_index, person_secrets.phone_index)`

const secretsOf = (
  { tx, vault }: WriteContext,
  people: readonly PersonAction[],
  keys: ReadonlyMap<string, OwnKey>,
): unknown[] => {
  const sealed = people.map(({ entry, personId }) => {
    const { key, wrapped } = keys.get(personId) ?? vault.newKey(`${tx.plantId}/${personId}`)
    const { idNumber, phone } = entry.person
    return {
      wrapped,
      idNumber: vault.seal(key, idNumber, 'id-number'),
      phone: phone === undefined ? null : vault.seal(key, phone, 'phone'),
    }
  })
  return [
    tx.plantId,
    textColumn(people.map(({ personId }) => personId)),
    bytesColumn(sealed.map(({ wrapped }) => wrapped)),
    bytesColumn(sealed.map(({ idNumber }) => idNumber)),
    bytesColumn(sealed.map(({ phone }) => phone)),
    textColumn(people.map(({ idIndex }) => idIndex)),
    textColumn(people.map(({ phoneIndex }) => phoneIndex)),
  ]
}

/** Kept in the open beside the sealed number that tells the whole date. */
const birthYearOf = ({ birthDate }: PersonEntry): number => Number(birthDate.slice(0, 4))
