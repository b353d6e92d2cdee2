import type { Blind, BlindFacts, BlindState } from '#core/blinds/blind.ts'
import type { JobId, PersonId, PlaceId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

/** A blind with what has been made of it last. */
export type BlindRow = Blind & {
  readonly state: BlindState
  readonly version: number
  readonly job: JobId | null
  readonly permit: string | null
  readonly statedBy: PersonId | null
  readonly note: string
  readonly since: EpochMs | null
}

type Row = {
  number: string
  place_id: PlaceId
  pipe: string
  medium: string
  temperature_celsius: string
  pressure_mpa: string
  material: string
  specification: string
  map_number: string
  state: BlindState | null
  version: number | null
  job_id: JobId | null
  permit_number: string | null
  stated_by: PersonId | null
  note: string | null
  occurred_at: EpochMs | null
}

const select = `
  select b.number, b.place_id, b.pipe, b.medium, b.temperature_celsius, b.pressure_mpa, b.material, b.specification, b.map_number,
    s.state, s.version, s.job_id, s.permit_number, s.stated_by, s.note, s.occurred_at
  from blinds b left join lateral (
    select * from blind_states s where s.plant_id = b.plant_id and s.number = b.number order by s.version desc limit 1) s on true
  where b.plant_id = $1`

export const readBlinds = async (tx: Tx): Promise<readonly BlindRow[]> =>
  (await tx.query<Row>(`${select} order by b.number`, [tx.plantId])).rows.map(toBlind)

export const readBlind = async (tx: Tx, number: string): Promise<BlindRow | undefined> => {
  const [row] = (await tx.query<Row>(`${select} and b.number = $2`, [tx.plantId, number])).rows
  return row && toBlind(row)
}

/** What a decision about a job sees of the blind that its application names. */
export const gatherBlind = async (tx: Tx, number: string): Promise<BlindFacts | undefined> => {
  const row = await readBlind(tx, number)
  return (
    row && {
      number: row.number,
      place: row.place,
      pipe: row.pipe,
      state: row.state,
      job: row.job,
      revision: `blind:${row.number}@${row.version}`,
    }
  )
}

const toBlind = (row: Row): BlindRow => ({
  number: row.number,
  place: row.place_id,
  pipe: row.pipe,
  medium: row.medium,
  temperatureCelsius: Number(row.temperature_celsius),
  pressureMpa: Number(row.pressure_mpa),
  material: row.material,
  specification: row.specification,
  mapNumber: row.map_number,
  state: row.state ?? 'planned',
  version: row.version ?? 0,
  job: row.job_id,
  permit: row.permit_number,
  statedBy: row.stated_by,
  note: row.note ?? '',
  since: row.occurred_at,
})
