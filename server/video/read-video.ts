import type { FilmedWork, VideoRegister } from '#contract/video.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { dayMs, epochMs, type EpochMs } from '#core/time/epoch.ts'
import type { Window } from '#core/time/window.ts'
import { isHeard } from '#core/video/camera.ts'
import { gapsIn } from '#core/video/coverage.ts'
import { filmingOf } from '#core/video/filming.ts'
import { filmKeptDaysMin, recorderSilentMinutesMax } from '#core/video/kept-days.ts'
import type { Tx } from '../store/database.ts'
import { readNames } from '../views/names.ts'
import { readCameras } from './camera-rows.ts'
import { readRecordings } from './recording-rows.ts'

/** The register as it is at this moment: silence, lateness and gaps are derived. */
export const readVideo = async (tx: Tx, rulebook: Rulebook, now: EpochMs): Promise<VideoRegister> => {
  const cameras = await readCameras(tx)
  const names = await readNames(
    tx,
    cameras.map(({ places }) => places),
  )
  const silentMinutesMax = recorderSilentMinutesMax(rulebook)
  return {
    now,
    keptDaysMin: filmKeptDaysMin(rulebook),
    cameras: cameras.map((camera) => ({
      id: camera.id,
      name: camera.name,
      address: camera.address,
      explosionRating: camera.explosionRating,
      places: camera.places.map((place) => ({ id: place, name: names.places[place] ?? place })),
      state: camera.state,
      since: camera.since,
      note: camera.note,
      recorder: camera.recorder && { ...camera.recorder, isSilent: !isHeard(camera, silentMinutesMax, now) },
    })),
    recordings: await readRecordings(tx),
    work: await readFilmedWork(tx, rulebook, now),
  }
}

const shownDays = 7
const shownMax = 100

type OwedRow = {
  job: string
  content: string
  place: string
  permits: JobRecord['permits']
  work: Window[]
  index: number
  due_at: EpochMs
  met_at: EpochMs | null
  films: Window[] | null
}

/** What is owed its film lately, and whatever is still owed, the oldest debt first. */
const readFilmedWork = async (tx: Tx, rulebook: Rulebook, now: EpochMs): Promise<readonly FilmedWork[]> => {
  const { rows } = await tx.query<OwedRow>(
    `select o.stream_id as job, j.content, p.name as place, j.permits, j.work,
       substr(o.key, length('hand-in-recording.') + 1)::integer as index, o.due_at, o.met_at,
       (select jsonb_agg(jsonb_build_object('from', r.from_at, 'to', r.to_at)) from recordings r
          join cameras c on c.plant_id = r.plant_id and c.camera_id = r.camera_id
          where r.plant_id = j.plant_id and c.places && array[p.place_id, p.facts ->> 'parent']
            and r.to_at > o.opens_at - $3::bigint and r.from_at < o.opens_at) as films
     from obligations o
     join jobs j on j.plant_id = o.plant_id and j.job_id = o.stream_id
     join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
     where o.plant_id = $1 and o.kind = 'hand-in-recording' and (o.met_at is null or o.due_at > $2)
     order by o.met_at is not null, o.due_at limit ${shownMax}`,
    [tx.plantId, now - shownDays * dayMs, shownDays * dayMs],
  )
  return rows.flatMap((row): readonly FilmedWork[] => {
    const span = row.work[row.index]
    if (!span) return []
    const filming = filmingOf(row, rulebook)
    return [
      {
        job: row.job,
        content: row.content,
        place: row.place,
        span: { from: epochMs(span.from), to: epochMs(span.to) },
        dueAt: row.due_at,
        state: row.met_at !== null ? 'complete' : row.due_at < now ? 'late' : 'waiting',
        gaps: row.met_at !== null ? [] : gapsIn(span, row.films ?? [], filming?.gapSecondsMax ?? 0),
      },
    ]
  })
}
