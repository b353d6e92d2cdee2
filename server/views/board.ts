import type { Board, JobPage } from '#contract/job-views.ts'
import type { JobId } from '#core/ids.ts'
import { assess } from '#core/job/assess.ts'
import { replay } from '#core/job/evolve.ts'
import { holdPointStates } from '#core/job/hold-points-of.ts'
import { openSeats } from '#core/job/approval-chain.ts'
import type { JobStatus, StopReason } from '#core/job/job.ts'
import { obligations, obligationState, type ObligationKind } from '#core/job/obligations.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import type { RiskLevel } from '#core/rulebook/rulebook.ts'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'
import { gatherFacts } from '../gather-facts.ts'
import { readEvidenceOf } from '../evidence/evidence-rows.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { readiness } from './job-readiness.ts'
import { readPresence, type GuardedRow } from './presence-of-jobs.ts'
import { readNames } from './names.ts'

/** How many closed jobs of the last days the board carries along; older ones are in the ledger. */
const boardRowsMax = 300

type BoardRow = GuardedRow & {
  status: JobStatus
  place_id: string
  place: string
  window_from: EpochMs
  window_to: EpochMs
  highest_risk: RiskLevel
  guardians: string[]
  leader: string
  content: string
  urgent_reason: string | null
  stopped_since: EpochMs | null
  stop_reason: StopReason | null
  late: LateRow[]
  next_change: EpochMs | null
  unit: string | null
  contractor: string | null
  workers: string[]
  next_due: EpochMs | null
  updated_at: number
}

type LateRow = { kind: ObligationKind; person: string | null; authority: string | null; since: EpochMs }

/** An open duty of the job; what is late or due is told from now, so that a dead ticker hides nothing. */
const openDuty = 'o.plant_id = j.plant_id and o.stream_id = j.job_id and o.met_at is null and o.lapsed_at is null'

/** Jobs that still bind somebody, stopped and overdue ones first; lateness is derived from now, not stored. */
export const readBoard = async (tx: Tx, now: EpochMs, rulebooks: Rulebooks): Promise<Board> => {
  const { rows } = await tx.query<BoardRow>(
    `select j.*, p.name as place,
       p.facts->>'unit' as unit, case when e.kind = 'contractor' then e.name end as contractor,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'person', o.assignee_person, 'authority', o.assignee_authority, 'since', o.late_at) order by o.late_at), '[]'::jsonb)
        from obligations o where ${openDuty} and o.late_at < $2) as late,
       (select min(o.due_at) from obligations o where ${openDuty} and o.opens_at <= $2) as next_due,
       (select min(o.late_at) from obligations o where ${openDuty} and o.late_at >= $2) as next_change
     from jobs j join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
       left join people l on l.plant_id = j.plant_id and l.person_id = j.leader
       left join employers e on e.plant_id = l.plant_id and e.employer_id = l.employer_id
     where j.plant_id = $1 and j.status not in ('cancelled') and (j.status <> 'closed' or j.updated_at > $2 - 86400000)
     order by j.window_to limit ${boardRowsMax}`,
    [tx.plantId, now],
  )
  const presence = await readPresence(tx, rows, rulebooks, now)
  return {
    now,
    nextChangeAt: nextChangeOf(rows, presence.silentAt, now),
    jobs: rows.toSorted(worstFirst(now)).map((row) => ({
      id: row.job_id,
      status: row.status,
      place: { id: row.place_id, name: row.place },
      window: { from: row.window_from, to: row.window_to },
      risk: row.highest_risk,
      leader: row.leader,
      guardians: row.guardians,
      permits: row.permits,
      content: row.content,
      urgentReason: row.urgent_reason,
      stop:
        row.stopped_since === null || row.stop_reason === null
          ? null
          : { since: row.stopped_since, reason: row.stop_reason },
      isStopped: isStopped(row),
      unit: row.unit,
      contractor: row.contractor,
      workers: row.workers,
      late: row.late,
      lateDuties: row.late.length,
      nextDueAt: row.next_due,
      isExpired: isExpired(row, now),
      absent: presence.absent.get(row.job_id) ?? [],
    })),
    people: (
      await readNames(
        tx,
        rows.flatMap(({ guardians, leader, late }) => [
          ...guardians,
          leader,
          ...late.flatMap(({ person }) => (person === null ? [] : [person])),
        ]),
      )
    ).people,
    units: await readUnitNames(
      tx,
      rows.flatMap(({ unit }) => unit ?? []),
    ),
  }
}

/** A unit is called what its people's department is called; places know its key alone. */
const readUnitNames = async (tx: Tx, units: readonly string[]): Promise<Board['units']> => {
  const { rows } = await tx.query<{ unit: string; name: string }>(
    `select u.unit, d.name from (select distinct unnest($2::text[]) as unit) u
       cross join lateral (select department as name from people p where p.plant_id = $1 and p.unit = u.unit limit 1) d`,
    [tx.plantId, units],
  )
  return Object.fromEntries(rows.map(({ unit, name }) => [unit, name]))
}

const isExpired = ({ window_to, status }: BoardRow, now: EpochMs): boolean =>
  window_to <= now && !['closed', 'finished'].includes(status)

const isStopped = ({ stopped_since, status }: BoardRow): boolean =>
  stopped_since !== null && ['submitted', 'approved', 'suspended'].includes(status)

/** Red first: stopped, then out of its time, then late, then by risk and by how little time is left. */
const worstFirst =
  (now: EpochMs) =>
  (a: BoardRow, b: BoardRow): number =>
    Number(isStopped(b)) - Number(isStopped(a)) ||
    Number(isExpired(b, now)) - Number(isExpired(a, now)) ||
    b.late.length - a.late.length ||
    b.highest_risk.localeCompare(a.highest_risk) ||
    a.window_to - b.window_to

/** When time alone turns a card: the instant after which a duty is late, or a permit is over. */
const nextChangeOf = (rows: readonly BoardRow[], silentAt: readonly EpochMs[], now: EpochMs): EpochMs | null => {
  const instants = rows.flatMap(({ next_change, window_to }) => [
    ...(next_change === null ? [] : [next_change + 1]),
    ...(window_to > now ? [window_to] : []),
  ])
  instants.push(...silentAt)
  return instants.length === 0 ? null : epochMs(Math.min(...instants))
}

const isOver = (status: JobStatus): boolean => ['finished', 'closed', 'cancelled'].includes(status)

/** Everything about one job. Hold points and duties are derived here and now by the same functions that decide. */
export const readJobPage = async (
  tx: Tx,
  jobId: JobId,
  { rulebooks, timeZone, now }: { readonly rulebooks: Rulebooks; readonly timeZone: string; readonly now: EpochMs },
): Promise<JobPage | null> => {
  const history = await readEvents(tx, jobId)
  if (history.length === 0) return null
  const job = replay(
    history.map(({ event }) => event),
    jobId,
  )
  const rulebook = await rulebooks.readable(tx, 'record' in job ? job.record.rulebook : null)
  const story = history.map(({ version, event, recordedAt, reliedOn, hash }) => ({
    version,
    event,
    recordedAt: epochMs(recordedAt),
    reliedOn,
    hash,
  }))
  const look: GuardedCommand | null =
    'record' in job ? { type: 'FinishWork', by: job.record.application.leader, occurredAt: now } : null
  const facts = look && (await gatherFacts(tx, look, job, now, timeZone))
  const ready = facts && 'record' in job ? readiness(job, rulebook, facts) : null
  const names = await readNames(tx, [jobId, history.map(({ event }) => event), ready])
  const common = {
    now,
    job,
    history: story,
    people: names.people,
    names,
    readiness: ready,
    evidence: (await readEvidenceOf(tx, jobId)).map(({ id, step, personId, capturedAt, receivedAt, reuse }) => ({
      id,
      step,
      person: personId,
      capturedAt,
      receivedAt,
      isReused: reuse.kind !== 'none',
    })),
  }
  const duties = obligations(job, rulebook).map((duty) => ({ ...duty, state: obligationState(duty, now) }))
  if (!('record' in job) || !facts) return { ...common, peopleProblems: [], holdPoints: [], duties, nextSteps: [] }
  const phase =
    job.status === 'finished' || job.status === 'closed' ? 'after' : job.record.work.length > 0 ? 'during' : 'before'
  return {
    ...common,
    peopleProblems: isOver(job.status)
      ? []
      : assess(
          'submit',
          { application: job.record.application, permits: job.record.permits, record: job.record },
          rulebook,
          facts,
        ).refusals.filter(({ params }) => 'person' in params),
    holdPoints: holdPointStates(job.record, phase, rulebook, facts),
    duties,
    nextSteps: job.record.permits.flatMap((permit) => {
      const open = openSeats(permit, job.record, rulebook)
      return open === 'no-chain'
        ? []
        : open.map(({ step: { id, name, by }, addedSigner }) => ({
            permit: permit.id,
            step: id,
            name,
            by,
            addedSigner,
          }))
    }),
  }
}
