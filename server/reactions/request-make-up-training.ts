import type { CategoryId, PersonId } from '#core/ids.ts'
import type { Refusal } from '#core/job/refusal.ts'
import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import { hrCounterpartName, type TrainingPayload } from '../integrations/hr/hr-counterpart.ts'
import type { Tx } from '../store/database.ts'
import { type MessageState, queueMessage, readMessageState } from '../store/outbox.ts'

/** A make-up training that was asked for, and how far the request has come. */
export type RequestedTraining = {
  readonly person: PersonId
  readonly category: CategoryId
  readonly state: MessageState['state']
  readonly sentAt: EpochMs | null
}

type Gap = {
  readonly person: PersonId
  readonly category: CategoryId
  readonly reason: 'training-missing' | 'training-expired'
  /** Since when the training is lacking; null where there never was one. */
  readonly validThrough: IsoDate | null
}

/**
 * Whoever is refused for want of a training is signed up for it, in the same transaction. Once per gap: the next refusal
 * for the same want finds the request and only tells how far it has come. A training that lapses again is a new gap.
 */
export const requestMakeUpTraining = async (
  tx: Tx,
  refusals: readonly Refusal[],
  { neededBy, now }: { readonly neededBy: IsoDate; readonly now: EpochMs },
): Promise<readonly RequestedTraining[]> => {
  const gaps = new Map(refusals.flatMap(toGap).map((gap) => [gapIdOf(gap), gap]))
  const jobNumbers = await readJobNumbers(
    tx,
    [...gaps.values()].map(({ person }) => person),
  )
  const requested: RequestedTraining[] = []
  for (const [gapId, { person, category, reason }] of gaps) {
    const jobNumber = jobNumbers.get(person)
    // Contractors' people are not in this plant's HR system; their own manager sees the refusal.
    if (jobNumber === undefined) continue
    const payload: TrainingPayload = { jobNumber, category, reason, neededBy }
    await queueMessage(tx, { counterpart: hrCounterpartName, dedupeKey: gapId, orderingKey: person, payload }, now)
    const state = await readMessageState(tx, hrCounterpartName, gapId)
    if (state === undefined) throw new Error(`the request for ${gapId} was not kept`)
    requested.push({ person, category, state: state.state, sentAt: state.sentAt })
  }
  return requested
}

/** How far the requests for these very gaps have come, asking for none. */
export const readMakeUpTraining = async (
  tx: Tx,
  refusals: readonly Refusal[],
): Promise<readonly RequestedTraining[]> => {
  const requested: RequestedTraining[] = []
  for (const gap of refusals.flatMap(toGap)) {
    const message = await readMessageState(tx, hrCounterpartName, gapIdOf(gap))
    if (message)
      requested.push({ person: gap.person, category: gap.category, state: message.state, sentAt: message.sentAt })
  }
  return requested
}

/** All that was ever asked for one person, newest first. */
export const readTrainingRequests = async (tx: Tx, person: PersonId): Promise<readonly RequestedTraining[]> => {
  const { rows } = await tx.query<Omit<RequestedTraining, 'person'>>(
    `select payload ->> 'category' as category, state, sent_at as "sentAt"
     from outbox where plant_id = $1 and counterpart = $2 and ordering_key = $3 order by seq desc limit 100`,
    [tx.plantId, hrCounterpartName, person],
  )
  return rows.map((row) => ({ person, ...row }))
}

const toGap = (refusal: Refusal): readonly Gap[] => {
  if (refusal.code === 'training-missing') return [{ ...refusal.params, reason: refusal.code, validThrough: null }]
  if (refusal.code !== 'training-expired') return []
  const { person, category, validThrough } = refusal.params
  return [{ person, category, reason: refusal.code, validThrough }]
}

const gapIdOf = ({ person, category, validThrough }: Gap): string =>
  `training:${person}:${category}:${validThrough ?? 'never'}`

const readJobNumbers = async (tx: Tx, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> => {
  if (people.length === 0) return new Map()
  const { rows } = await tx.query<{ person_id: PersonId; job_number: string }>(
    `select p.person_id, coalesce(p.staff_number, p.person_id) as job_number
     from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
     where p.plant_id = $1 and p.person_id = any($2) and e.kind = 'own'`,
    [tx.plantId, [...new Set(people)]],
  )
  return new Map(rows.map((row) => [row.person_id, row.job_number]))
}
