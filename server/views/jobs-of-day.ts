import type { JobOfDay } from '#contract/calendar.ts'
import { assess } from '#core/job/assess.ts'
import { replay } from '#core/job/evolve.ts'
import type { Facts } from '#core/job/facts.ts'
import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { gatherCalendar } from '../calendar/gather-calendar.ts'
import { gatherPlace } from '../gather/places.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { selectJobs, type JobRow } from './me.ts'

/** More than any plant's day; what is beyond is on the board. */
const jobsMax = 200

/** Only what the place and its days ask for is looked at: refusals about people or air are not what this view tells. */
const nothingElseKnown = { people: {}, instruments: {}, fans: {}, evidence: {} }

/** Work that touches a day and is not over, as far as its level hangs on what the day is: judged by the calendar as it is now. */
export const readJobsOfDay = async (
  tx: Tx,
  day: IsoDate,
  { rulebooks, timeZone, now }: { readonly rulebooks: Rulebooks; readonly timeZone: string; readonly now: EpochMs },
): Promise<readonly JobOfDay[]> => {
  const clock = plantClockOf(timeZone)
  const { rows } = await tx.query<JobRow>(
    `${selectJobs} where j.plant_id = $1 and j.status not in ('finished', 'closed', 'cancelled')
       and j.window_from < $3 and j.window_to > $2
     order by j.window_from, j.job_id limit ${jobsMax}`,
    [tx.plantId, clock.startOf(day), clock.endOf(day)],
  )
  const jobs: JobOfDay[] = []
  for (const { job_id, status, place: placeName, content } of rows) {
    const job = replay(
      (await readEvents(tx, job_id)).map(({ event }) => event),
      job_id,
    )
    if (!('record' in job)) continue
    const { application, permits, rulebook: pin } = job.record
    const rulebook = await rulebooks.readable(tx, pin)
    const place = await gatherPlace(tx, application.place)
    const facts: Facts = {
      ...nothingElseKnown,
      now,
      timeZone,
      calendar: await gatherCalendar(tx, application.window, timeZone),
      ...(place ? { place } : {}),
    }
    const outdated = assess('start', { application, permits, record: job.record }, rulebook, facts).refusals.flatMap(
      (refusal) => (refusal.code === 'level-outdated' ? [refusal.params] : []),
    )
    const touched = permits.flatMap(({ operation, level, upgradedBy }): JobOfDay['permits'] => {
      if (!rulebook.operations[operation]?.upgrades.length) return []
      return [
        { operation, level, upgradedBy, needed: outdated.find((one) => one.operation === operation)?.derived ?? null },
      ]
    })
    if (touched.length > 0) jobs.push({ job: job_id, content, placeName, status, permits: touched })
  }
  return jobs
}
