import type { CallEvacuation } from '#contract/evacuations.ts'
import type { JobId, PersonId, PlantId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import type { Job } from '#core/job/job.ts'
import { peopleInside } from '#core/rules/close-out/everything-counted-out.ts'
import { handleStop, type Handling } from './handle.ts'
import type { Database, Tx } from './store/database.ts'
import { insertEvacuation, insertHeads, placesToClear } from './store/evacuations.ts'
import { readEvents } from './store/events.ts'

type Call = CallEvacuation & { readonly id: string; readonly by: PersonId | null }

/**
 * The evacuation stands first, so that no start slips in behind it; then every job in it is stopped, each by itself: one that
 * cannot be stopped at this moment keeps none of the others going. Whoever was at work is counted until somebody saw them safe.
 */
export const evacuate = async (
  database: Database,
  plantId: PlantId,
  { scope, reason, id, by }: Call,
  handling: Handling,
): Promise<void> => {
  const now = handling.clock()
  const jobs = await database.withPlant(plantId, async (tx) => {
    await insertEvacuation(tx, { id, scope, reason, now, by })
    return await bindingJobs(tx, await placesToClear(tx, scope))
  })
  // Counted before it is stopped: whoever may be inside is looked for, whatever happens to the stop.
  const stopped = jobs.map(async (job) => {
    await database.withPlant(plantId, async (tx) => insertHeads(tx, id, await headsOf(tx, job)))
    const stop = { type: 'StopWork', by, occurredAt: now, reason: 'evacuation', note: reason } as const
    await handleStop(database.withPlant, plantId, job, stop, handling)
  })
  const failed = (await Promise.allSettled(stopped)).filter(({ status }) => status === 'rejected')
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} of ${jobs.length} jobs could not be stopped`)
}

/** All that could be at work or begin to be, and where embers are still watched. */
const bindingJobs = async (tx: Tx, places: readonly string[]): Promise<readonly JobId[]> => {
  const { rows } = await tx.query<{ job_id: JobId }>(
    `select job_id from jobs where plant_id = $1 and place_id = any($2)
       and status in ('submitted', 'approved', 'active', 'suspended', 'finished') order by status = 'active' desc, job_id`,
    [tx.plantId, [...places]],
  )
  return rows.map(({ job_id }) => job_id)
}

/** Who may be at the place: the people of a job that has begun. Of one that has not, nobody is looked for. */
const headsOf = async (tx: Tx, jobId: JobId) => {
  const job: Job = replay(
    (await readEvents(tx, jobId)).map(({ event }) => event),
    jobId,
  )
  if (!('record' in job) || job.record.work.length === 0) return []
  const { leader, crew, guardians } = job.record.application
  const inside = peopleInside(job.record)
  return [...new Set([...inside, ...crew.map(({ person }) => person), ...guardians, leader])].map((person) => ({
    person,
    job: jobId,
    wasInside: inside.has(person),
  }))
}
