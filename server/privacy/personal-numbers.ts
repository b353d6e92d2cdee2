import type { EpochMs } from '#core/time/epoch.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../store/database.ts'
import { maskIdNumber, maskPhone } from './mask.ts'
import type { Vault } from './vault.ts'

export type NumberField = 'id-number' | 'phone'
/** Absent where none is kept, or where it was erased. */
export type PersonalNumbers = { readonly [F in NumberField]?: string }

/** For lists and pages: each number masked, by person. */
export const readMaskedNumbers = async (
  tx: Tx,
  vault: Vault,
  people: readonly string[],
): Promise<ReadonlyMap<string, PersonalNumbers>> => {
  const numbers = await openNumbers(tx, vault, people)
  return new Map(
    [...numbers].map(([person, one]) => [
      person,
      {
        ...(one['id-number'] === undefined ? {} : { 'id-number': maskIdNumber(one['id-number']) }),
        ...(one.phone === undefined ? {} : { phone: maskPhone(one.phone) }),
      },
    ]),
  )
}

export type FullReading = {
  readonly person: string
  readonly account: string
  readonly fields: readonly NumberField[]
  readonly reason: string
  readonly now: EpochMs
}

/** In full, for one person and a reason. The log is written first, in the same transaction: what is not logged is not seen. */
export const readNumbersInFull = async (
  tx: Tx,
  vault: Vault,
  { person, account, fields, reason, now }: FullReading,
): Promise<PersonalNumbers> => {
  await tx.query(
    `insert into personal_data_log (plant_id, entry_id, kind, person_id, account_id, fields, reason, recorded_at)
     values ($1, $2, 'read', $3, $4, $5, $6, $7)`,
    [tx.plantId, newId(now), person, account, fields, reason, now],
  )
  const numbers = (await openNumbers(tx, vault, [person])).get(person) ?? {}
  return Object.fromEntries(fields.flatMap((field) => (numbers[field] === undefined ? [] : [[field, numbers[field]]])))
}

type Row = {
  readonly person_id: string
  readonly wrapped_key: Buffer
  readonly id_number: Buffer | null
  readonly phone: Buffer | null
}

const openNumbers = async (
  tx: Tx,
  vault: Vault,
  people: readonly string[],
): Promise<ReadonlyMap<string, PersonalNumbers>> => {
  const { rows } = await tx.query<Row>(
    'select person_id, wrapped_key, id_number, phone from person_secrets where plant_id = $1 and person_id = any($2)',
    [tx.plantId, people],
  )
  return new Map(
    rows.map((row) => {
      const key = vault.openKey(row.wrapped_key, `${tx.plantId}/${row.person_id}`)
      const opened = (sealed: Buffer | null, field: NumberField) =>
        sealed === null ? {} : { [field]: vault.open(key, sealed, field).toString() }
      return [row.person_id, { ...opened(row.id_number, 'id-number'), ...opened(row.phone, 'phone') }]
    }),
  )
}
