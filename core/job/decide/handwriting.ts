import type { GuardedCommand } from '../commands.ts'
import type { Facts } from '../facts.ts'
import type { Job } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { checkDrawing } from './check-evidence.ts'

/** A drawing on a signature is the signer's own, made for signing this job: anybody else's would be a forgery. */
export const checkHandwriting = (command: GuardedCommand, job: Job, facts: Facts): readonly Refusal[] => {
  if (!('signature' in command) || !('record' in job)) return []
  const { handwriting, contentHash } = command.signature
  return handwriting === undefined
    ? []
    : checkDrawing(handwriting, { by: command.by, over: contentHash }, job.record, facts)
}
