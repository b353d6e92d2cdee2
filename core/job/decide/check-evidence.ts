import type { EvidenceId, PersonId } from '../../ids.ts'
import type { HoldPointKind } from '../../rulebook/hold-point.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'

/** For which step of the job it has to have been taken, and by whom. */
type Taken = { readonly step: HoldPointKind | 'signature'; readonly by: PersonId }

/** A picture that was taken for this step of this job and stands for nothing else yet. */
export const checkEvidence = (
  evidence: EvidenceId,
  taken: Taken,
  record: JobRecord,
  facts: Facts,
): readonly Refusal[] => [...checkPicture(evidence, taken, record, facts), ...checkCited(evidence, record)]

/** Pictures of one record, each of something else. */
export const checkPictures = (
  evidence: readonly EvidenceId[],
  taken: Taken,
  record: JobRecord,
  facts: Facts,
): readonly Refusal[] =>
  evidence.flatMap((one, i) =>
    evidence.indexOf(one) < i
      ? [ground({ code: 'evidence-cited-before', params: { evidence: one, citedAt: null } }, { source: 'product' })]
      : checkEvidence(one, taken, record, facts),
  )

export const checkRecording = (
  evidence: EvidenceId,
  taken: Taken,
  record: JobRecord,
  facts: Facts,
): readonly Refusal[] => {
  const isPicture = facts.evidence[evidence] !== undefined && facts.evidence[evidence]?.medium !== 'recording'
  return isPicture
    ? [ground({ code: 'evidence-not-a-recording', params: { evidence } }, { source: 'product' })]
    : [...checkCaptured(evidence, taken, record, facts), ...checkCited(evidence, record)]
}

/**
 * A drawing on a signature was made for signing this job. Whoever signs several steps at once draws once, so the same one may stand
 * again under the very same words; under other words it would be a copy of a signature.
 */
export const checkDrawing = (
  evidence: EvidenceId,
  { by, over }: { readonly by: PersonId; readonly over: string },
  record: JobRecord,
  facts: Facts,
): readonly Refusal[] => [
  ...checkPicture(evidence, { step: 'signature', by }, record, facts),
  ...(record.cited[evidence]?.over === over ? [] : checkCited(evidence, record)),
]

const checkPicture = (evidence: EvidenceId, taken: Taken, record: JobRecord, facts: Facts): readonly Refusal[] =>
  facts.evidence[evidence]?.medium === 'recording'
    ? [ground({ code: 'evidence-not-a-picture', params: { evidence } }, { source: 'product' })]
    : checkCaptured(evidence, taken, record, facts)

/** One picture proves one thing. A capture ticket keeps a file from coming in twice, and this keeps what came in from being named twice. */
const checkCited = (evidence: EvidenceId, { cited }: JobRecord): readonly Refusal[] => {
  const before = cited[evidence]
  return before
    ? [ground({ code: 'evidence-cited-before', params: { evidence, citedAt: before.at } }, { source: 'product' })]
    : []
}

/** A picture or a recording counts when it was captured in the app by whoever names it, for this very step of this job, and never before. */
const checkCaptured = (
  evidence: EvidenceId,
  { step, by }: Taken,
  record: JobRecord,
  facts: Facts,
): readonly Refusal[] => {
  const found = facts.evidence[evidence]
  if (!found) return [ground({ code: 'evidence-missing', params: { evidence, step } }, { source: 'product' })]
  if (found.job !== record.id)
    return [ground({ code: 'evidence-of-another-job', params: { evidence } }, { source: 'product' })]
  if (found.step !== step)
    return [
      ground(
        { code: 'evidence-of-another-step', params: { evidence, step: found.step, expected: step } },
        { source: 'product' },
      ),
    ]
  // A ticket is issued to one person: whoever hands in what somebody else took was perhaps not there.
  if (found.person !== by)
    return [
      ground({ code: 'evidence-of-another-person', params: { evidence, person: found.person } }, { source: 'product' }),
    ]
  // A near-duplicate is shown to people, but two pictures of the same wall may look alike; only the same file is refused.
  return found.reuse === 'same'
    ? [ground({ code: 'evidence-reused', params: { evidence, reuse: found.reuse } }, { source: 'product' })]
    : []
}
