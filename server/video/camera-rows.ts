import type { CameraRequest } from '#contract/video.ts'
import { id, type PersonId, type PlaceId } from '#core/ids.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Camera } from '#core/video/camera.ts'
import type { Tx } from '../store/database.ts'

export type CameraRow = Camera & {
  readonly name: string
  readonly address: string | null
  readonly places: readonly PlaceId[]
  readonly note: string
}

type Row = {
  camera_id: string
  name: string
  address: string | null
  explosion_rating: string | null
  places: PlaceId[]
  has_recorder: boolean
  heard_at: EpochMs | null
  state: Camera['state']
  note: string
  occurred_at: EpochMs
  version: number
  revision: number
}

/** A camera is registered with its first state, so that there always is a last one. */
const select = `select c.*, e.name, e.revision, s.state, s.note, s.occurred_at, s.version
  from cameras c join equipment e on e.plant_id = c.plant_id and e.equipment_id = c.camera_id
    join lateral (select * from camera_states s where s.plant_id = c.plant_id and s.camera_id = c.camera_id
      order by s.version desc limit 1) s on true
  where c.plant_id = $1`

export const readCameras = async (tx: Tx): Promise<readonly CameraRow[]> =>
  (await tx.query<Row>(`${select} order by e.name`, [tx.plantId])).rows.map(toCamera)

/** Those that show a place: itself, or what it lies in. */
export const readCamerasOf = async (tx: Tx, place: Pick<PlaceFacts, 'id' | 'parent'>): Promise<readonly Camera[]> => {
  const around = [place.id, ...(place.parent === undefined ? [] : [place.parent])]
  const { rows } = await tx.query<Row>(`${select} and c.places && $2::text[] order by c.camera_id`, [
    tx.plantId,
    around,
  ])
  return rows.map((row) => {
    const { id: camera, state, since, explosionRating, recorder, revision } = toCamera(row)
    return { id: camera, state, since, explosionRating, recorder, revision }
  })
}

/** New, or corrected: what it is, never whether it works. Answers whether it was new. */
export const keepCamera = async (tx: Tx, camera: CameraRequest): Promise<'new' | 'corrected' | 'other-equipment'> => {
  const known = await tx.query<{ kind: string }>(
    'select kind from equipment where plant_id = $1 and equipment_id = $2',
    [tx.plantId, camera.id],
  )
  const [row] = known.rows
  if (row && row.kind !== 'camera') return 'other-equipment'
  await tx.query(
    `insert into equipment (plant_id, equipment_id, kind, name, facts) values ($1, $2, 'camera', $3, '{}')
     on conflict (plant_id, equipment_id) do update set name = excluded.name, revision = equipment.revision + 1`,
    [tx.plantId, camera.id, camera.name],
  )
  await tx.query(
    `insert into cameras (plant_id, camera_id, address, explosion_rating, places, has_recorder)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (plant_id, camera_id) do update set address = excluded.address, explosion_rating = excluded.explosion_rating,
       places = excluded.places, has_recorder = excluded.has_recorder`,
    [tx.plantId, camera.id, camera.address, camera.explosionRating, camera.places, camera.hasRecorder],
  )
  return row ? 'corrected' : 'new'
}

type Statement = Pick<Camera, 'state'> & {
  readonly note: string
  readonly by: PersonId
  readonly occurredAt: EpochMs
}

/** False where there is no such camera. */
export const appendCameraState = async (tx: Tx, camera: string, stated: Statement): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `insert into camera_states (plant_id, camera_id, version, state, note, stated_by, occurred_at)
     select c.plant_id, c.camera_id,
       coalesce((select max(version) from camera_states s where s.plant_id = c.plant_id and s.camera_id = c.camera_id), 0) + 1,
       $3, $4, $5, $6
     from cameras c where c.plant_id = $1 and c.camera_id = $2`,
    [tx.plantId, camera, stated.state, stated.note, stated.by, stated.occurredAt],
  )
  return rowCount !== 0
}

/** A sign of life that comes in late never takes back a later one. Answers the cameras that nobody knows. */
export const hearCameras = async (tx: Tx, cameras: readonly string[], at: EpochMs): Promise<readonly string[]> => {
  const { rows } = await tx.query<{ camera_id: string }>(
    `update cameras set heard_at = greatest(coalesce(heard_at, 0), $3) where plant_id = $1 and camera_id = any($2)
     returning camera_id`,
    [tx.plantId, [...cameras], at],
  )
  const known = new Set(rows.map(({ camera_id }) => camera_id))
  return cameras.filter((camera) => !known.has(camera))
}

const toCamera = (row: Row): CameraRow => ({
  id: id(row.camera_id),
  name: row.name,
  address: row.address,
  explosionRating: row.explosion_rating,
  places: row.places,
  state: row.state,
  since: row.occurred_at,
  note: row.note,
  recorder: row.has_recorder ? { lastHeardAt: row.heard_at } : null,
  revision: `camera:${row.camera_id}@${row.revision}.${row.version}`,
})
