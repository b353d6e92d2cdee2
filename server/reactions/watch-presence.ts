import { id, type JobId, type PersonId, type PlantId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { handle } from '../handle.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Database, Tx } from '../store/database.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { createRounds } from './rounds.ts'
import { readPresence, type GuardedRow } from '../views/presence-of-jobs.ts'

type Dependencies = { readonly database: Database; readonly rulebooks: Rulebooks; readonly clock: () => EpochMs }

/** Every half a minute is often against a limit of minutes, and cheap: jobs without a guardian on duty are not even read. */
const everyMs = 30_000

/**
 * Writes into the history that a guardian has fallen silent, so that screens and people hear of it. Nothing depends on it:
 * every decision and every view derives the silence for itself.
 */
export const createPresenceWatch = (deps: Dependencies) => createRounds(() => watchPresence(deps), everyMs)

/** One look at all plants. */
export const watchPresence = async (deps: Dependencies): Promise<void> => {
  const { rows } = await deps.database.plants.query<{ plant_id: PlantId }>('select plant_id from plants')
  for (const { plant_id } of rows) await watchPlant(deps, plant_id)
}

/** Of several processes only one looks at a plant at a time. */
const watchPlant = ({ database, rulebooks, clock }: Dependencies, plantId: PlantId): Promise<void> =>
  database.withPlant(plantId, async (tx) => {
    const { rows } = await tx.query<{ mine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('watch-presence ' || $1, 0)) as mine`,
      [plantId],
    )
    if (!rows[0]?.mine) return
    const timeZone = await readTimeZone(tx)
    for (const { job, person } of await readSilent(tx, rulebooks, clock()))
      await handle(
        tx,
        job,
        { type: 'RecordPresence', by: person, guardian: person, occurredAt: clock(), state: 'silent' },
        { rulebooks, timeZone, clock },
      )
  })

const readSilent = async (
  tx: Tx,
  rulebooks: Rulebooks,
  now: EpochMs,
): Promise<readonly { readonly job: JobId; readonly person: PersonId }[]> => {
  const { rows } = await tx.query<GuardedRow & { job_id: JobId }>(
    `select job_id, status, permits, duty, rulebook from jobs where plant_id = $1 and status in ('approved', 'active', 'suspended') and duty <> '[]'::jsonb`,
    [tx.plantId],
  )
  const { absent } = await readPresence(tx, rows, rulebooks, now)
  return rows.flatMap(({ job_id, duty }) =>
    (absent.get(job_id) ?? []).flatMap(({ person, state }) => {
      const isNews =
        state === 'silent' && duty.some((one) => one.person === person && one.presence.at(-1)?.state === 'inside')
      return isNews ? [{ job: job_id, person: id<PersonId>(person) }] : []
    }),
  )
}
