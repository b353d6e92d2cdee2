import type { StepOfPermit } from '../commands/approving.ts'
import type { ApprovingEvent } from '../events/approving.ts'
import type { Job, JobRecord, RecordedJob, Returned } from '../job.ts'
import { isReopened, withPapersSettled } from '../open-papers.ts'

/** What signatures, returns and withdrawals leave in the record. */
export const evolveApproving = (job: RecordedJob, event: ApprovingEvent): Job => {
  const { record } = job
  const { by, occurredAt } = event
  switch (event.type) {
    case 'StepApproved': {
      const { permit, step, signature, onBehalfOf } = event
      const approval = { permit, step, signature, by, occurredAt, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }
      return keep(job, { approvals: [...record.approvals, approval], returned: afterSigning(record.returned, event) })
    }
    case 'JobApproved': {
      const settled = withPapersSettled(record, occurredAt)
      return job.status === 'submitted' ? { status: 'approved', record: settled } : { ...job, record: settled }
    }
    case 'JobReturned': {
      const { reason, toStep, fallen } = event
      const returned: Returned = { to: toStep ?? 'applicant', reason, by, occurredAt, answeredAt: null }
      return toStep === undefined ? backToApplicant(job, returned) : backToStep(job, returned, fallen ?? [])
    }
    case 'ApplicationWithdrawn':
      return backToApplicant(job, { to: 'applicant', reason: event.reason, by, occurredAt, answeredAt: null })
    case 'ReturnAnswered':
      return keep(job, {
        returned: record.returned && { ...record.returned, answeredAt: occurredAt },
        reopenedAt: [...record.reopenedAt, occurredAt],
      })
    case 'ApprovalTakenBack':
      return reopened(job, {
        approvals: record.approvals.filter((one) => !(isStep(event)(one) && one.by === by)),
        reopenedAt: [...record.reopenedAt, occurredAt],
      })
    case 'SignerAdded': {
      const { permit, step, signer } = event
      return keep(job, { addedSigners: [...record.addedSigners, { permit, step, signer, by, occurredAt }] })
    }
  }
}

const keep = (job: RecordedJob, change: Partial<JobRecord>): Job => ({ ...job, record: { ...job.record, ...change } })

/** Before the work, or while it stands because conditions changed: what goes on under a permit is stopped or cancelled. */
const reopened = (job: RecordedJob, change: Partial<JobRecord>): Job =>
  job.status === 'submitted' || job.status === 'approved'
    ? { status: 'submitted', record: { ...job.record, ...change } }
    : isReopened(job)
      ? keep(job, change)
      : job

const backToApplicant = (job: RecordedJob, returned: Returned): Job =>
  reopened(job, { approvals: [], addedSigners: [], returned })

const backToStep = (job: RecordedJob, returned: Returned, fallen: readonly StepOfPermit[]): Job => {
  const isKept = (one: StepOfPermit) => !fallen.some((step) => isStep(step)(one))
  return reopened(job, {
    approvals: job.record.approvals.filter(isKept),
    addedSigners: job.record.addedSigners.filter(isKept),
    reopenedAt: [...job.record.reopenedAt, returned.occurredAt],
    returned,
  })
}

/** A step that was sent back and is signed again has been answered by that. */
const afterSigning = (
  returned: Returned | null,
  signed: StepOfPermit & { readonly occurredAt: Returned['occurredAt'] },
) =>
  returned !== null && returned.to !== 'applicant' && isStep(returned.to)(signed)
    ? { ...returned, answeredAt: signed.occurredAt }
    : returned

const isStep =
  ({ permit, step }: StepOfPermit) =>
  (one: StepOfPermit): boolean =>
    one.permit === permit && one.step === step
