import type { PlantId } from '#core/ids.ts'
import { hashPassword } from '../session/password.ts'
import type { Database } from '../store/database.ts'

export type FirstPlant = {
  readonly plantName: string
  readonly timeZone: string
  readonly login: string
  readonly password: string
}

export const hasPlant = async ({ plants }: Pick<Database, 'plants'>): Promise<boolean> => {
  const { rowCount } = await plants.query('select from plants limit 1')
  return rowCount !== 0
}

/**
 * Creates the first plant, the company as its own employer, and the administrator, who can do everything else from there.
 * False when somebody was faster: of two that ask at once, one gets the plant.
 */
export const setUpPlant = async (
  database: Database,
  plantId: PlantId,
  { plantName, timeZone, login, password }: FirstPlant,
): Promise<boolean> => {
  const passwordHash = await hashPassword(password)
  return database.withPlant(plantId, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into plants (plant_id, group_id, name, time_zone)
       select $1, $1, $2, $3 where not exists (select from plants) on conflict do nothing`,
      [plantId, plantName, timeZone],
    )
    if (rowCount !== 1) return false
    await tx.query(`insert into employers (plant_id, employer_id, name, kind) values ($1, $1, $2, 'own')`, [
      plantId,
      plantName,
    ])
    await tx.query(
      `insert into accounts (plant_id, account_id, login, password_hash, roles) values ($1, $2, $2, $3, $4)`,
      [plantId, login, passwordHash, ['administrator', 'safety-officer']],
    )
    return true
  })
}
