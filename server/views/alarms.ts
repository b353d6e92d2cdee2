import type { MyAlarm, MyAlarms } from '#contract/presence.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import type { StopReason } from '#core/job/job.ts'
import { obligationState } from '#core/job/obligations.ts'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'
import { toMyJob, selectJobs, type JobRow } from './me.ts'
import { readNames } from './names.ts'
import { fromObligationRow, type ObligationRow } from './obligation-rows.ts'
import { readPresence, type GuardedRow } from './presence-of-jobs.ts'

const jobsMax = 300
const alarmsMax = 200

type ConcernedRow = JobRow & GuardedRow & { stopped_since: EpochMs | null; stop_reason: StopReason | null }

/**
 * What is wrong now in jobs that this person takes part in, or that go on in a place of the unit in which they hold an
 * authority, or that wait for a duty which by now is owed by them as well. All of it is derived at this moment; nothing was sent, so nothing can have been lost on the way.
 */
export const readMyAlarms = async (tx: Tx, person: PersonId, now: EpochMs, rulebooks: Rulebooks): Promise<MyAlarms> => {
  const { rows } = await tx.query<ConcernedRow>(
    `${selectJobs}, people me
     where j.plant_id = $1 and me.plant_id = $1 and me.person_id = $2 and j.status not in ('closed', 'cancelled')
       and (j.leader = $2 or $2 = any(j.guardians) or $2 = any(j.workers) or (cardinality(me.authorities) > 0 and p.facts->>'unit' = me.unit)
         or exists (select 1 from obligations o where o.plant_id = $1 and o.stream_id = j.job_id and o.met_at is null and o.lapsed_at is null
           and o.late_at < $3 and o.escalate_authority = any(me.authorities)))
     order by j.updated_at desc limit ${jobsMax}`,
    [tx.plantId, person, now],
  )
  const { absent } = await readPresence(tx, rows, rulebooks, now)
  const late = await readLate(tx, rows, now)
  const alarms = rows
    .flatMap((row): readonly MyAlarm[] => {
      const job = toMyJob(row)
      return [
        ...(absent.get(row.job_id) ?? []).map(({ person: guardian, state, since }): MyAlarm => ({
          kind: `guardian-${state}`,
          job,
          since,
          person: guardian,
          acts: { people: [...new Set([guardian, row.leader])] },
        })),
        ...stopOf(row, job),
        ...(late.get(row.job_id) ?? []).map(({ kind, assignee, lateAt }): MyAlarm => ({
          kind: 'duty-late',
          job,
          since: lateAt,
          person: null,
          acts: 'person' in assignee ? { people: [assignee.person] } : { authority: assignee.authority },
          duty: kind,
        })),
      ]
    })
    .toSorted((a, b) => rank[a.kind] - rank[b.kind] || a.since - b.since)
    .slice(0, alarmsMax)
  return {
    now,
    alarms,
    people: (
      await readNames(
        tx,
        alarms.map(({ person: one, acts }) => [one, acts]),
      )
    ).people,
  }
}

/** What may hurt somebody at this moment comes before what already stands still. */
const rank: { readonly [K in MyAlarm['kind']]: number } = {
  'guardian-outside': 0,
  'guardian-silent': 1,
  'work-stopped': 2,
  'duty-late': 3,
}

/** A planned break alarms nobody. */
const stopOf = (row: ConcernedRow, job: MyAlarm['job']): readonly MyAlarm[] =>
  row.stopped_since === null || row.stop_reason === null || row.stop_reason === 'break' || row.status === 'finished'
    ? []
    : [
        {
          kind: 'work-stopped',
          job,
          since: row.stopped_since,
          person: null,
          acts: { people: [row.leader] },
          reason: row.stop_reason,
        },
      ]

const readLate = async (tx: Tx, jobs: readonly ConcernedRow[], now: EpochMs) => {
  const { rows } = await tx.query<ObligationRow & { stream_id: JobId }>(
    `select * from obligations where plant_id = $1 and stream_id = any($2) and met_at is null and lapsed_at is null and late_at < $3`,
    [tx.plantId, jobs.map(({ job_id }) => job_id), now],
  )
  const byJob = new Map<string, ReturnType<typeof fromObligationRow>[]>()
  for (const row of rows) {
    const duty = fromObligationRow(row)
    if (obligationState(duty, epochMs(now)) === 'late')
      byJob.set(row.stream_id, [...(byJob.get(row.stream_id) ?? []), duty])
  }
  return byJob
}
