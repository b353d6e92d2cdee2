import type { RecordingsRequest } from '#contract/video.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { handle, type Handling } from '../handle.ts'
import type { Tx } from '../store/database.ts'

type Recording = RecordingsRequest['recordings'][number]

/** Every job that the camera may have shown at the time learns of the film; whether it needs it the job itself decides. */
export const tellJobsOfFilm = async (
  tx: Tx,
  { id, camera, from, to, contentHash }: Recording,
  { by, occurredAt }: { readonly by: PersonId; readonly occurredAt: EpochMs },
  handling: Handling,
): Promise<void> => {
  for (const job of await readJobsShown(tx, { camera, from, to }))
    await handle(
      tx,
      job,
      { type: 'KeepRecording', by, occurredAt, recording: { id, camera, from, to, contentHash } },
      handling,
    )
}

/** Work may go on past its window, and who is offline reports it later: the window is widened by a day on both sides. */
const slackMs = 86_400_000

/** In one order, so that two recorders that report at the same moment wait for each other instead of for ever. */
const readJobsShown = async (
  tx: Tx,
  { camera, from, to }: Pick<Recording, 'camera' | 'from' | 'to'>,
): Promise<readonly JobId[]> => {
  const { rows } = await tx.query<{ job_id: JobId }>(
    `select j.job_id from jobs j
     join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
     join cameras c on c.plant_id = j.plant_id and c.camera_id = $2
     where j.plant_id = $1 and j.status in ('submitted', 'approved', 'active', 'suspended', 'finished', 'closed')
       and j.window_from < $4 and $3 < j.window_to
       and c.places && array[p.place_id, p.facts ->> 'parent']
     order by j.job_id`,
    [tx.plantId, camera, from - slackMs, to + slackMs],
  )
  return rows.map(({ job_id }) => job_id)
}
