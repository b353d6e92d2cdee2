import type { GuardedCommand } from '../commands.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { checkDrawing } from './check-evidence.ts'

/** A drawing on a signature is the signer's own, made for signing this job: anybody else's would be a forgery. */
export const checkHandwriting = (command: GuardedCommand, job: Job, facts: Facts): readonly Refusal[] => {
  if (!('signature' in command) || !('record' in job)) return []
  const { handwriting, contentHash } = command.signature
  if (handwriting === undefined) return []
  const refusals = checkDrawing(handwriting, contentHash, job.record, facts)
  if (refusals.length > 0 || facts.evidence[handwriting]?.person === command.by) return refusals
  return [
    ground({ code: 'evidence-missing', params: { evidence: handwriting, step: 'signature' } }, { source: 'product' }),
  ]
}
