import type { PersonId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'
import { obligationState, type Obligation, type ObligationKind, type ObligationState } from './obligations.ts'

/** What is known of the person who asks what to do now. */
export type Owner = {
  readonly person: PersonId
  readonly unit: string
  readonly authorities: readonly string[]
  readonly employment: 'active' | 'left' | 'frozen'
}

/** A duty together with what decides whose it is: where it is, and who takes part and so may not sign for it. */
export type OwedAt = {
  readonly obligation: Obligation
  readonly placeUnit: string
  readonly windowEnd: EpochMs
  readonly involved: readonly PersonId[]
}

type OwedState = Extract<ObligationState, 'waiting' | 'open' | 'due' | 'late'>
export type Owed<T extends OwedAt> = T & { readonly state: OwedState }

/**
 * What this person owes at this moment, the most pressing first: by name, or by an authority that is held for the place. An
 * approver never finds own work among it, because the signature would be refused.
 */
export const dutiesOfPerson = <T extends OwedAt>(
  duties: readonly T[],
  owner: Owner,
  now: EpochMs,
): readonly Owed<T>[] =>
  owner.employment !== 'active'
    ? []
    : duties
        .filter((duty) => isOwedBy(duty, owner) && isStillOfUse(duty, now))
        .flatMap((duty) => {
          const state = obligationState(duty.obligation, now)
          return isOwed(state) ? [{ ...duty, state }] : []
        })
        .toSorted(
          (a, b) =>
            pressing.indexOf(a.state) - pressing.indexOf(b.state) ||
            a.obligation.dueAt - b.obligation.dueAt ||
            course.indexOf(a.obligation.kind) - course.indexOf(b.obligation.kind) ||
            a.obligation.key.localeCompare(b.obligation.key),
        )

/** Of duties that are due together the one comes first that the others wait for. */
const course: readonly ObligationKind[] = [
  'mend',
  'prepare',
  'confirm-measures',
  'sign-briefing',
  'approve',
  'test-gas',
  'ventilate',
  'sign-in',
  'start',
  'gas-record',
  'snapshot',
  'close-out',
  'fire-watch',
  'accept',
]

const pressing: readonly OwedState[] = ['late', 'due', 'open', 'waiting']
const isOwed = (state: ObligationState): state is OwedState => pressing.some((one) => one === state)

/** An application whose window has passed is applied for anew, not mended. */
const isStillOfUse = ({ obligation, windowEnd }: OwedAt, now: EpochMs): boolean =>
  obligation.kind !== 'mend' || now < windowEnd

const isOwedBy = ({ obligation, placeUnit, involved }: OwedAt, { person, unit, authorities }: Owner): boolean => {
  const { assignee } = obligation
  if ('person' in assignee) return assignee.person === person
  if (involved.includes(person)) return false
  if (assignee.authority === 'place-unit') return unit === placeUnit && authorities.length > 0
  return authorities.includes(assignee.authority) && (assignee.of === 'plant' || unit === placeUnit)
}
