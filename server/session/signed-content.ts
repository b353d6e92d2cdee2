import { createHash } from 'node:crypto'
import type { ContentHashes, SignedContent } from '#contract/job-readiness.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import type { Job, JobRecord } from '#core/job/job.ts'
import { HttpProblem } from '../problem.ts'
import { canonicalJson } from '../store/canonical-json.ts'

/**
 * The hash of what a signer is shown, so that a signature says over which words it was given. When something was written
 * does not count: the same words written twice are the same words.
 */
export const contentHashes = ({
  application,
  permits,
  preparations,
  measures,
  passages,
  residuePictures,
  fireWatchRounds,
}: JobRecord): ContentHashes => {
  const told = {
    preparations: Object.fromEntries(Object.entries(preparations).map(([id, { content }]) => [id, content])),
    measures: Object.fromEntries(
      Object.entries(measures).map(([id, { isInvolved, detail, by }]) => [id, { isInvolved, detail, by }]),
    ),
  }
  const work = { application, permits, ...told }
  return {
    briefing: hashOf(told),
    work: hashOf(work),
    acceptance: hashOf({ ...work, passages, residuePictures, fireWatchRounds }),
  }
}

/** Nobody signs what they have not seen: a signature over other words than the present ones gives up the whole command. */
export const refuseUnseenContent = (command: GuardedCommand, job: Job): void => {
  const content = signedContentOf(command)
  if (content === null || !('signature' in command) || !('record' in job)) return
  if (command.signature.contentHash !== contentHashes(job.record)[content])
    throw new HttpProblem(409, 'content-changed', [{ path: 'signature.contentHash', code: 'content-changed' }])
}

const signedContentOf = ({ type }: GuardedCommand): SignedContent | null => {
  switch (type) {
    case 'SignBriefing':
      return 'briefing'
    case 'ApproveStep':
    case 'StartWork':
    case 'ResumeWork':
      return 'work'
    case 'SignAcceptance':
      return 'acceptance'
    default:
      return null
  }
}

const hashOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex')
