import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'

export const readTimeZone = async (tx: Tx): Promise<string> => {
  const { rows } = await tx.query<{ time_zone: string }>('select time_zone from plants where plant_id = $1', [
    tx.plantId,
  ])
  const [plant] = rows
  if (!plant) throw new HttpProblem(404, 'plant-unknown')
  return plant.time_zone
}
