import type { JobId, PlaceId, PointId } from '#core/ids.ts'
import type { IsolationPoint, PointCondition } from '#core/isolation/point.ts'
import type { Tx } from '../store/database.ts'

/** A point of the register with the condition that its history has led to. */
export type PointRow = IsolationPoint & {
  readonly namedBy: readonly JobId[]
  readonly condition: PointCondition
  readonly version: number
}

type Row = {
  point_id: PointId
  place_id: PlaceId
  number: string
  name: string
  kind: IsolationPoint['kind']
  energy: IsolationPoint['energy']
  always_for: IsolationPoint['alwaysFor']
  named_by: JobId[]
  condition: PointCondition
  version: number
}

const columns = 'point_id, place_id, number, name, kind, energy, always_for, named_by, condition, version'

export const readPoints = async (tx: Tx): Promise<readonly PointRow[]> =>
  toPoints(
    (await tx.query<Row>(`select ${columns} from isolation_points where plant_id = $1 order by number`, [tx.plantId]))
      .rows,
  )

export const readPoint = async (tx: Tx, point: string): Promise<PointRow | undefined> =>
  toPoints(
    (
      await tx.query<Row>(`select ${columns} from isolation_points where plant_id = $1 and point_id = $2`, [
        tx.plantId,
        point,
      ])
    ).rows,
  )[0]

/** The points that a job has named, and those that belong to its place. */
export const readPointsAround = async (tx: Tx, job: string, place: PlaceId): Promise<readonly PointRow[]> =>
  toPoints(
    (
      await tx.query<Row>(
        `select ${columns} from isolation_points where plant_id = $1 and (place_id = $2 or named_by @> array[$3]) order by number`,
        [tx.plantId, place, job],
      )
    ).rows,
  )

const toPoints = (rows: readonly Row[]): readonly PointRow[] =>
  rows.map(({ point_id, place_id, always_for, named_by, ...row }) => ({
    ...row,
    id: point_id,
    place: place_id,
    alwaysFor: always_for,
    namedBy: named_by,
  }))
