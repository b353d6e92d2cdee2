import type { DutyId } from '../ids.ts'
import type { HoldPoint } from '../rulebook/hold-point.ts'
import type { Demand, Operation } from '../rulebook/rulebook.ts'
import { toCheck, type DemandCheck } from '../rules/registry.ts'

/** The moments at which a job is measured against the rulebook. People are checked at every one of them. */
export type Gate = 'submit' | 'approval' | 'start' | 'resume' | 'change'

/** All that one kind of work asks at one gate, in the order in which it is asked: of the job, then of everybody in it. */
export type GateDemands = {
  readonly ofJob: readonly DemandCheck[]
  readonly ofLeader: readonly DemandCheck[]
  readonly ofMember: readonly DemandCheck[]
  readonly ofDuties: readonly { readonly duty: DutyId; readonly checks: readonly DemandCheck[] }[]
  readonly ofGuardian: readonly DemandCheck[]
  readonly ofGasAnalyst: readonly DemandCheck[]
  /** Some are about the job, others about each guardian, of whom enough have to meet them. */
  readonly ofHoldPoints: readonly { readonly asked: 'job' | 'guardians'; readonly checks: readonly DemandCheck[] }[]
}

/**
 * Looked for once in the life of a rulebook, not once for everybody in every crew. Neither rulebooks nor requirements ever
 * change, so what was found stays right.
 */
const known = new WeakMap<Operation, { readonly [gate in Gate]: GateDemands }>()

export const demandsAt = (gate: Gate, operation: Operation): GateDemands => {
  const found = known.get(operation)
  if (found) return found[gate]
  const demands = demandsOf(operation)
  known.set(operation, demands)
  return demands[gate]
}

const demandsOf = (operation: Operation): { readonly [gate in Gate]: GateDemands } => {
  const { crew, leader, guardian, gasAnalyst, holdPoints } = operation
  const ofPeople = {
    ofLeader: leader.requires.map(toCheck),
    ofMember: crew.requires.map(toCheck),
    ofDuties: crew.duties.map(({ id, requires }) => ({ duty: id, checks: requires.map(toCheck) })),
    ofGuardian: guardian.requires.map(toCheck),
    ofGasAnalyst: (gasAnalyst?.requires ?? []).map(toCheck),
  }
  const of = (job: readonly Demand[], points: readonly HoldPoint[] = []): GateDemands => ({
    ofJob: job.map(toCheck),
    ...ofPeople,
    ofHoldPoints: points.flatMap(demandsBeforeWork),
  })
  return {
    submit: of(operation.atSubmit),
    approval: of(operation.atApproval),
    start: of(operation.atStart, holdPoints),
    resume: of(operation.atResume, holdPoints),
    // Somebody joins or leaves: people are judged as at every gate, and nothing else is.
    change: of([]),
  }
}

const demandsBeforeWork = (point: HoldPoint): GateDemands['ofHoldPoints'] => {
  if (!point.applies) return []
  switch (point.kind) {
    case 'witnessed-check':
    case 'gas-test':
    case 'ventilation':
      return [{ asked: 'job', checks: point.requires.map(toCheck) }]
    case 'guardian-sign-in':
      return [{ asked: 'guardians', checks: point.requires.map(toCheck) }]
    case 'snapshot':
    case 'close-out':
      return []
  }
}
