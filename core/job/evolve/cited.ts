import type { EvidenceId } from '../../ids.ts'
import type { JobEvent } from '../events.ts'
import type { Citation, Job } from '../job.ts'

/**
 * Remembers what an event was recorded by. Kept apart from what the event means, because what is taken over by a later record, or
 * begun anew when a job is submitted again, was handed in all the same.
 */
export const withCited = (job: Job, event: JobEvent): Job => {
  const cited = citedIn(event)
  if (cited.length === 0 || !('record' in job)) return job
  const citation: Citation = { at: event.occurredAt, over: 'signature' in event ? event.signature.contentHash : null }
  const now = Object.fromEntries(cited.map((evidence) => [evidence, citation]))
  return { ...job, record: { ...job.record, cited: { ...now, ...job.record.cited } } }
}

/** Every event stands here, so that a new one with a picture cannot be forgotten: its picture could be cited again. */
const citedIn = (event: JobEvent): readonly EvidenceId[] => {
  switch (event.type) {
    case 'GasTested':
      return [event.test.displayPicture, ...(event.test.spoken ? [event.test.spoken.recording] : [])]
    case 'VentilationRecorded':
      return [event.ventilation.scan, event.ventilation.runningPicture]
    case 'GuardianSignedIn':
      return event.signIn.method.kind === 'picture-on-site' ? [event.signIn.method.picture] : []
    case 'SnapshotTaken':
      return [event.snapshot.workFace, event.snapshot.guardian]
    case 'ResidueRecorded':
      return event.pictures
    case 'CheckWitnessed':
      return [event.picture]
    case 'PreparationRecorded':
      return event.content.kind === 'plan' && event.content.attachment !== undefined ? [event.content.attachment] : []
    case 'BriefingSigned':
    case 'StepApproved':
    case 'WorkStarted':
    case 'WorkResumed':
    case 'AcceptanceSigned':
      return event.signature.handwriting === undefined ? [] : [event.signature.handwriting]
    case 'AlarmClosed':
    case 'ApplicationWithdrawn':
    case 'ApprovalTakenBack':
    case 'CommandRefused':
    case 'ConditionsChanged':
    case 'ContingencyClosed':
    case 'ContingencyOpened':
    case 'DebtSettled':
    case 'DraftPrepared':
    case 'EndingAsked':
    case 'EndingDenied':
    case 'FireWatchRecorded':
    case 'GuardianDutyEnded':
    case 'GuardianPresenceChanged':
    case 'JobApproved':
    case 'JobCancelled':
    case 'JobClosed':
    case 'JobReissued':
    case 'JobReturned':
    case 'JobSubmitted':
    case 'JobVoided':
    case 'MeasureConfirmed':
    case 'PaperTicketEntered':
    case 'PassageRecorded':
    case 'PeopleChangeAsked':
    case 'PeopleChangeDenied':
    case 'PeopleChanged':
    case 'RecordingKept':
    case 'RestsForeseen':
    case 'ReturnAnswered':
    case 'SignerAdded':
    case 'WorkFinished':
    case 'WorkStopped':
      return []
  }
}
