import type { Vault } from '#server/privacy/vault.ts'
import type { Database } from '#server/store/database.ts'
import { demoPlant } from './load-plant.ts'
import { createRoster } from './roster.ts'

/**
 * Seals the invented identity and phone numbers of the fictional people, each under a key of its own, so that an imported ledger
 * finds whom it means. Whoever has numbers already keeps them, and nobody is added who is not there.
 */
export const loadDemoNumbers = (database: Database, vault: Vault): Promise<void> =>
  database.withPlant(demoPlant, async (tx) => {
    const { rows: lacking } = await tx.query<{ person_id: string }>(
      `select person_id from people p where plant_id = $1 and provenance -> '*' ->> 'system' = 'demo' and erased_at is null
         and not exists (select from person_secrets s where s.plant_id = $1 and s.person_id = p.person_id)`,
      [demoPlant],
    )
    const people = new Set(lacking.map(({ person_id }) => person_id))
    const { employees, contractorPeople } = createRoster()
    const rows = [...employees, ...contractorPeople].flatMap(({ number, idNumber, phone }) => {
      if (!people.has(number)) return []
      const { key, wrapped } = vault.newKey(`${demoPlant}/${number}`)
      return [
        {
          person_id: number,
          wrapped_key: wrapped.toString('base64'),
          id_number: vault.seal(key, idNumber, 'id-number').toString('base64'),
          phone: vault.seal(key, phone, 'phone').toString('base64'),
          id_index: vault.indexOf('id-number', demoPlant, idNumber),
          phone_index: vault.indexOf('phone', demoPlant, phone),
        },
      ]
    })
    if (rows.length === 0) return
    await tx.query(
      `insert into person_secrets (plant_id, person_id, wrapped_key, id_number, phone, id_index, phone_index)
       select $1, person_id, decode(wrapped_key, 'base64'), decode(id_number, 'base64'), decode(phone, 'base64'), id_index, phone_index
       from json_to_recordset($2::json) as r(person_id text, wrapped_key text, id_number text, phone text, id_index text, phone_index text)`,
      [demoPlant, JSON.stringify(rows)],
    )
  })
