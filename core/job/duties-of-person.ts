import type { PersonId } from '../ids.ts'
import type { Signatory } from '../rulebook/rulebook.ts'
import { answersForUnit } from './may-accept.ts'
import type { EpochMs } from '../time/epoch.ts'
import { obligationState, type Obligation, type ObligationKind, type ObligationState } from './obligations.ts'

/** What is known of the person who asks what to do now. */
export type Owner = {
  readonly person: PersonId
  readonly unit: string
  readonly authorities: readonly string[]
  readonly employment: 'active' | 'left' | 'frozen'
  /** For whom this person stands in now, with which right and in whose unit. */
  readonly standsInFor?: readonly { readonly person: PersonId; readonly unit: string; readonly authority: string }[]
}

/** A duty together with what decides whose it is: where it is, and who takes part and so may not sign for it. */
export type OwedAt = {
  readonly obligation: Obligation
  readonly placeUnit: string
  readonly windowEnd: EpochMs
  readonly involved: readonly PersonId[]
}

type OwedState = Extract<ObligationState, 'waiting' | 'open' | 'due' | 'late'>
export type Owed<T extends OwedAt> = T & {
  readonly state: OwedState
  /** Why it is this person's, where it is so neither by name nor by their own authority. */
  readonly because: { readonly kind: 'escalated' } | { readonly kind: 'stands-in'; readonly for: PersonId } | null
}

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
        .filter((duty) => isStillOfUse(duty, now))
        .flatMap((duty) => {
          const state = obligationState(duty.obligation, now)
          const claim = isOwed(state) ? claimOf(duty, owner, now) : null
          return isOwed(state) && claim !== null ? [{ ...duty, state, because: claim.because }] : []
        })
        .toSorted(
          (a, b) =>
            pressing.indexOf(a.state) - pressing.indexOf(b.state) ||
            // What somebody sent back holds up everybody after it.
            Number(a.obligation.note === undefined) - Number(b.obligation.note === undefined) ||
            // Of what is equally pressing, one's own comes before what is only urged.
            Number(a.because?.kind === 'escalated') - Number(b.because?.kind === 'escalated') ||
            a.obligation.dueAt - b.obligation.dueAt ||
            course.indexOf(a.obligation.kind) - course.indexOf(b.obligation.kind) ||
            a.obligation.key.localeCompare(b.obligation.key),
        )

/** Of duties that are due together the one comes first that the others wait for. */
const course: readonly ObligationKind[] = [
  'mend',
  'answer-return',
  'prepare',
  'confirm-measures',
  'sign-briefing',
  'approve',
  'test-gas',
  'ventilate',
  'sign-in',
  'start',
  'agree',
  'forced-rest',
  'end-work',
  'gas-record',
  'snapshot',
  'close-out',
  'fire-watch',
  'accept',
  'settle-debt',
  'hand-in-recording',
]

const pressing: readonly OwedState[] = ['late', 'due', 'open', 'waiting']
const isOwed = (state: ObligationState): state is OwedState => pressing.some((one) => one === state)

/** An application whose window has passed is applied for anew, not mended. */
const isStillOfUse = ({ obligation, windowEnd }: OwedAt, now: EpochMs): boolean =>
  obligation.kind !== 'mend' || now < windowEnd

type Claim = Pick<Owed<OwedAt>, 'because'>

/** The own right first: whoever holds it signs as themselves, also while they stand in for somebody. */
const claimOf = (duty: OwedAt, owner: Owner, now: EpochMs): Claim | null => {
  const { obligation, placeUnit, involved } = duty
  const { assignee } = obligation
  if ('person' in assignee) {
    if (assignee.person === owner.person) return { because: null }
    // Taking part hinders nobody from urging whoever must act.
    return isEscalatedTo(duty, owner, now) ? { because: { kind: 'escalated' } } : null
  }
  if (involved.includes(owner.person)) return null
  if (isHeldBy(assignee, owner, placeUnit)) return { because: null }
  const standsIn = owner.standsInFor?.find(
    ({ person, unit, authority }) =>
      assignee.authority === authority &&
      owner.authorities.includes(authority) &&
      !involved.includes(person) &&
      isHeldBy(assignee, { unit, authorities: [authority] }, placeUnit),
  )
  if (standsIn) return { because: { kind: 'stands-in', for: standsIn.person } }
  return isEscalatedTo(duty, owner, now) ? { because: { kind: 'escalated' } } : null
}

const isEscalatedTo = (
  { obligation: { escalateTo, lateAt }, placeUnit }: OwedAt,
  owner: Owner,
  now: EpochMs,
): boolean => escalateTo !== undefined && now > lateAt && isHeldBy(escalateTo, owner, placeUnit)

const isHeldBy = (
  { authority, of }: Signatory,
  { unit, authorities }: Pick<Owner, 'unit' | 'authorities'>,
  placeUnit: string,
): boolean =>
  authority === 'place-unit'
    ? answersForUnit({ unit, authorities }, placeUnit)
    : authorities.includes(authority) && (of === 'plant' || unit === placeUnit)
