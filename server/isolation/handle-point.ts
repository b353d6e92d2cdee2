import type { PersonId } from '#core/ids.ts'
import { decidePoint, type PointCommand, type PointDecision } from '#core/isolation/decide-point.ts'
import { evolvePoint } from '#core/isolation/events.ts'
import { untouchedPoint } from '#core/isolation/point.ts'
import { replay } from '#core/job/evolve.ts'
import type { Job } from '#core/job/job.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { gatherEvidence } from '../gather-facts.ts'
import { gatherPeople } from '../gather/people.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { lockScopes } from '../store/scopes.ts'
import { appendPointEvents, readPointEvents } from './point-events.ts'
import type { PointRow } from './point-rows.ts'
import { readReliers } from './reliers.ts'

/**
 * Lock, read, gather, decide, append, as for a job. The point is locked against a second hand at it, the job against being approved
 * or closed in the same moment, and the places against a start that looks at the point just now.
 */
export const handlePoint = async (
  tx: Tx,
  { id: point, place }: PointRow,
  command: PointCommand,
  now: EpochMs,
): Promise<PointDecision> => {
  await lockScopes(tx, [`job:${command.job}`, 'places', `point:${point}`])
  const history = await readPointEvents(tx, point)
  const state = history.map(({ event }) => event).reduce(evolvePoint, untouchedPoint)
  const job = replay(
    (await readEvents(tx, command.job)).map(({ event }) => event),
    command.job,
  )
  const people = await gatherPeople(tx, [...new Set([command.by, ...othersIn(command)])])
  const decision = decidePoint(command, state, {
    point,
    job,
    takesPart: takesPart(job, command.by) || (await isOfUnit(tx, place, people[command.by]?.unit)),
    people,
    evidence: await gatherEvidence(tx, 'picture' in command && command.picture ? [command.picture] : []),
    reliers: (await readReliers(tx, [point]))[point] ?? [],
  })
  if (!decision.accepted || decision.events.length === 0) return decision
  await appendPointEvents(tx, point, history.at(-1), decision.events, now)
  const { condition, namedBy } = decision.events.reduce(evolvePoint, state)
  await tx.query(
    'update isolation_points set condition = $3::jsonb, named_by = $4, version = $5 where plant_id = $1 and point_id = $2',
    [tx.plantId, point, JSON.stringify(condition), namedBy, history.length + decision.events.length],
  )
  tx.announce(command.job)
  return decision
}

const othersIn = (command: PointCommand): readonly PersonId[] => {
  switch (command.type) {
    case 'IsolatePoint':
      return [command.keyHolder]
    case 'TryOutPoint':
      return [command.witness]
    case 'HandOverKey':
      return [command.to]
    case 'NamePoint':
    case 'UnnamePoint':
    case 'RestorePoint':
      return []
  }
}

const takesPart = (job: Job, by: PersonId): boolean => {
  if (!('record' in job)) return false
  const { leader, applicant, crew, guardians } = job.record.application
  return [leader, applicant, ...guardians, ...crew.map(({ person }) => person)].includes(by)
}

/** Operators of the unit lock and unlock their own valves, although they are no crew of the job. */
const isOfUnit = async (tx: Tx, place: string, unit: string | undefined): Promise<boolean> =>
  unit !== undefined &&
  (
    await tx.query(`select from places where plant_id = $1 and place_id = $2 and facts ->> 'unit' = $3`, [
      tx.plantId,
      place,
      unit,
    ])
  ).rowCount === 1
