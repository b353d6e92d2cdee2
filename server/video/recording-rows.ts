import type { RecordingLine, RecordingsRequest } from '#contract/video.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { keptUntil } from '#core/video/hold.ts'
import type { Tx } from '../store/database.ts'

type Recording = RecordingsRequest['recordings'][number]

/** The same piece handed in again changes nothing; the same name over other content is told and not kept. */
export const judgeRecording = async (tx: Tx, recording: Recording): Promise<'new' | 'known' | 'differs'> => {
  const { rows } = await tx.query<{ is_same: boolean }>(
    `select camera_id = $3 and from_at = $4 and to_at = $5 and content_hash = $6 as is_same
     from recordings where plant_id = $1 and recording_id = $2`,
    [tx.plantId, recording.id, recording.camera, recording.from, recording.to, recording.contentHash],
  )
  const [row] = rows
  if (!row) return 'new'
  return row.is_same ? 'known' : 'differs'
}

type Kept = { readonly by: PersonId; readonly at: EpochMs; readonly keptDaysMin: number }

export const insertRecording = async (tx: Tx, recording: Recording, { by, at, keptDaysMin }: Kept): Promise<void> => {
  await tx.query(
    `insert into recordings (plant_id, recording_id, camera_id, from_at, to_at, content_hash, address, kept_at, kept_by, keep_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.plantId,
      recording.id,
      recording.camera,
      recording.from,
      recording.to,
      recording.contentHash,
      recording.address,
      at,
      by,
      keptUntil(recording.to, keptDaysMin),
    ],
  )
}

type Row = {
  recording_id: string
  camera_id: string
  camera_name: string
  from_at: EpochMs
  to_at: EpochMs
  content_hash: string
  address: string
  keep_until: EpochMs
  let_go_at: EpochMs | null
  holds: RecordingLine['holds'] | null
}

const select = `select r.recording_id, r.camera_id, e.name as camera_name, r.from_at, r.to_at, r.content_hash, r.address, r.keep_until, r.let_go_at,
    (select jsonb_agg(jsonb_build_object('id', h.hold_id, 'reason', h.reason, 'job', h.job_id, 'heldAt', h.held_at,
        'heldBy', coalesce(p.name, h.held_by)) order by h.held_at)
      from recording_holds h left join people p on p.plant_id = h.plant_id and p.person_id = h.held_by
      where h.plant_id = r.plant_id and h.recording_id = r.recording_id and h.released_at is null) as holds
  from recordings r join equipment e on e.plant_id = r.plant_id and e.equipment_id = r.camera_id
  where r.plant_id = $1`

const shownMax = 200

/** The latest ones, and before them whatever is held. */
export const readRecordings = async (tx: Tx): Promise<readonly RecordingLine[]> =>
  (
    await tx.query<Row>(
      `${select} order by exists (select from recording_holds h where h.plant_id = r.plant_id and h.recording_id = r.recording_id
         and h.released_at is null) desc, r.to_at desc limit ${shownMax}`,
      [tx.plantId],
    )
  ).rows.map(toLine)

export const findRecording = async (tx: Tx, recording: string): Promise<RecordingLine | undefined> => {
  const [row] = (await tx.query<Row>(`${select} and r.recording_id = $2 for update of r`, [tx.plantId, recording])).rows
  return row && toLine(row)
}

export const markLetGo = async (tx: Tx, recording: string, at: EpochMs): Promise<void> => {
  await tx.query('update recordings set let_go_at = $3 where plant_id = $1 and recording_id = $2', [
    tx.plantId,
    recording,
    at,
  ])
}

export type NewHold = {
  readonly id: string
  readonly recording: string
  readonly job: JobId | null
  readonly reason: string
  readonly by: PersonId
  readonly at: EpochMs
}

export const insertHold = async (tx: Tx, { id, recording, job, reason, by, at }: NewHold): Promise<void> => {
  await tx.query(
    `insert into recording_holds (plant_id, hold_id, recording_id, job_id, reason, held_by, held_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.plantId, id, recording, job, reason, by, at],
  )
}

export type HoldRow = {
  readonly releasedAt: EpochMs | null
  readonly keepUntil: EpochMs
  readonly job: { readonly id: string; readonly isSettled: boolean } | null
}

/** A job is settled once it is over, with no alarm open and nothing of it owed: then nobody needs its film any more. */
export const findHold = async (tx: Tx, recording: string, hold: string): Promise<HoldRow | undefined> => {
  const { rows } = await tx.query<{
    released_at: EpochMs | null
    keep_until: EpochMs
    job_id: string | null
    is_settled: boolean | null
  }>(
    `select h.released_at, r.keep_until, h.job_id,
       j.status in ('closed', 'cancelled')
         and not exists (select from obligations o where o.plant_id = j.plant_id and o.stream_id = j.job_id
           and o.met_at is null and o.lapsed_at is null)
         and not exists (select from alarms a where a.plant_id = j.plant_id and a.job_id = j.job_id and a.ended_at is null)
         as is_settled
     from recording_holds h join recordings r on r.plant_id = h.plant_id and r.recording_id = h.recording_id
       left join jobs j on j.plant_id = h.plant_id and j.job_id = h.job_id
     where h.plant_id = $1 and h.recording_id = $2 and h.hold_id = $3 for update of h`,
    [tx.plantId, recording, hold],
  )
  const [row] = rows
  if (!row) return undefined
  return {
    releasedAt: row.released_at,
    keepUntil: row.keep_until,
    job: row.job_id === null ? null : { id: row.job_id, isSettled: row.is_settled === true },
  }
}

export const markReleased = async (tx: Tx, hold: string, by: PersonId, at: EpochMs): Promise<void> => {
  await tx.query('update recording_holds set released_by = $3, released_at = $4 where plant_id = $1 and hold_id = $2', [
    tx.plantId,
    hold,
    by,
    at,
  ])
}

const toLine = (row: Row): RecordingLine => ({
  id: row.recording_id,
  camera: row.camera_id,
  cameraName: row.camera_name,
  from: row.from_at,
  to: row.to_at,
  contentHash: row.content_hash,
  address: row.address,
  keepUntil: row.keep_until,
  letGoAt: row.let_go_at,
  holds: row.holds ?? [],
})
