import type { Rulebook } from '../../rulebook/rulebook.ts'
import { approvalTurns, openSeats } from '../approval-chain.ts'
import type {
  AnswerReturn,
  ReturnJob,
  StepOfPermit,
  TakeBackApproval,
  WithdrawApplication,
} from '../commands/approving.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { checkReturned, findStep, isSame } from './approval.ts'
import { needsOpenPapers, needsState } from './needs-state.ts'
import { signingRefusals, type Signer } from './signing-right.ts'

/**
 * Whoever could give a missing signature may send the job back instead: to the applicant, or to an earlier step of the same
 * permit. What was signed from that step on falls; what was signed before it stands.
 */
export const returnJob = (command: ReturnJob, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  needsOpenPapers(job, ({ record }) => {
    const { by, occurredAt, reason, toStep, onBehalfOf } = command
    const target = toStep === undefined ? null : fallenFrom(toStep, record, rulebook)
    const refusals = [
      ...checkReason(reason),
      ...checkReturned(record),
      ...(target !== null && 'refusals' in target ? target.refusals : []),
      ...mayReturn(command, toStep, { record, rulebook, facts }),
    ]
    if (refusals.length > 0) return refuse(refusals)
    return accept([
      {
        type: 'JobReturned',
        reason,
        by,
        occurredAt,
        ...(toStep === undefined ? {} : { toStep }),
        ...(target !== null && 'fallen' in target ? { fallen: target.fallen } : {}),
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      },
    ])
  })

type Approving = { readonly record: JobRecord; readonly rulebook: Rulebook; readonly facts: Facts }

/** The refusals of the signature that comes nearest; none as soon as one of the missing ones could be given. */
const mayReturn = (
  signer: Signer,
  toStep: StepOfPermit | undefined,
  { record, rulebook, facts }: Approving,
): readonly Refusal[] => {
  const reasons = record.permits
    .filter(({ id }) => toStep === undefined || id === toStep.permit)
    .flatMap((permit) => {
      const open = openSeats(permit, record, rulebook)
      return open === 'no-chain'
        ? []
        : open
            // A seat that was given to somebody by name is nobody else's to act from.
            .filter(({ addedSigner }) => addedSigner === null || addedSigner === signer.by)
            .map((seat) => signingRefusals(signer, { permit, seat, record, rulebook, facts }))
    })
  const [first] = reasons
  if (first === undefined)
    return [
      ground(
        { code: 'job-in-wrong-state', params: { status: 'approved', needed: ['submitted'] } },
        { source: 'product' },
      ),
    ]
  return reasons.some((refusals) => refusals.length === 0) ? [] : first
}

/** Beside the step in its own countersignature the others stand: they are neither before nor after it. */
const fallenFrom = (
  toStep: StepOfPermit,
  record: JobRecord,
  rulebook: Rulebook,
): { readonly fallen: readonly StepOfPermit[] } | { readonly refusals: readonly Refusal[] } => {
  const found = findStep(toStep, record, rulebook)
  if ('refusals' in found) return found
  const { permit, step } = found
  if (!record.approvals.some((one) => isSame(one, toStep)))
    return {
      refusals: [
        ground({ code: 'step-not-earlier', params: { step: step.id } }, { source: 'product' }, permit.operation),
      ],
    }
  const turns = approvalTurns(permit, rulebook)
  const at = turns.findIndex((turn) => turn.includes(step))
  return {
    fallen: [step, ...turns.slice(at + 1).flat()].map(({ id }) => ({ permit: permit.id, step: id })),
  }
}

/** The applicant has mended what was asked for, and the chain begins anew. */
export const answerReturn = ({ by, occurredAt, note }: AnswerReturn, job: Job): Decision =>
  needsOpenPapers(job, ({ record }) => {
    const refusals = [
      ...(checkReturned(record).length === 0
        ? [ground({ code: 'nothing-to-answer', params: {} }, { source: 'product' })]
        : []),
      ...checkApplicant(by, record),
    ]
    return refusals.length > 0 ? refuse(refusals) : accept([{ type: 'ReturnAnswered', note, by, occurredAt }])
  })

/** Before work begins the application is its applicant's; afterwards it is stopped or cancelled. */
export const withdrawApplication = ({ by, occurredAt, reason }: WithdrawApplication, job: Job): Decision =>
  needsState(job, ['submitted', 'approved'], ({ record }) => {
    const refusals = [...checkReason(reason), ...checkReturned(record), ...checkApplicant(by, record)]
    return refusals.length > 0 ? refuse(refusals) : accept([{ type: 'ApplicationWithdrawn', reason, by, occurredAt }])
  })

/** A signature is its signer's until somebody has relied on it by signing after it, or work has begun. */
export const takeBackApproval = (command: TakeBackApproval, job: Job, rulebook: Rulebook): Decision =>
  needsState(job, ['submitted', 'approved'], ({ record }) => {
    const { by, occurredAt, permit: permitId, step: stepId, reason } = command
    const found = findStep(command, record, rulebook)
    if ('refusals' in found) return refuse(found.refusals)
    const own = record.approvals.find((one) => isSame(one, command) && one.by === by)
    const other = record.approvals.find((one) => isSame(one, command))
    const after = signedAfter(command, record, rulebook)
    const refusals: Refusal[] = [...checkReason(reason)]
    if (own === undefined)
      refusals.push(
        other === undefined
          ? ground({ code: 'approval-missing', params: { permit: permitId, step: stepId } }, { source: 'product' })
          : ground({ code: 'approval-of-another', params: { step: stepId, person: other.by } }, { source: 'product' }),
      )
    if (after !== undefined)
      refusals.push(ground({ code: 'signed-after', params: { step: after.step, by: after.by } }, { source: 'product' }))
    return refusals.length > 0
      ? refuse(refusals)
      : accept([{ type: 'ApprovalTakenBack', permit: permitId, step: stepId, reason, by, occurredAt }])
  })

const signedAfter = (
  { permit: permitId, step }: StepOfPermit,
  { permits, approvals }: JobRecord,
  rulebook: Rulebook,
): JobRecord['approvals'][number] | undefined => {
  const permit = permits.find(({ id }) => id === permitId)
  const turns = permit ? approvalTurns(permit, rulebook) : []
  const at = turns.findIndex((turn) => turn.some(({ id }) => id === step))
  const later = new Set(turns.slice(at + 1).flatMap((turn) => turn.map(({ id }) => id)))
  return approvals.find((one) => one.permit === permitId && later.has(one.step))
}

/** Whoever gets it back must be able to read what for. */
const checkReason = (reason: string): readonly Refusal[] =>
  reason.trim() === '' ? [ground({ code: 'reason-missing', params: {} }, { source: 'product' })] : []

const checkApplicant = (by: JobRecord['application']['applicant'], { application }: JobRecord): readonly Refusal[] =>
  application.applicant === by
    ? []
    : [ground({ code: 'not-this-role', params: { person: by, role: 'applicant' } }, { source: 'product' })]
