import type { ApprovalStep, Rulebook } from '../rulebook/rulebook.ts'
import { addMinutes, latest, type EpochMs } from '../time/epoch.ts'
import { approvalOf, approvalTurns, seatsOf } from './approval-chain.ts'
import type { JobRecord, Permit } from './job.ts'

type Timed = Pick<JobRecord, 'approvals' | 'addedSigners' | 'submittedAt' | 'reopenedAt'>

/**
 * Since when a step waits for its signatures: from the last signature of the turn before it, or from the moment at which
 * the chain was opened again by a return. A step that is signed already waited up to its own signature.
 */
export const openedAtOf = (permit: Permit, step: ApprovalStep, record: Timed, rulebook: Rulebook): EpochMs => {
  const turns = approvalTurns(permit, rulebook)
  const at = turns.findIndex((turn) => turn.some(({ id }) => id === step.id))
  const before = turns
    .slice(0, Math.max(0, at))
    .flatMap((turn) => turn.flatMap((one) => seatsOf(permit, one, record)))
    .flatMap((seat) => approvalOf(permit, seat, record) ?? [])
    .reduce((opened, { occurredAt }) => latest(opened, occurredAt), record.submittedAt)
  const signedAt = approvalOf(permit, { step, addedSigner: null }, record)?.occurredAt
  return record.reopenedAt
    .filter((reopened) => signedAt === undefined || reopened <= signedAt)
    .reduce((opened, reopened) => latest(opened, reopened), before)
}

/** In time is also who signs at the very last moment. */
export const isStepLate = (
  permit: Permit,
  step: ApprovalStep,
  record: Timed,
  rulebook: Rulebook,
  now: EpochMs,
): boolean => now > addMinutes(openedAtOf(permit, step, record, rulebook), step.withinMinutes.value)
