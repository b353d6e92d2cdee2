import { judgeFence } from '../../place/position.ts'
import type { ApprovalStep, Rulebook } from '../../rulebook/rulebook.ts'
import { approvalChain, openSeats, type Seat } from '../approval-chain.ts'
import { assess } from '../assess.ts'
import type { ApproveStep, StepOfPermit } from '../commands/approving.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { JobEvent } from '../events.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, JobRecord, Permit } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { reliedOn } from '../relied-on.ts'
import { needsOpenPapers } from './needs-state.ts'
import { signingRefusals } from './signing-right.ts'
import { checkFactor } from './proven-factor.ts'

/**
 * One signature of one step, at the work site, by somebody with the authority and no part in the work. When the last
 * one of the last permit is given, the job is approved: a job with two permits never starts on one of them (4.6).
 */
export const approveStep = (command: ApproveStep, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  needsOpenPapers(job, ({ record }) => {
    const found = findStep(command, record, rulebook)
    if ('refusals' in found) return refuse(found.refusals)
    const { permit, step } = found
    const { by, occurredAt, signature, onBehalfOf } = command
    const isAdded = record.addedSigners.some((one) => isSame(one, command) && one.signer === by)
    const seat: Seat = { step, addedSigner: isAdded ? by : null }

    const assessment = assess(
      'approval',
      { application: record.application, permits: [permit], record },
      rulebook,
      facts,
    )
    const relied = reliedOn(record.application, facts)
    const refusals = [
      ...checkReturned(record),
      ...checkTurn(permit, seat, record, rulebook),
      ...signingRefusals(command, { permit, seat, record, rulebook, facts }),
      ...checkOnSite(command, step, facts),
      ...checkFactor(command.signature, step),
      ...assessment.refusals,
    ]
    if (refusals.length > 0) return refuse(refusals, relied)

    const signed = {
      permit: permit.id,
      step: step.id,
      signature,
      by,
      occurredAt,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    }
    const approved: JobEvent = { type: 'StepApproved', ...signed }
    const after = { ...record, approvals: [...record.approvals, signed] }
    const isComplete = record.permits.every((one) => {
      const open = openSeats(one, after, rulebook)
      return open !== 'no-chain' && open.length === 0
    })
    return accept(isComplete ? [approved, { type: 'JobApproved', by, occurredAt }] : [approved], {
      validUntil: assessment.validUntil,
      reliedOn: relied,
    })
  })

/** The permit and the step that a command names, or why they are none. */
export const findStep = (
  { permit: permitId, step: stepId }: StepOfPermit,
  record: JobRecord,
  rulebook: Rulebook,
): { readonly permit: Permit; readonly step: ApprovalStep } | { readonly refusals: readonly Refusal[] } => {
  const permit = record.permits.find(({ id }) => id === permitId)
  if (!permit)
    return { refusals: [ground({ code: 'permit-unknown', params: { permit: permitId } }, { source: 'product' })] }
  const step = approvalChain(permit, rulebook).find(({ id }) => id === stepId)
  return step
    ? { permit, step }
    : {
        refusals: [ground({ code: 'step-unknown', params: { step: stepId } }, { source: 'product' }, permit.operation)],
      }
}

export const isSame = (one: StepOfPermit, { permit, step }: StepOfPermit): boolean =>
  one.permit === permit && one.step === step

/** While an application lies with its applicant, a signature would stand under words that are just being changed. */
export const checkReturned = ({ returned }: JobRecord): readonly Refusal[] =>
  returned !== null && returned.to === 'applicant' && returned.answeredAt === null
    ? [ground({ code: 'job-returned', params: { by: returned.by, reason: returned.reason } }, { source: 'product' })]
    : []

/** Whether this very signature is one of those that are missing now. */
export const checkTurn = (
  permit: Permit,
  { step, addedSigner }: Seat,
  record: JobRecord,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const open = openSeats(permit, record, rulebook)
  const first = open === 'no-chain' ? undefined : open[0]
  const isOpen =
    open !== 'no-chain' && open.some((seat) => seat.step.id === step.id && seat.addedSigner === addedSigner)
  if (isOpen) return []
  const isSignedAlready = record.approvals.some((one) => isSame(one, { permit: permit.id, step: step.id }))
  return first === undefined || isSignedAlready
    ? [ground({ code: 'approval-done-already', params: { step: step.id } }, { source: 'product' }, permit.operation)]
    : [
        ground(
          { code: 'approval-not-its-turn', params: { step: step.id, waitsFor: first.step.id } },
          first.step,
          permit.operation,
        ),
      ]
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
