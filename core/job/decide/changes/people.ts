import type { PersonId } from '../../../ids.ts'
import type { Rulebook } from '../../../rulebook/rulebook.ts'
import { assess } from '../../assess.ts'
import { assessHoldPoint } from '../../assess-hold-point.ts'
import { holdersOf, joinerOf, leaverOf, withPeopleChanged } from '../../change-people.ts'
import type { PeopleChange } from '../../changes.ts'
import type { AnswerPeopleChange, ChangePeople } from '../../commands/changes.ts'
import { accept, refuse, type Decision } from '../../decision.ts'
import type { JobEvent } from '../../events.ts'
import { evolve } from '../../evolve.ts'
import type { Facts } from '../../facts.ts'
import { ground } from '../../ground.ts'
import type { Job, JobRecord, RecordedJob } from '../../job.ts'
import { peopleInside } from '../../../rules/close-out/everything-counted-out.ts'
import type { Refusal } from '../../refusal.ts'
import { needsState } from '../needs-state.ts'
import { checkAgreement } from './agreement.ts'

const changeable = ['submitted', 'approved', 'active', 'suspended'] as const
const clause = { clause: '4.4' } as const

/**
 * Somebody joins, leaves or takes another's place. Whoever is new passes every check of an admission at this moment, and
 * again at the next start. Where the rulebook asks for somebody's word, the change waits for it and changes nothing yet.
 */
export const changePeople = (
  { change, reason, by, occurredAt }: ChangePeople,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, changeable, (current) => {
    const { record, status } = current
    const row = rulebook.changes?.people.find(({ role }) => role === change.role)
    if (!row)
      return refuse([ground({ code: 'change-not-foreseen', params: { change: change.role } }, { source: 'product' })])
    const { agreedBy } = row
    const disagreement = agreedBy ? checkAgreement(by, { ...row, agreedBy }, record, facts, joinerOf(change)) : []
    const refusals = [
      ...checkAsker(by, record, agreedBy !== undefined && disagreement.length === 0),
      ...checkChange(change, current, rulebook, facts),
    ]
    if (refusals.length > 0) return refuse(refusals)
    const id = String(record.changes.people.length + 1)
    // Before the approval whoever approves will see the new names, so that nobody else has to agree.
    return status === 'submitted' || disagreement.length === 0
      ? accept(changed(current, { type: 'PeopleChanged', id, change, reason, by, occurredAt }, rulebook, facts))
      : accept([{ type: 'PeopleChangeAsked', id, change, reason, by, occurredAt }])
  })

/** A yes is no licence of the moment when it was asked for: every check runs again. */
export const answerPeopleChange = (
  { change: id, isAgreed, note, by, occurredAt }: AnswerPeopleChange,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, changeable, (current) => {
    const { record } = current
    const asked = record.changes.people.find((one) => one.id === id)
    const row = rulebook.changes?.people.find(({ role }) => role === asked?.change.role)
    if (!asked || asked.answer || !row?.agreedBy)
      return refuse([ground({ code: 'nothing-asked', params: {} }, { source: 'product' })])
    const { change, reason } = asked
    const refusals = checkAgreement(by, { ...row, agreedBy: row.agreedBy }, record, facts, joinerOf(change))
    if (!isAgreed)
      return refusals.length > 0
        ? refuse(refusals)
        : accept([{ type: 'PeopleChangeDenied', id, change, note, by, occurredAt }])
    const all = [...refusals, ...checkChange(change, current, rulebook, facts)]
    return all.length > 0
      ? refuse(all)
      : accept(changed(current, { type: 'PeopleChanged', id, change, reason, by, occurredAt }, rulebook, facts))
  })

/** Whoever leads or applied for the work asks; whoever may agree may ask as well, for a leader who has fallen ill. */
const checkAsker = (by: PersonId, { application }: JobRecord, mayAgree: boolean): readonly Refusal[] =>
  mayAgree || by === application.leader || by === application.applicant
    ? []
    : [ground({ code: 'not-this-role', params: { person: by, role: 'leader' } }, { source: 'product' })]

const checkChange = (
  change: PeopleChange,
  { record }: RecordedJob,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const { application } = record
  const holders = holdersOf(application, change.role)
  const leaver = leaverOf(change)
  const joiner = joinerOf(change)
  const refusals: Refusal[] = []
  if (leaver !== null && !holders.includes(leaver))
    refusals.push(ground({ code: 'not-this-role', params: { person: leaver, role: change.role } }, clause))
  if (joiner !== null && holders.includes(joiner))
    refusals.push(ground({ code: 'takes-part-already', params: { person: joiner } }, { source: 'product' }))
  // Somebody who is taken off the list while inside would be counted out by nobody.
  if (leaver !== null && peopleInside(record).has(leaver))
    refusals.push(ground({ code: 'people-still-inside', params: { people: [leaver] } }, { clause: '6.8' }))
  if (joiner !== null && record.approvals.some(({ by }) => by === joiner))
    refusals.push(ground({ code: 'own-work', params: { person: joiner } }, { source: 'product' }))
  const { permits } = record
  const judge = (one: typeof application) =>
    assess('change', { application: one, permits, record }, rulebook, facts).refusals
  const before = new Set(judge(application).map(textOf))
  const after = judge(withPeopleChanged(application, change))
  // What was wrong with the others before keeps nobody from leaving; what is not known at all keeps everybody from joining.
  return [
    ...refusals,
    ...after.filter((refusal) => !before.has(textOf(refusal)) || (joiner !== null && !concernsOther(refusal, joiner))),
  ]
}

const textOf = (refusal: Refusal): string => JSON.stringify(refusal)

const concernsOther = ({ params }: Refusal, joiner: PersonId): boolean => 'person' in params && params.person !== joiner

/** A leader who is replaced during work hands it over at rest; a guardian who leaves takes the permit along (4.10). */
const changed = (
  job: RecordedJob,
  event: Extract<JobEvent, { type: 'PeopleChanged' }>,
  rulebook: Rulebook,
  facts: Facts,
): readonly JobEvent[] => {
  const { by, occurredAt, change } = event
  const leaver = leaverOf(change)
  const isOnDuty =
    change.role === 'guardian' &&
    job.record.duty.some(({ signIn, endedAt }) => signIn.person === leaver && endedAt === null)
  const events: readonly JobEvent[] =
    isOnDuty && leaver !== null ? [event, { type: 'GuardianDutyEnded', guardian: leaver, by, occurredAt }] : [event]
  if (job.status !== 'active') return events
  if (change.role === 'leader')
    return [...events, { type: 'WorkStopped', by, occurredAt, reason: 'change', note: event.reason }]
  return isOnDuty && !isGuardedAfter(job, events, rulebook, facts)
    ? [...events, { type: 'WorkStopped', by, occurredAt, reason: 'guardian-left', note: '' }]
    : events
}

const isGuardedAfter = (job: RecordedJob, events: readonly JobEvent[], rulebook: Rulebook, facts: Facts): boolean => {
  const after = events.reduce<Job>((state, event) => evolve(state, event, job.record.id), job)
  return 'record' in after && assessHoldPoint('guardian-sign-in', after.record, rulebook, facts).length === 0
}
