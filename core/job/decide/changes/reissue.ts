import type { Application } from '../../application.ts'
import type { CloseAndReissue } from '../../commands/changes.ts'
import { accept, refuse, type Decision } from '../../decision.ts'
import type { JobEvent } from '../../events.ts'
import { ground } from '../../ground.ts'
import type { Job } from '../../job.ts'
import { needsState } from '../needs-state.ts'

/**
 * Other content, a wider scope, another place or a longer time is other work (4.16): it stops here, and is applied for anew.
 * Stopping the old work is never held up by what the new one lacks, so nothing of the new one is asked here.
 */
export const closeAndReissue = ({ cause, reason, successor, by, occurredAt }: CloseAndReissue, job: Job): Decision =>
  needsState(job, ['submitted', 'approved', 'active', 'suspended'], ({ record, status }) => {
    const { applicant, leader } = record.application
    if (by !== applicant && by !== leader)
      return refuse([ground({ code: 'not-this-role', params: { person: by, role: 'leader' } }, { clause: '4.16' })])
    const reissued: JobEvent = { type: 'JobReissued', cause, reason, successor, by, occurredAt }
    return accept(
      status === 'active'
        ? [{ type: 'WorkStopped', reason: 'change', note: reason, by, occurredAt }, reissued]
        : [reissued],
    )
  })

/** With what the job that continues another begins. Its people, place and words; no test, no signature, no approval. */
export const draftFrom = (
  application: Application,
  { by, occurredAt }: Pick<Extract<JobEvent, { type: 'JobReissued' }>, 'by' | 'occurredAt'>,
  reissueOf: Extract<JobEvent, { type: 'DraftPrepared' }>['reissueOf'],
): JobEvent => ({
  type: 'DraftPrepared',
  // Whoever sends it in answers for it.
  application: { ...application, applicant: by },
  reissueOf,
  by,
  occurredAt,
})
