import type { ApprovalStep, Rulebook } from '../rulebook/rulebook.ts'
import type { JobRecord, Permit } from './job.ts'

/** The steps that a permit of this level has to pass, in order. */
export const approvalChain = (
  { operation, level, withoutSteps }: Pick<Permit, 'operation' | 'level' | 'withoutSteps'>,
  rulebook: Rulebook,
): readonly ApprovalStep[] =>
  rulebook.operations[operation]?.approvals.filter(
    ({ id, levels }) => levels.includes(level) && !withoutSteps?.includes(id),
  ) ?? []

/** The step whose turn it is, or null when the permit is approved. A permit without any step is never approved. */
export const nextStep = (
  permit: Permit,
  { approvals }: Pick<JobRecord, 'approvals'>,
  rulebook: Rulebook,
): ApprovalStep | 'no-chain' | null => {
  const chain = approvalChain(permit, rulebook)
  if (chain.length === 0) return 'no-chain'
  return (
    chain.find(({ id }) => !approvals.some((approval) => approval.permit === permit.id && approval.step === id)) ?? null
  )
}
