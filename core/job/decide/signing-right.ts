import type { PersonId } from '../../ids.ts'
import { standsInFor } from '../../people/delegation.ts'
import type { ApprovalStep, Rulebook, Signatory } from '../../rulebook/rulebook.ts'
import type { Seat } from '../approval-chain.ts'
import { isStepLate } from '../approval-times.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { JobRecord, Permit } from '../job.ts'
import type { Refusal } from '../refusal.ts'

/** Who wants to sign, and whose right they use where it is not their own. */
export type Signer = { readonly by: PersonId; readonly onBehalfOf?: PersonId }

export type Signing = {
  readonly permit: Permit
  readonly seat: Seat
  readonly record: JobRecord
  readonly rulebook: Rulebook
  readonly facts: Facts
}

/**
 * Why somebody may not give this signature. Nobody approves own work, neither with the own hand nor through whoever stands in;
 * authority is held for the whole plant or for the unit that owns the place.
 */
export const signingRefusals = (signer: Signer, signing: Signing): readonly Refusal[] => {
  const { seat, record, rulebook, facts } = signing
  const involved = [signer.by, ...(signer.onBehalfOf === undefined ? [] : [signer.onBehalfOf])]
    .filter((person) => takesPart(person, record))
    .map((person) => ground({ code: 'own-work', params: { person } }, { source: 'product' }))
  if (seat.addedSigner !== null)
    return [...involved, ...addedSignerRefusals(signer.by, seat.step, rulebook, facts), ...notOnesOwn(signer, seat)]
  return [...involved, ...rightRefusals(signer, signing), ...delegationRefusals(signer, seat.step, facts)]
}

export const takesPart = (person: PersonId, { application }: Pick<JobRecord, 'application'>): boolean =>
  [
    application.applicant,
    application.leader,
    ...application.guardians,
    ...application.crew.map(({ person: member }) => member),
  ].includes(person)

/** Whether somebody holds one of the authorities that the rulebook names for an additional signature. */
export const addedSignerRefusals = (
  person: PersonId,
  step: ApprovalStep,
  { signing }: Rulebook,
  { people }: Facts,
): readonly Refusal[] => {
  const authorities = signing?.addedSigner.authorities ?? []
  const known = people[person]
  const isEntitled = known?.employment === 'active' && authorities.some((one) => known.authorities.includes(one))
  return isEntitled
    ? []
    : [ground({ code: 'signer-lacks-authority', params: { person, authorities } }, signing?.addedSigner ?? step)]
}

/** Whoever was named in addition was named as this person: nobody else signs for them. */
const notOnesOwn = ({ onBehalfOf }: Signer, { step, addedSigner }: Seat): readonly Refusal[] =>
  onBehalfOf === undefined || addedSigner === null
    ? []
    : [ground({ code: 'approval-of-another', params: { step: step.id, person: addedSigner } }, { source: 'product' })]

/** The step's own authority, or from the moment at which it is late that of whoever it escalates to. */
const rightRefusals = (
  { by, onBehalfOf }: Signer,
  { permit, seat: { step }, record, rulebook, facts }: Signing,
): readonly Refusal[] => {
  const holder = onBehalfOf ?? by
  if (isHeld(step.by, holder, facts)) return []
  // What escalates is signed in person: standing in for a superior would reach over two borders at once.
  const isEscalated =
    step.escalateTo?.maySign === true &&
    onBehalfOf === undefined &&
    isHeld(step.escalateTo, by, facts) &&
    isStepLate(permit, step, record, rulebook, facts.now)
  if (isEscalated) return []
  return [
    ground(
      { code: 'authority-missing', params: { person: holder, step: step.id, authority: step.by.authority } },
      step,
    ),
  ]
}

const isHeld = ({ authority, of }: Signatory, person: PersonId, { people, place }: Facts): boolean => {
  const known = people[person]
  const holds = known?.employment === 'active' && known.authorities.includes(authority)
  return holds && (of === 'plant' || (place !== undefined && known.unit === place.unit))
}

const delegationRefusals = (
  { by, onBehalfOf }: Signer,
  { by: { authority } }: ApprovalStep,
  { people, delegations, now }: Facts,
): readonly Refusal[] => {
  if (onBehalfOf === undefined) return []
  if (delegations === undefined) return [ground({ code: 'delegations-unknown', params: {} }, { source: 'product' })]
  const refusals: Refusal[] = []
  if (!standsInFor({ from: onBehalfOf, to: by, authority }, delegations, now))
    refusals.push(
      ground({ code: 'delegation-missing', params: { person: by, onBehalfOf, authority } }, { source: 'product' }),
    )
  const delegate = people[by]
  // Asked again at the signature: whoever lost the right since then has nothing left to stand in with.
  if (delegate?.employment !== 'active' || !delegate.authorities.includes(authority))
    refusals.push(
      ground(
        { code: 'delegate-lacks-authority', params: { person: by, authority } },
        { clause: 'AQ 3064.2-2025 5.5.3' },
      ),
    )
  return refusals
}
