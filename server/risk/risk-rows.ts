import { id, type PersonId } from '#core/ids.ts'
import type { HazardOwner } from '#core/job/site-records.ts'
import type { EquipmentKind, RiskEntry, RiskEntryVersion } from '#core/risk/risk-library.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

type RiskRow = {
  entry_id: string
  version: number
  position: number
  operation: string | null
  equipment: EquipmentKind | null
  area: string | null
  step: string
  hazard: string
  consequence: string
  measures: string
  owner: HazardOwner
  is_withdrawn: boolean
  changed_by: string | null
  changed_at: EpochMs
}

/** The library as it stands, in the order in which it is kept; what was withdrawn is left out. */
export const readRiskLibrary = async (tx: Tx): Promise<readonly RiskEntryVersion[]> => {
  const { rows } = await tx.query<RiskRow>(
    `select * from (select distinct on (entry_id) * from risk_entries where plant_id = $1 order by entry_id, version desc) latest
     where not is_withdrawn order by position, entry_id`,
    [tx.plantId],
  )
  return rows.map(toVersion)
}

/** How one row came to be what it is, the newest first. */
export const readRiskHistory = async (tx: Tx, entry: string): Promise<readonly RiskEntryVersion[]> => {
  const { rows } = await tx.query<RiskRow>(
    'select * from risk_entries where plant_id = $1 and entry_id = $2 order by version desc',
    [tx.plantId, entry],
  )
  return rows.map(toVersion)
}

export type RiskChange = Omit<RiskEntry, 'id' | 'version'> & { readonly isWithdrawn: boolean }

/** Puts a version behind those that are there. A new row stands at the end of the library and stays where it stood. */
export const appendRiskVersion = async (
  tx: Tx,
  { entry, version }: { readonly entry: string; readonly version: number },
  { key, step, hazard, consequence, measures, owner, isWithdrawn }: RiskChange,
  by: { readonly person: PersonId; readonly at: EpochMs },
): Promise<void> => {
  await tx.query(
    `insert into risk_entries (plant_id, entry_id, version, position, operation, equipment, area, step, hazard, consequence, measures, owner, is_withdrawn, changed_by, changed_at)
     select $1, $2, $3::integer,
       coalesce((select position from risk_entries where plant_id = $1 and entry_id = $2 and version = $3::integer - 1),
         (select coalesce(max(position), 0) + 1 from risk_entries where plant_id = $1)),
       $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14`,
    [
      tx.plantId,
      entry,
      version,
      key.operation,
      key.equipment,
      key.area,
      step,
      hazard,
      consequence,
      measures,
      owner,
      isWithdrawn,
      by.person,
      by.at,
    ],
  )
}

const toVersion = (row: RiskRow): RiskEntryVersion => ({
  id: row.entry_id,
  version: row.version,
  key: { operation: row.operation === null ? null : id(row.operation), equipment: row.equipment, area: row.area },
  step: row.step,
  hazard: row.hazard,
  consequence: row.consequence,
  measures: row.measures,
  owner: row.owner,
  isWithdrawn: row.is_withdrawn,
  changedBy: row.changed_by ?? '',
  changedAt: row.changed_at,
})
