import type { DayPlan, PlannedJob, PlannedPerson } from '#contract/day-plan.ts'
import type { AnsweredRefusal } from '#contract/command-answer.ts'
import { id, type JobId, type PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import { assess } from '#core/job/assess.ts'
import { bookingOf } from '#core/job/booking.ts'
import { replay } from '#core/job/evolve.ts'
import type { Refusal } from '#core/job/refusal.ts'
import { wayOut } from '#core/job/remedies.ts'
import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { readSubstitutes } from '../applying/substitutes.ts'
import { gatherFacts } from '../gather-facts.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { peopleIn } from './job-readiness.ts'
import { selectJobs, toMyJob, type JobRow } from './me.ts'
import { readNames } from './names.ts'
import { unitNames } from './unit-names.ts'

/** More than any plant's day; what is beyond is on the board. */
const jobsMax = 200

type Looking = { readonly rulebooks: Rulebooks; readonly timeZone: string; readonly now: EpochMs }

/**
 * The work planned for a day that has not begun, with everybody in it judged through that day by the very assessment that an
 * application passes: who will not be fit tomorrow is known today, while there is time to change it.
 */
export const readDayPlan = async (tx: Tx, day: IsoDate, looking: Looking): Promise<DayPlan> => {
  const clock = plantClockOf(looking.timeZone)
  const { rows } = await tx.query<JobRow>(
    `${selectJobs} where j.plant_id = $1 and j.status in ('submitted', 'approved') and j.window_from < $3 and j.window_to > $2
     order by p.facts->>'unit', j.window_from, j.job_id limit ${jobsMax}`,
    [tx.plantId, clock.startOf(day), clock.endOf(day)],
  )
  const planned: { readonly unit: string; readonly job: PlannedJob }[] = []
  for (const row of rows) {
    const job = await readPlanned(tx, row, looking)
    if (job) planned.push({ unit: row.unit, job })
  }
  const nameOf = await readUnitNames(tx)
  const current = await looking.rulebooks.current(tx)
  return {
    day,
    cutOff: current?.booking?.cutOff ?? null,
    units: [...Map.groupBy(planned, ({ unit }) => unit)].map(([unit, jobs]) => ({
      unit,
      name: nameOf.get(unit) ?? unit,
      jobs: jobs.map(({ job }) => job),
    })),
    names: await readNames(tx, planned),
  }
}

const readPlanned = async (tx: Tx, row: JobRow, looking: Looking): Promise<PlannedJob | null> => {
  const { rulebooks, timeZone, now } = looking
  const history = await readEvents(tx, row.job_id)
  const job = replay(
    history.map(({ event }) => event),
    row.job_id,
  )
  if (!('record' in job)) return null
  const { record } = job
  const { application, permits, submittedAt } = record
  const rulebook = await rulebooks.readable(tx, record.rulebook)
  const look = { type: 'FinishWork', by: application.leader, occurredAt: now } as const
  const facts = await gatherFacts(tx, look, job, now, timeZone)
  const { refusals } = assess('submit', { application, permits, record }, rulebook, facts)
  const personOf = ({ params }: Refusal): string | null => ('person' in params ? params.person : null)
  const people: PlannedPerson[] = []
  for (const { person, parts } of peopleIn(application, facts)) {
    const against = refusals.filter((refusal) => personOf(refusal) === person).map(answered)
    const substitutes =
      against.length > 0 ? await readWhoElse(tx, { job: row.job_id, application, person }, looking) : []
    people.push({ person, parts, refusals: against, substitutes })
  }
  const known = new Set<string>(people.map(({ person }) => person))
  return {
    job: toMyJob(row),
    booking: rulebook.booking
      ? bookingOf(application.window.from, submittedAt, rulebook.booking.cutOff, plantClockOf(timeZone))
      : null,
    urgentReason: application.urgentReason ?? null,
    people,
    others: refusals
      .filter((refusal) => {
        const person = personOf(refusal)
        return person === null || !known.has(person)
      })
      .map(answered),
  }
}

/** A plan has room for a few names; all of them are on the page where people are changed. */
const substitutesMax = 3

const readWhoElse = async (
  tx: Tx,
  { job, application, person }: { readonly job: string; readonly application: Application; readonly person: PersonId },
  { rulebooks, timeZone, now }: Looking,
): Promise<readonly PersonId[]> => {
  const member = application.crew.find((one) => one.person === person)
  const part = member
    ? 'crew'
    : application.guardians.includes(person)
      ? 'guardian'
      : application.gasAnalyst === person
        ? 'gas-analyst'
        : null
  // Nobody stands in for a leader: other work begins with another leader.
  if (part === null) return []
  const asked = {
    job: id<JobId>(job),
    application,
    part,
    duties: member?.duties ?? [],
    replaced: person,
    search: '',
  } as const
  const { qualified } = await readSubstitutes(tx, asked, application.leader, { rulebooks, timeZone, clock: () => now })
  return qualified.slice(0, substitutesMax).map((substitute) => substitute.person)
}

const answered = (refusal: Refusal): AnsweredRefusal => ({ ...refusal, ...wayOut[refusal.code] })

const readUnitNames = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await tx.query<{ unit: string; name: string }>(`select unit, name from ${unitNames} units`, [
    tx.plantId,
  ])
  return new Map(rows.map(({ unit, name }) => [unit, name]))
}
