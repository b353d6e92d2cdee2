import { id, type JobId, type PersonId, type SourceId } from '#core/ids.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import type { Position } from '#core/place/position.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { hearCameras } from '#server/video/camera-rows.ts'
import { hearSource } from '#server/contingency/source-rows.ts'
import { recordHeartbeat } from '#server/record-heartbeat.ts'
import type { Rulebooks } from '#server/rulebooks/rulebooks.ts'
import type { Database, Tx } from '#server/store/database.ts'
import { recordWeather } from '#server/store/weather.ts'
import { readTimeZone } from '#server/views/time-zone.ts'
import { camerasOf } from './cameras.ts'
import { demoPlaces } from './places.ts'
import { demoPlant } from './load-plant.ts'

/** As often as a guardian's phone gives a sign of life. */
const everyMs = 60_000
/** Well within the hour after which nobody relies on what the sky did. */
const weatherEveryMs = 20 * 60_000

/** The detectors of the second workshop stay silent: somebody has to declare what to do instead. */
const speaking = ['SRC-GATEWAY', 'SRC-POSITIONING'].map((source) => id<SourceId>(source))
/** Cameras that the plant's recorder records; the broken one is silent. */
const recording = camerasOf(demoPlaces)
  .filter(({ hasRecorder, state }) => hasRecorder && state === 'in-service')
  .map((camera) => camera.id)

type Dependencies = { readonly database: Database; readonly rulebooks: Rulebooks; readonly clock: () => EpochMs }

/**
 * What goes on in the fictional plant without a visitor's doing: a calm sky that is looked at again and again, and the phones of
 * guardians whom nobody plays. Whoever has an account is played by a visitor, and their phone is the visitor's.
 */
export const keepDemoLiving = ({
  database,
  rulebooks,
  clock,
}: Dependencies): { readonly stop: () => Promise<void> } => {
  let weatherAt = 0
  const round = async (): Promise<void> => {
    const now = clock()
    await database.withPlant(demoPlant, async (tx) => {
      if (now - weatherAt >= weatherEveryMs) {
        await recordWeather(tx, { observedAt: now, windForce: 2, sky: [] }, { source: 'hand', by: null }, now)
        weatherAt = now
      }
    })
    await database.withPlant(demoPlant, async (tx) => {
      for (const source of speaking) await hearSource(tx, source, now)
      await hearCameras(tx, recording, now)
    })
    for (const { job, person, position } of await database.withPlant(demoPlant, readGuarding))
      await database.withPlant(demoPlant, async (tx) =>
        recordHeartbeat(
          tx,
          job,
          person,
          { position, ageSeconds: 0 },
          { rulebooks, timeZone: await readTimeZone(tx), clock },
        ),
      )
  }
  // A demo that stands still is no reason to end the server.
  let running = round().catch((error: unknown) => console.error(error))
  const timer = setInterval(() => {
    running = running.then(round).catch((error: unknown) => console.error(error))
  }, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

type Guarding = { readonly job: JobId; readonly person: PersonId; readonly position: Position }

const readGuarding = async (tx: Tx): Promise<readonly Guarding[]> => {
  const { rows } = await tx.query<{ job: JobId; person: PersonId; fence: PlaceFacts['fence'] }>(
    `select j.job_id as job, d.value ->> 'person' as person, p.facts -> 'fence' as fence
     from jobs j join places p on p.plant_id = j.plant_id and p.place_id = j.place_id, jsonb_array_elements(j.duty) d
     where j.plant_id = $1 and j.status in ('approved', 'active') and j.duty <> '[]'::jsonb
       and d.value -> 'presence' -> 0 ->> 'state' <> 'outside'
       and not exists (select from accounts a where a.plant_id = j.plant_id and a.person_id = d.value ->> 'person')`,
    [tx.plantId],
  )
  return rows.map(({ job, person, fence }) => ({ job, person, position: middleOf(fence) }))
}

const middleOf = (fence: PlaceFacts['fence']): Position => {
  const mean = (at: 0 | 1): number => fence.reduce((sum, corner) => sum + corner[at], 0) / fence.length
  return { longitude: mean(0), latitude: mean(1), accuracyMetres: 5 }
}
