import type { FieldFault } from '#core/messages/requests/faults.ts'
import type { RecordingsRequest } from '#contract/video.ts'
import type { PersonId } from '#core/ids.ts'
import type { Handling } from '../handle.ts'
import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'
import { insertRecording, judgeRecording } from './recording-rows.ts'
import { tellJobsOfFilm } from './tell-jobs-of-film.ts'

const skewMs = 60_000
/** A stretch longer than this is no file of a recorder but a slip in a date. */
const stretchMsMax = 24 * 3_600_000

type Keeping = { readonly by: PersonId; readonly keptDaysMin: number }

/** All or nothing: of a list with one faulty stretch none is kept, and every fault is named. */
export const keepRecordings = async (
  tx: Tx,
  { recordings }: RecordingsRequest,
  { by, keptDaysMin }: Keeping,
  handling: Handling,
): Promise<{ readonly kept: number; readonly known: number }> => {
  const now = handling.clock()
  // Two recorders that hand in the same piece at once come one after the other.
  await lockScopes(tx, ['recordings'])
  const faults = [...(await unknownCameras(tx, recordings)), ...recordings.flatMap((one, i) => timeFaults(one, i, now))]
  if (faults.length > 0) throw new HttpProblem(422, 'request-malformed', faults)
  let kept = 0
  for (const [i, recording] of recordings.entries()) {
    const judged = await judgeRecording(tx, recording)
    if (judged === 'differs')
      throw new HttpProblem(422, 'request-malformed', [
        {
          path: `recordings.${i}.id`,
          code: 'recording-differs',
          params: { recording: recording.id },
        },
      ])
    if (judged === 'known') continue
    await insertRecording(tx, recording, { by, at: now, keptDaysMin })
    await tellJobsOfFilm(tx, recording, { by, occurredAt: now }, handling)
    kept++
  }
  return { kept, known: recordings.length - kept }
}

type Recordings = RecordingsRequest['recordings']

const unknownCameras = async (tx: Tx, recordings: Recordings): Promise<readonly FieldFault[]> => {
  const { rows } = await tx.query<{ camera_id: string }>('select camera_id from cameras where plant_id = $1', [
    tx.plantId,
  ])
  const known = new Set(rows.map(({ camera_id }) => camera_id))
  return recordings.flatMap(({ camera }, i) =>
    known.has(camera)
      ? []
      : [
          {
            path: `recordings.${i}.camera`,
            code: 'no-camera-of-this-plant',
            params: { camera },
          },
        ],
  )
}

const timeFaults = ({ from, to }: Recordings[number], i: number, now: number): readonly FieldFault[] => [
  ...(to <= from ? [{ path: `recordings.${i}.to`, code: 'ends-before-begin' as const, params: {} }] : []),
  ...(to - from > stretchMsMax ? [{ path: `recordings.${i}.to`, code: 'stretch-too-long' as const, params: {} }] : []),
  ...(to > now + skewMs ? [{ path: `recordings.${i}.to`, code: 'in-the-future' as const, params: {} }] : []),
]
