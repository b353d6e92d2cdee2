import { maskIdNumber } from '../privacy/mask.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'

export type Certificate = { readonly category: string; readonly number: string | null }

type Row = {
  readonly person_id: string
  readonly category: string
  readonly number_form: string | null
  readonly number_sealed: Buffer | null
  readonly wrapped_key: Buffer | null
  readonly id_number: Buffer | null
}

/**
 * The certificates that people hold now, by person. A number is masked: most are the holder's identity number, and a ticket hangs
 * where everybody passes.
 */
export const readCertificates = async (
  tx: Tx,
  vault: Vault,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Certificate[]>> => {
  const { rows } = await tx.query<Row>(
    `select c.person_id, c.category, c.number_form, c.number_sealed, s.wrapped_key, s.id_number
     from credentials c left join person_secrets s on s.plant_id = c.plant_id and s.person_id = c.person_id
     where c.plant_id = $1 and c.person_id = any($2) and c.superseded_by is null and c.holder = 'match' order by c.category`,
    [tx.plantId, people],
  )
  const byPerson = Map.groupBy(rows, ({ person_id }) => person_id)
  return new Map(
    [...byPerson].map(([person, own]) => [
      person,
      own.map((row) => ({ category: row.category, number: numberOf(row, vault, `${tx.plantId}/${person}`) })),
    ]),
  )
}

/** Numbers that are made of the identity number are not kept a second time. */
const numberOf = (row: Row, vault: Vault, keyName: string): string | null => {
  if (row.wrapped_key === null) return null
  const key = vault.openKey(row.wrapped_key, keyName)
  if (row.number_sealed !== null)
    return maskIdNumber(vault.open(key, row.number_sealed, 'certificate-number').toString())
  if (row.id_number === null || row.number_form === null || row.number_form === 'other') return null
  const idNumber = maskIdNumber(vault.open(key, row.id_number, 'id-number').toString())
  return row.number_form === 'T-and-id' ? `T${idNumber}` : idNumber
}
