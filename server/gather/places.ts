import { id, type PlaceId } from '#core/ids.ts'
import type { Facts, FanFacts, InstrumentFacts, PlaceFacts } from '#core/job/facts.ts'
import type { Tx } from '../store/database.ts'

export const gatherPlace = async (tx: Tx, place: PlaceId): Promise<PlaceFacts | undefined> => {
  const { rows } = await tx.query<{ place_id: string; facts: Omit<PlaceFacts, 'id' | 'revision'>; revision: number }>(
    'select place_id, facts, revision from places where plant_id = $1 and place_id = $2',
    [tx.plantId, place],
  )
  const [row] = rows
  return row && { ...row.facts, id: id<PlaceId>(row.place_id), revision: `place:${row.place_id}@${row.revision}` }
}

type EquipmentRow<F> = { equipment_id: string; facts: F; revision: number }

const readEquipment = async <F>(
  tx: Tx,
  kind: 'instrument' | 'fan',
  ids: readonly string[],
): Promise<readonly EquipmentRow<F>[]> => {
  if (ids.length === 0) return []
  const { rows } = await tx.query<EquipmentRow<F>>(
    'select equipment_id, facts, revision from equipment where plant_id = $1 and kind = $2 and equipment_id = any($3)',
    [tx.plantId, kind, [...ids]],
  )
  return rows
}

export const gatherInstruments = async (tx: Tx, ids: readonly string[]): Promise<Facts['instruments']> =>
  Object.fromEntries(
    (await readEquipment<Omit<InstrumentFacts, 'id' | 'revision'>>(tx, 'instrument', ids)).map((row) => [
      row.equipment_id,
      { ...row.facts, id: id(row.equipment_id), revision: `instrument:${row.equipment_id}@${row.revision}` },
    ]),
  )

export const gatherFans = async (tx: Tx, ids: readonly string[]): Promise<Facts['fans']> =>
  Object.fromEntries(
    (await readEquipment<Omit<FanFacts, 'id' | 'revision'>>(tx, 'fan', ids)).map((row) => [
      row.equipment_id,
      { ...row.facts, id: id(row.equipment_id), revision: `fan:${row.equipment_id}@${row.revision}` },
    ]),
  )
