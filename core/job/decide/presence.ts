import type { PersonId } from '../../ids.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import { assessHoldPoint } from '../assess-hold-point.ts'
import type { EndGuardianDuty, RecordPresence, SignInGuardian } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { JobEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import { pointsOf } from '../hold-points-of.ts'
import type { Job, RecordedJob } from '../job.ts'
import { presenceNow } from '../presence-of-job.ts'
import type { Refusal } from '../refusal.ts'
import { checkEvidence } from './check-evidence.ts'
import { atSite, checkApplies, checkGuardian, checkPosition, checkTurn } from './hold-points.ts'
import { needsState } from './needs-state.ts'

/** A guardian of this job, at the site, by picture or by another way with a second person as witness. */
export const signInGuardian = (
  { by, occurredAt, signIn }: SignInGuardian,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, atSite, ({ record, status }) => {
    const refusals = [
      ...checkApplies('guardian-sign-in', record, rulebook),
      // Once work has begun the turn is over: whoever relieves a guardian must not wait for a new gas test.
      ...(status === 'approved' ? checkTurn('guardian-sign-in', record, rulebook, facts) : []),
      ...checkGuardian(signIn.person, record),
      ...checkOneself(by, signIn.person),
      ...checkPosition(signIn.position, record, rulebook, facts),
      ...(signIn.method.kind === 'picture-on-site'
        ? checkEvidence(signIn.method.picture, { step: 'guardian-sign-in', by }, record, facts)
        : checkWitness(signIn.method.secondPerson, signIn.person, facts)),
    ]
    return refusals.length > 0 ? refuse(refusals) : accept([{ type: 'GuardianSignedIn', by, occurredAt, signIn }])
  })

/**
 * A guardian who goes off duty while work is on takes the permit along: the work is suspended (4.10), unless the next one
 * signed in before, so that there was no moment without.
 */
export const endGuardianDuty = (
  { by, occurredAt, guardian }: EndGuardianDuty,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, ['approved', 'active', 'suspended', 'finished'], (current) => {
    const { record, status } = current
    if (!record.duty.some(({ signIn, endedAt }) => signIn.person === guardian && endedAt === null))
      return refuse([ground({ code: 'guardian-not-signed-in', params: { person: guardian } }, { clause: '4.10' })])
    const ended: JobEvent = { type: 'GuardianDutyEnded', by, occurredAt, guardian }
    return accept(
      status === 'active' && !isStillGuarded(current, ended, rulebook, facts)
        ? [ended, { type: 'WorkStopped', by, occurredAt, reason: 'guardian-left', note: '' }]
        : [ended],
    )
  })

/** A transition of where the guardian is. By the rulebook, leaving the fence suspends the work with it. */
export const recordPresence = (
  { occurredAt, guardian, state, position }: RecordPresence,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, atSite, (current) => {
    const { record, status } = current
    const duty = record.duty.findLast(({ signIn, endedAt }) => signIn.person === guardian && endedAt === null)
    const last = duty?.presence.at(-1)
    if (!last)
      return refuse([ground({ code: 'guardian-not-signed-in', params: { person: guardian } }, { clause: '4.10' })])
    if (last.state === state) return accept([])
    // Whoever was heard of while this was on its way is not silent any more; outside is worse than silent, and stays.
    if (state === 'silent' && presenceNow(duty, record, rulebook, facts)?.state !== 'silent') return accept([])
    const changed: JobEvent = {
      type: 'GuardianPresenceChanged',
      by: null,
      occurredAt,
      guardian,
      state,
      ...(position ? { position } : {}),
    }
    const suspends =
      status === 'active' &&
      state === 'outside' &&
      !isStillGuarded(current, changed, rulebook, facts) &&
      pointsOf('guardian-sign-in', record, rulebook).some(({ suspendsWhenLeft }) => suspendsWhenLeft)
    return accept(
      suspends
        ? [changed, { type: 'WorkStopped', by: null, occurredAt, reason: 'guardian-left', note: '' }]
        : [changed],
    )
  })

/** Whether enough guardians are present once this has happened. */
const isStillGuarded = (job: RecordedJob, event: JobEvent, rulebook: Rulebook, facts: Facts): boolean => {
  const after = evolve(job, event, job.record.id)
  return 'record' in after && assessHoldPoint('guardian-sign-in', after.record, rulebook, facts).length === 0
}

/** Nobody is signed in by somebody else: a guardian who is somewhere else would be present by hearsay. */
const checkOneself = (by: PersonId, person: PersonId): readonly Refusal[] =>
  by === person ? [] : [ground({ code: 'not-this-role', params: { person: by, role: 'guardian' } }, { clause: '4.10' })]

const checkWitness = (witness: PersonId, guardian: PersonId, { people }: Facts): readonly Refusal[] =>
  witness !== guardian && people[witness]?.employment === 'active'
    ? []
    : [ground({ code: 'second-person-missing', params: { person: guardian } }, { source: 'product' })]
