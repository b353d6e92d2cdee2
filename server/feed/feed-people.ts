import type { FeedPerson, FeedPlant } from '#core/feed/ticket-record.ts'
import type { PersonId } from '#core/ids.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'

type Row = {
  readonly person_id: PersonId
  readonly name: string
  readonly wrapped_key: Buffer | null
  readonly phone: Buffer | null
  readonly id_number: Buffer | null
  readonly certificates:
    | readonly { readonly category: string; readonly form: string | null; readonly sealed: string | null }[]
    | null
}

type Asked = { readonly vault: Vault; readonly rulebook: Rulebook; readonly mobileOf: PersonId }

/**
 * Names, and in full the numbers that tables A.1 asks for, opened at the moment at which they leave. A number is read of nobody of
 * whom the table does not ask for it.
 */
export const readFeedPeople = async (
  tx: Tx,
  people: readonly PersonId[],
  { vault, rulebook, mobileOf }: Asked,
): Promise<FeedPlant['people']> => {
  const names = new Map<string, string>(
    rulebook.categories.flatMap(({ id, kind, name }) => (kind === 'certificate' ? [[id, name.zh]] : [])),
  )
  const { rows } = await tx.query<Row>(
    `select p.person_id, p.name, s.wrapped_key, s.phone, s.id_number,
       (select json_agg(json_build_object('category', c.category, 'form', c.number_form, 'sealed', encode(c.number_sealed, 'base64')) order by c.category)
        from credentials c where c.plant_id = $1 and c.person_id = p.person_id and c.superseded_by is null and c.holder = 'match') as certificates
     from people p left join person_secrets s on s.plant_id = p.plant_id and s.person_id = p.person_id
     where p.plant_id = $1 and p.person_id = any($2)`,
    [tx.plantId, [...new Set(people)]],
  )
  return Object.fromEntries(
    rows.map((row): [PersonId, FeedPerson] => {
      const open = opener(vault, row.wrapped_key, `${tx.plantId}/${row.person_id}`)
      const certificates = (row.certificates ?? []).flatMap(({ category, form, sealed }) => {
        const name = names.get(category)
        const number =
          sealed === null
            ? numberOfId(form, open(row.id_number, 'id-number'))
            : open(Buffer.from(sealed, 'base64'), 'certificate-number')
        return name === undefined || number === null ? [] : [{ name, number }]
      })
      return [
        row.person_id,
        { name: row.name, mobile: row.person_id === mobileOf ? open(row.phone, 'phone') : null, certificates },
      ]
    }),
  )
}

const opener = (vault: Vault, wrapped: Buffer | null, owner: string) => {
  const key = wrapped === null ? null : vault.openKey(wrapped, owner)
  return (sealed: Buffer | null, purpose: string): string | null =>
    key === null || sealed === null ? null : vault.open(key, sealed, purpose).toString()
}

/** Numbers that are made of the identity number are not kept a second time. */
const numberOfId = (form: string | null, idNumber: string | null): string | null =>
  idNumber === null || form === null || form === 'other' ? null : form === 'T-and-id' ? `T${idNumber}` : idNumber
