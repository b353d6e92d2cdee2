import type { ApprovalStep, Rulebook } from '../rulebook/rulebook.ts'
import { approvalChain } from './approval-chain.ts'
import type { Permit } from './job.ts'

/** The signatures that are asked for because work is urgent and for nothing else, each named once. */
export const urgentSteps = (
  permits: readonly Pick<Permit, 'operation' | 'level' | 'withoutSteps'>[],
  rulebook: Rulebook,
): readonly ApprovalStep[] => {
  const steps = permits
    .flatMap((permit) => approvalChain(permit, rulebook))
    .filter(({ when }) => when !== undefined && 'fact' in when && when.fact === 'booking.isUrgent')
  return [...new Map(steps.map((step) => [step.id, step])).values()]
}
