import type { PersonId } from '../../ids.ts'
import type { Acceptance, Rulebook } from '../../rulebook/rulebook.ts'
import { assessHoldPoint } from '../assess-hold-point.ts'
import type { FinishWork, RecordFireWatch, RecordPassage, RecordResidue, SignAcceptance } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { JobEvent } from '../events.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, JobRecord } from '../job.ts'
import { mayAcceptForUnit } from '../may-accept.ts'
import type { Refusal } from '../refusal.ts'
import { checkPictures } from './check-evidence.ts'
import { checkPart, checkRole } from './check-part.ts'
import { needsState } from './needs-state.ts'
import { checkFactor } from './proven-factor.ts'

export const recordPassage = ({ by, occurredAt, passage }: RecordPassage, job: Job, facts: Facts): Decision =>
  needsState(job, ['submitted', 'approved', 'active', 'suspended', 'finished', 'cancelled'], ({ record, status }) => {
    const { what, direction } = passage
    // Coming out is never refused. Going in asks that the work is on and that the person belongs to it.
    if (direction === 'out') return accept([{ type: 'PassageRecorded', by, occurredAt, passage }])
    if (status !== 'active')
      return refuse([ground({ code: 'job-in-wrong-state', params: { status, needed: ['active'] } }, { clause: '6.8' })])
    const counter = checkPart(by, ['guardian', 'leader'], record, facts)
    if (counter.length > 0) return refuse(counter)
    if ('person' in what && !record.application.crew.some(({ person }) => person === what.person))
      return refuse([
        ground({ code: 'not-this-role', params: { person: what.person, role: 'crew' } }, { clause: '6.8' }),
      ])
    // Whoever joined during the work goes in only after the briefing.
    if ('person' in what && !isBriefed(what.person, record))
      return refuse([ground({ code: 'briefing-unsigned', params: { person: what.person } }, { clause: '4.4' })])
    return accept([{ type: 'PassageRecorded', by, occurredAt, passage }])
  })

const isBriefed = (person: PersonId, { briefing }: JobRecord): boolean =>
  briefing !== null && (briefing.briefer === person || briefing.signedAt[person] !== undefined)

/**
 * Ending work makes nothing more dangerous, so it asks for nothing but that it is one's own; what is missing is asked at the close-out.
 * Whoever sees danger stops the work, which is open to everybody and ends nobody's permit.
 */
export const finishWork = ({ by, occurredAt }: FinishWork, job: Job): Decision =>
  needsState(job, ['active', 'suspended'], ({ record }) => {
    const refusals = checkRole(by, ['leader', 'guardian'], record)
    return refusals.length > 0 ? refuse(refusals) : accept([{ type: 'WorkFinished', by, occurredAt }])
  })

/** A look that found embers is taken from anybody; that all is calm is said by those who watched. */
export const recordFireWatch = ({ by, occurredAt, isCalm }: RecordFireWatch, job: Job, facts: Facts): Decision =>
  needsState(job, ['finished'], ({ record }) => {
    const refusals = isCalm ? checkPart(by, ['guardian', 'leader', 'crew'], record, facts) : []
    return refusals.length > 0 ? refuse(refusals) : accept([{ type: 'FireWatchRecorded', by, occurredAt, isCalm }])
  })

export const recordResidue = ({ by, occurredAt, pictures }: RecordResidue, job: Job, facts: Facts): Decision =>
  needsState(job, ['finished'], ({ record }) => {
    const refusals = [
      ...checkPart(by, ['guardian', 'leader'], record, facts),
      ...checkPictures(pictures, { step: 'close-out', by }, record, facts),
    ]
    return refusals.length > 0 ? refuse(refusals) : accept([{ type: 'ResidueRecorded', by, occurredAt, pictures }])
  })

/** Accepted at the site once everything is counted, clean and calm; the last signature closes the job. */
export const signAcceptance = (
  { by, occurredAt, acceptance: id, signature }: SignAcceptance,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, ['finished'], ({ record }) => {
    const needed = acceptancesOf(record, rulebook)
    const acceptance = needed.find((one) => one.id === id)
    if (!acceptance)
      return refuse([ground({ code: 'acceptance-unknown', params: { acceptance: id } }, { source: 'product' })])
    const refusals: Refusal[] = [
      ...assessHoldPoint('close-out', record, rulebook, facts),
      ...checkAcceptor(by, acceptance, record, facts),
      ...checkFactor(signature, acceptance),
    ]
    if (record.acceptances[id])
      refusals.push(ground({ code: 'acceptance-done-already', params: { acceptance: id } }, { source: 'product' }))
    if (refusals.length > 0) return refuse(refusals)

    const signed: JobEvent = { type: 'AcceptanceSigned', acceptance: id, signature, by, occurredAt }
    const isLast = needed.every((one) => one.id === id || record.acceptances[one.id])
    return accept(isLast ? [signed, { type: 'JobClosed', by, occurredAt }] : [signed])
  })

/** Acceptances of all permits; two permits that ask for the same one share it. */
export const acceptancesOf = ({ permits }: Pick<JobRecord, 'permits'>, rulebook: Rulebook): readonly Acceptance[] => {
  const byId = new Map<string, Acceptance>()
  for (const { operation } of permits)
    for (const acceptance of rulebook.operations[operation]?.acceptances ?? []) byId.set(acceptance.id, acceptance)
  return [...byId.values()]
}

const checkAcceptor = (
  by: PersonId,
  acceptance: Acceptance,
  { application }: JobRecord,
  { people, place }: Facts,
): readonly Refusal[] => {
  switch (acceptance.by) {
    case 'leader':
      return application.leader === by
        ? []
        : [ground({ code: 'not-this-role', params: { person: by, role: 'leader' } }, acceptance)]
    case 'guardian':
      return application.guardians.includes(by)
        ? []
        : [ground({ code: 'not-this-role', params: { person: by, role: 'guardian' } }, acceptance)]
    case 'unit': {
      const involved = [application.leader, ...application.crew.map(({ person }) => person), ...application.guardians]
      return mayAcceptForUnit(by, people[by], place?.unit, involved)
        ? []
        : [
            ground(
              {
                code: 'authority-missing',
                params: { person: by, step: acceptance.id as never, authority: 'place-unit' },
              },
              acceptance,
            ),
          ]
    }
  }
}
