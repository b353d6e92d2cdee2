import type { Rulebook } from '../../rulebook/rulebook.ts'
import type { WitnessCheck } from '../commands/witness-check.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { checkEvidence } from './check-evidence.ts'
import { atSite, checkGuardian, checkPosition } from './hold-points.ts'
import { needsState } from './needs-state.ts'

/** A check counts from the one whose business it is, at the site, with a picture taken there for it. */
export const witnessCheck = (command: WitnessCheck, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  needsState(job, atSite, ({ record }) => {
    const refusals = [
      ...checkAsked(command, record, rulebook),
      ...checkPosition(command.position, record, rulebook, facts),
      ...checkEvidence(command.picture, { step: 'witnessed-check', by: command.by }, record, facts),
    ]
    return refusals.length > 0 ? refuse(refusals) : accept([{ ...command, type: 'CheckWitnessed' }])
  })

const checkAsked = (
  { by, operation, check }: WitnessCheck,
  record: JobRecord,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const isPermitted = record.permits.some((permit) => permit.operation === operation)
  const points = isPermitted ? (rulebook.operations[operation]?.holdPoints ?? []) : []
  const found = points
    .flatMap((point) => (point.kind === 'witnessed-check' && point.applies ? point.checks : []))
    .find(({ id }) => id === check)
  if (!found)
    return [
      ground({ code: 'hold-point-not-applicable', params: { holdPoint: 'witnessed-check' } }, { source: 'product' }),
    ]
  if (found.by === 'guardian') return checkGuardian(by, record)
  return record.application.leader === by
    ? []
    : [ground({ code: 'not-this-role', params: { person: by, role: 'leader' } }, found, operation)]
}
