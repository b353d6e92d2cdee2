import { addMinutes, type EpochMs } from '../time/epoch.ts'
import type { JobRecord } from './job.ts'
import type { Obligation } from './obligations.ts'

/** No standard says how long before: an hour is enough to find somebody, a quarter to hand over. Both are the product's own. */
const warningMinutes = 60
const handOverMinutes = 15

/**
 * Whoever will be tired is let go by then: the leader owes it by name, by somebody in their place or by stopping the work.
 * Follows from what was foreseen at the start; nothing has to happen for it.
 */
export const restDuties = ({ rests, work, application: { leader } }: JobRecord): readonly Obligation[] =>
  rests.map(({ person, at, span, replaced }): Obligation => {
    const stretch = work[span]
    return {
      key: `forced-rest.${span}.${person}`,
      kind: 'forced-rest',
      about: person,
      assignee: { person: leader },
      opensAt: opening(at, stretch?.from ?? at),
      dueAt: at,
      lateAt: addMinutes(at, handOverMinutes),
      met: replaced,
      lapsedAt: replaced ? null : (stretch?.to ?? null),
    }
  })

const opening = (at: EpochMs, from: EpochMs): EpochMs => {
  const warned = addMinutes(at, -warningMinutes)
  return warned < from ? from : warned
}
