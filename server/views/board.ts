import type { JobId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import { holdPointStates } from '#core/job/hold-points-of.ts'
import { nextStep } from '#core/job/approval-chain.ts'
import { obligations, obligationState } from '#core/job/obligations.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { gatherFacts } from '../gather-facts.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { readNames } from './names.ts'

/** How many closed jobs of the last days the board carries along; older ones are in the ledger. */
const boardRowsMax = 300

type BoardRow = {
  job_id: string
  status: string
  place_id: string
  place: string
  window_from: number
  window_to: number
  highest_risk: string
  guardians: string[]
  leader: string
  permits: unknown[]
  content: string
  stopped_since: number | null
  stop_reason: string | null
  late: number
  next_due: number | null
  updated_at: number
}

/** Jobs that still bind somebody, stopped and overdue ones first; lateness is derived from now, not stored. */
export const readBoard = async (tx: Tx, now: EpochMs) => {
  const { rows } = await tx.query<BoardRow>(
    `select j.*, p.name as place,
       (select count(*)::int from obligations o where o.plant_id = j.plant_id and o.stream_id = j.job_id and o.met_at is null and o.lapsed_at is null and o.late_at < $2) as late,
       (select min(o.due_at) from obligations o where o.plant_id = j.plant_id and o.stream_id = j.job_id and o.met_at is null and o.lapsed_at is null and o.opens_at <= $2) as next_due
     from jobs j join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
     where j.plant_id = $1 and j.status not in ('cancelled') and (j.status <> 'closed' or j.updated_at > $2 - 86400000)
     order by (j.status = 'suspended') desc, late desc, j.highest_risk desc, j.window_to limit ${boardRowsMax}`,
    [tx.plantId, now],
  )
  return {
    now,
    jobs: rows.map((row) => ({
      id: row.job_id,
      status: row.status,
      place: { id: row.place_id, name: row.place },
      window: { from: row.window_from, to: row.window_to },
      risk: row.highest_risk,
      leader: row.leader,
      guardians: row.guardians,
      permits: row.permits,
      content: row.content,
      stop: row.stopped_since === null ? null : { since: row.stopped_since, reason: row.stop_reason },
      lateDuties: row.late,
      nextDueAt: row.next_due,
      isExpired: row.window_to <= now && !['closed', 'finished'].includes(row.status),
    })),
    people: (
      await readNames(
        tx,
        rows.flatMap(({ guardians, leader }) => [...guardians, leader]),
      )
    ).people,
  }
}

/** Everything about one job. Hold points and duties are derived here and now by the same functions that decide. */
export const readJobPage = async (
  tx: Tx,
  jobId: JobId,
  { rulebook, timeZone, now }: { readonly rulebook: Rulebook; readonly timeZone: string; readonly now: EpochMs },
) => {
  const history = await readEvents(tx, jobId)
  if (history.length === 0) return null
  const job = replay(
    history.map(({ event }) => event),
    jobId,
  )
  const story = history.map(({ version, event, recordedAt, reliedOn, hash }) => ({
    version,
    event,
    recordedAt,
    reliedOn,
    hash,
  }))
  const names = await readNames(tx, [jobId, ...history.map(({ event }) => event)])
  const { people } = names
  if (!('record' in job)) return { job, history: story, people, names, holdPoints: [], duties: [], nextSteps: [] }
  const look: GuardedCommand = { type: 'FinishWork', by: job.record.application.leader, occurredAt: now }
  const facts = await gatherFacts(tx, look, job, now, timeZone)
  const phase =
    job.status === 'finished' || job.status === 'closed' ? 'after' : job.record.work.length > 0 ? 'during' : 'before'
  return {
    job,
    history: story,
    people,
    names,
    holdPoints: holdPointStates(job.record, phase, rulebook, facts),
    duties: obligations(job, rulebook).map((duty) => ({ ...duty, state: obligationState(duty, now) })),
    nextSteps: job.record.permits.flatMap((permit) => {
      const step = nextStep(permit, job.record, rulebook)
      return step === null || step === 'no-chain'
        ? []
        : [{ permit: permit.id, step: step.id, name: step.name, by: step.by }]
    }),
  }
}
