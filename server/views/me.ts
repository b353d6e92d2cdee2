import type { MyDuties, MyDuty, MyJob, MyJobs } from '#contract/me.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import { dutiesOfPerson, type Owed, type OwedAt, type Owner } from '#core/job/duties-of-person.ts'
import { replay } from '#core/job/evolve.ts'
import type { Permit, JobStatus } from '#core/job/job.ts'
import { isInForce } from '#core/people/delegation.ts'
import { dayMs, type EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { gatherPeople } from '../gather/people.ts'
import { readStandingDelegations } from '../store/delegations.ts'
import { readEvents } from '../store/events.ts'
import { readNames } from './names.ts'
import { fromObligationRow, type ObligationRow } from './obligation-rows.ts'

/** A list that nobody could work off; what is behind it appears as soon as the first ones are done. */
const dutiesMax = 200
const jobsMax = 100
const doneDays = 14

export type JobRow = {
  job_id: JobId
  status: JobStatus
  place_id: string
  place: string
  unit: string
  content: string
  window_from: EpochMs
  window_to: EpochMs
  permits: Permit[]
  leader: PersonId
  guardians: PersonId[]
  workers: PersonId[]
}

/** What this person owes now. Whose a duty is and what state it is in is decided by core; the query only narrows. */
export const readMyDuties = async (tx: Tx, person: PersonId, now: EpochMs): Promise<MyDuties> => {
  const owner = await readOwner(tx, person, now)
  if (!owner) return { now, duties: [] }
  const nameOf = (absent: PersonId): string => owner.standsInFor.find((one) => one.person === absent)?.name ?? absent
  const { rows } = await tx.query<ObligationRow & { stream_id: JobId }>(
    `select * from obligations
     where plant_id = $1 and met_at is null and lapsed_at is null
       and (assignee_person = $2 or assignee_authority = any($3) or assignee_authority = 'place-unit'
         or (escalate_authority = any($3) and late_at < $4))`,
    [tx.plantId, person, owner.authorities, now],
  )
  const { people } = await readNames(
    tx,
    rows.map(({ about_person, assignee_person }) => [about_person, assignee_person]),
  )
  const jobs = await readJobs(tx, [...new Set(rows.map(({ stream_id }) => stream_id))])
  const owed = rows.flatMap((row) => {
    const job = jobs.get(row.stream_id)
    if (!job) return []
    const involved = [job.leader, ...job.guardians, ...job.workers]
    return [{ obligation: fromObligationRow(row), placeUnit: job.unit, windowEnd: job.window_to, involved, job }]
  })
  const becauseOf = ({ because, obligation: { assignee } }: Owed<OwedAt>): MyDuty['because'] => {
    if (because === null) return null
    if (because.kind === 'stands-in') return { ...because, name: nameOf(because.for) }
    const late = 'person' in assignee ? { name: people[assignee.person] ?? assignee.person } : assignee
    return { kind: 'escalated', owner: late }
  }
  return {
    now,
    duties: dutiesOfPerson(owed, owner, now)
      .slice(0, dutiesMax)
      .map((one) => ({ ...one, because: becauseOf(one) }))
      .map(({ obligation: { assignee: _assignee, met: _met, lapsedAt: _lapsedAt, ...duty }, state, because, job }) => ({
        duty: { ...duty, state },
        because,
        job: toMyJob(job),
        action: duty.kind,
        ...(duty.about === undefined ? {} : { aboutName: people[duty.about] ?? duty.about }),
      })),
  }
}

export const readMyJobs = async (tx: Tx, person: PersonId, now: EpochMs): Promise<MyJobs> => {
  const owner = await readOwner(tx, person, now)
  const { rows } = await tx.query<JobRow>(
    `${selectJobs}
     where j.plant_id = $1 and (j.leader = $2 or $2 = any(j.guardians) or $2 = any(j.workers)
         -- Whoever owes the job something belongs to it: the gas analyst stands in no list of the crew.
         or exists (select 1 from obligations o where o.plant_id = j.plant_id and o.stream_id = j.job_id and o.assignee_person = $2)
         or ($3::text is not null and p.facts->>'unit' = $3))
       and (j.status not in ('closed', 'cancelled') or j.updated_at > $4)
     order by j.updated_at desc limit ${jobsMax * 3}`,
    [tx.plantId, person, (owner?.authorities.length ?? 0) > 0 ? owner?.unit : null, now - doneDays * dayMs],
  )
  const isOver = ({ status }: JobRow) => status === 'closed' || status === 'cancelled'
  const lane = (belongs: (row: JobRow) => boolean): readonly MyJob[] =>
    rows.filter(belongs).slice(0, jobsMax).map(toMyJob)
  return {
    now,
    mine: lane((row) => !isOver(row) && row.leader === person),
    copied: lane((row) => !isOver(row) && row.leader !== person),
    done: lane(isOver),
  }
}

type StandsInFor = {
  readonly person: PersonId
  readonly name: string
  readonly unit: string
  readonly authority: string
}

const readOwner = async (
  tx: Tx,
  person: PersonId,
  now: EpochMs,
): Promise<(Omit<Owner, 'standsInFor'> & { readonly standsInFor: readonly StandsInFor[] }) | undefined> => {
  const { rows } = await tx.query<Owner>(
    'select person_id as person, unit, authorities, employment from people where plant_id = $1 and person_id = $2',
    [tx.plantId, person],
  )
  const [owner] = rows
  return owner && { ...owner, standsInFor: await readStandsInFor(tx, person, now) }
}

/** Whose right counts is decided by core at the signature; whoever has lost it delegates nothing. */
const readStandsInFor = async (tx: Tx, person: PersonId, now: EpochMs): Promise<readonly StandsInFor[]> => {
  const standing = await readStandingDelegations(tx, now, { people: [person] })
  const inForce = standing.filter((one) => isInForce(one, now))
  const authors = await gatherPeople(
    tx,
    inForce.map(({ from }) => from),
  )
  const { people } = await readNames(
    tx,
    inForce.map(({ from }) => from),
  )
  return inForce.flatMap(({ from, authority }) => {
    const author = authors[from]
    return author?.employment === 'active' && author.authorities.includes(authority)
      ? [{ person: from, name: people[from] ?? from, unit: author.unit, authority }]
      : []
  })
}

export const selectJobs = `
  select j.job_id, j.status, j.place_id, p.name as place, p.facts->>'unit' as unit, j.content, j.window_from, j.window_to,
    j.permits, j.leader, j.guardians, j.workers, j.duty, j.rulebook, j.stopped_since, j.stop_reason
  from jobs j join places p on p.plant_id = j.plant_id and p.place_id = j.place_id`

const readJobs = async (tx: Tx, ids: readonly JobId[]): Promise<ReadonlyMap<JobId, JobRow>> => {
  const { rows } = await tx.query<JobRow>(`${selectJobs} where j.plant_id = $1 and j.job_id = any($2)`, [
    tx.plantId,
    ids,
  ])
  const known = new Set(rows.map(({ job_id }) => job_id))
  const drafts: JobRow[] = []
  for (const id of ids.filter((one) => !known.has(one))) drafts.push(...(await readDraft(tx, id)))
  return new Map([...rows, ...drafts].map((row) => [row.job_id, row]))
}

/** A refused application has no line on the board; what it asks for is in its history. */
const readDraft = async (tx: Tx, jobId: JobId): Promise<readonly JobRow[]> => {
  const job = replay(
    (await readEvents(tx, jobId)).map(({ event }) => event),
    jobId,
  )
  if (job.status !== 'drafted') return []
  const { place, content, window, leader, guardians, crew } = job.application
  const { rows } = await tx.query<{ name: string; unit: string }>(
    `select name, facts->>'unit' as unit from places where plant_id = $1 and place_id = $2`,
    [tx.plantId, place],
  )
  return [
    {
      job_id: jobId,
      status: job.status,
      place_id: place,
      place: rows[0]?.name ?? place,
      unit: rows[0]?.unit ?? '',
      content,
      window_from: window.from,
      window_to: window.to,
      permits: [],
      leader,
      guardians: [...guardians],
      workers: crew.map(({ person }) => person),
    },
  ]
}

export const toMyJob = (row: JobRow): MyJob => ({
  id: row.job_id,
  status: row.status,
  place: { id: row.place_id, name: row.place },
  content: row.content,
  window: { from: row.window_from, to: row.window_to },
  permits: row.permits,
})
