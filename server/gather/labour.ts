import { createHash } from 'node:crypto'
import type { PersonId } from '#core/ids.ts'
import type { Facts } from '#core/job/facts.ts'
import type { LabourSpan } from '#core/people/fatigue.ts'
import type { RiskLevel } from '#core/rulebook/rulebook.ts'
import { addHours, epochMs, type EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

type WorkRow = { people: string[]; highest_risk: RiskLevel; work: { from: number; to: number | null }[] }
type AttendanceRow = { person_id: string; from_at: number; to_at: number | null }

/** A day more than fatigue remembers: a planned begin may lie before now, and a night before that. */
const lookBackHours = 96

/** What the given people worked lately, on every job and by attendance; those with neither are left out. */
export const gatherLabour = async (
  tx: Tx,
  people: readonly PersonId[],
  now: EpochMs,
): Promise<NonNullable<Facts['labour']>> => {
  const since = addHours(now, -lookBackHours)
  const work = await tx.query<WorkRow>(
    `select workers || guardians || array[leader] as people, highest_risk, work from jobs
     where plant_id = $1 and (window_to > $2 or status in ('active', 'suspended')) and work <> '[]'::jsonb
       and (workers && $3 or guardians && $3 or leader = any($3))`,
    [tx.plantId, since, [...people]],
  )
  const attendance = await tx.query<AttendanceRow>(
    `select person_id, from_at, to_at from attendance
     where plant_id = $1 and person_id = any($3) and (to_at is null or to_at > $2)`,
    [tx.plantId, since, [...people]],
  )
  const spans = new Map<string, LabourSpan[]>()
  const add = (person: string, from: number, to: number | null, about: Pick<LabourSpan, 'kind' | 'risk'>): void => {
    const ofPerson = spans.get(person) ?? []
    spans.set(person, ofPerson)
    ofPerson.push({ from: epochMs(from), to: to === null ? null : epochMs(to), ...about })
  }
  for (const { people: atWork, highest_risk: risk, work: stretches } of work.rows)
    for (const person of atWork) for (const { from, to } of stretches) add(person, from, to, { kind: 'work', risk })
  for (const { person_id, from_at, to_at } of attendance.rows) add(person_id, from_at, to_at, { kind: 'attendance' })
  return Object.fromEntries(
    people.flatMap((person) => {
      const ofPerson = spans.get(person)
      return ofPerson ? [[person, { spans: ofPerson, revision: `labour:${person}@${revisionOf(ofPerson)}` }]] : []
    }),
  )
}

const revisionOf = (spans: readonly LabourSpan[]): string =>
  createHash('sha256').update(JSON.stringify(spans)).digest('base64url').slice(0, 16)
