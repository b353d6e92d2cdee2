import { judgeFence } from '../../place/position.ts'
import type { ApprovalStep, Rulebook } from '../../rulebook/rulebook.ts'
import { approvalChain, nextStep } from '../approval-chain.ts'
import { assess } from '../assess.ts'
import type { ApproveStep, ReturnJob } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { JobEvent } from '../events.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, JobRecord, Permit } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { needsState } from './needs-state.ts'

/**
 * One signature of one step, at the work site, by somebody with the authority and no part in the work. When the last
 * one of the last permit is given, the job is approved: a job with two permits never starts on one of them (4.6).
 */
export const approveStep = (command: ApproveStep, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  needsState(job, ['submitted'], ({ record }) => {
    const permit = record.permits.find(({ id }) => id === command.permit)
    if (!permit)
      return refuse([ground({ code: 'permit-unknown', params: { permit: command.permit } }, { source: 'product' })])
    const step = approvalChain(permit, rulebook).find(({ id }) => id === command.step)
    if (!step)
      return refuse([
        ground({ code: 'step-unknown', params: { step: command.step } }, { source: 'product' }, permit.operation),
      ])

    const assessment = assess(
      'approval',
      { application: record.application, permits: [permit], record },
      rulebook,
      facts,
    )
    const refusals = [
      ...checkTurn(command, permit, record, rulebook),
      ...checkApprover(command, step, record, facts),
      ...checkOnSite(command, step, facts),
      ...assessment.refusals,
    ]
    if (refusals.length > 0) return refuse(refusals, assessment.reliedOn)

    const { by, occurredAt, signature } = command
    const approved: JobEvent = { type: 'StepApproved', permit: permit.id, step: step.id, signature, by, occurredAt }
    const after = { approvals: [...record.approvals, { permit: permit.id, step: step.id, signature, by, occurredAt }] }
    const isComplete = record.permits.every((one) => nextStep(one, after, rulebook) === null)
    return accept(isComplete ? [approved, { type: 'JobApproved', by, occurredAt }] : [approved], assessment)
  })

const checkTurn = (
  { step }: ApproveStep,
  permit: Permit,
  record: JobRecord,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const next = nextStep(permit, record, rulebook)
  if (
    next === 'no-chain' ||
    next === null ||
    (next.id !== step && record.approvals.some((one) => one.permit === permit.id && one.step === step))
  )
    return [ground({ code: 'approval-done-already', params: { step } }, { source: 'product' }, permit.operation)]
  return next.id === step
    ? []
    : [ground({ code: 'approval-not-its-turn', params: { step, waitsFor: next.id } }, next, permit.operation)]
}

/** Nobody approves own work, and authority is held for the whole plant or for the unit that owns the place. */
const checkApprover = (
  { by }: ApproveStep,
  step: ApprovalStep,
  { application }: JobRecord,
  facts: Facts,
): readonly Refusal[] => {
  const refusals: Refusal[] = []
  const isInvolved = [
    application.applicant,
    application.leader,
    ...application.guardians,
    ...application.crew.map(({ person }) => person),
  ].includes(by)
  if (isInvolved) refusals.push(ground({ code: 'own-work', params: { person: by } }, { source: 'product' }))
  const approver = facts.people[by]
  const holdsAuthority = approver?.employment === 'active' && approver.authorities.includes(step.by.authority)
  const isOfUnit = step.by.of === 'plant' || (facts.place !== undefined && approver?.unit === facts.place.unit)
  if (!holdsAuthority || !isOfUnit)
    refusals.push(
      ground({ code: 'authority-missing', params: { person: by, step: step.id, authority: step.by.authority } }, step),
    )
  return refusals
}

const checkOnSite = ({ signature }: ApproveStep, { onSite }: ApprovalStep, { place }: Facts): readonly Refusal[] => {
  if (!onSite.required) return []
  if (!place || !signature.position) return [ground({ code: 'position-missing', params: {} }, onSite)]
  const { verdict, distanceMetres } = judgeFence(signature.position, place.fence, onSite.fenceMetresMax)
  switch (verdict) {
    case 'inside':
      return []
    case 'outside':
      return [
        ground({ code: 'position-outside', params: { distanceMetres, metresMax: onSite.fenceMetresMax } }, onSite),
      ]
    case 'unclear':
      return [
        ground(
          {
            code: 'position-uncertain',
            params: {
              accuracyMetres: signature.position.accuracyMetres,
              distanceMetres,
              metresMax: onSite.fenceMetresMax,
            },
          },
          onSite,
        ),
      ]
  }
}

/** Whoever could sign the next step of any permit may send the job back instead. */
export const returnJob = (
  { by, occurredAt, reason }: ReturnJob,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, ['submitted'], ({ record }) => {
    const steps = record.permits
      .map((permit) => nextStep(permit, record, rulebook))
      .filter((step) => step !== null && step !== 'no-chain')
    const reasons = steps.map((step) => checkApprover({ by } as ApproveStep, step, record, facts))
    const [first] = reasons
    if (first && reasons.every((refusals) => refusals.length > 0)) return refuse(first)
    return accept([{ type: 'JobReturned', reason, by, occurredAt }])
  })
