import { extendedMinutes } from '../contingency/extended-minutes.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addMinutes, latest } from '../time/epoch.ts'
import { approvalOf, approvalTurns, isSigned, openSeats, seatsOf, type Seat } from './approval-chain.ts'
import { openedAtOf } from './approval-times.ts'
import { timesOnPaper } from './deadlines.ts'
import type { Permit, RecordedJob } from './job.ts'
import type { Obligation } from './obligations.ts'

/** The signatures given and those whose turn it is, and the answer that a returned application waits for. */
export const approvalDuties = (job: RecordedJob, rulebook: Rulebook): readonly Obligation[] => [
  ...answerDuty(job, rulebook),
  ...job.record.permits.flatMap((permit) => signatures(permit, job, rulebook)),
]

const isWithApplicant = ({ record: { returned } }: RecordedJob): boolean =>
  returned !== null && returned.to === 'applicant' && returned.answeredAt === null

/** Only the turn that is on can be late; its time runs from the signature before it. */
const signatures = (permit: Permit, job: RecordedJob, rulebook: Rulebook): readonly Obligation[] => {
  const { record } = job
  const open = openSeats(permit, record, rulebook)
  const isOpen = ({ step, addedSigner }: Seat): boolean =>
    open !== 'no-chain' &&
    !isWithApplicant(job) &&
    open.some((seat) => seat.step.id === step.id && seat.addedSigner === addedSigner)
  return approvalTurns(permit, rulebook)
    .flatMap((turn) => turn.flatMap((step) => seatsOf(permit, step, record)))
    .filter((seat) => isSigned(permit, seat, record) || isOpen(seat))
    .map((seat) => signature(permit, seat, job, rulebook))
}

const signature = (permit: Permit, seat: Seat, job: RecordedJob, rulebook: Rulebook): Obligation => {
  const { record } = job
  const { step, addedSigner } = seat
  const approval = approvalOf(permit, seat, record)
  const added = record.addedSigners.find(
    (one) => one.permit === permit.id && one.step === step.id && one.signer === addedSigner,
  )
  const opensAt = latest(openedAtOf(permit, step, record, rulebook), added?.occurredAt ?? record.submittedAt)
  const within = { from: opensAt, to: addMinutes(opensAt, step.withinMinutes.value) }
  const dueAt = addMinutes(within.to, extendedMinutes(record, step.id, within, rulebook))
  const { returned } = record
  const isSentBack =
    returned !== null &&
    returned.to !== 'applicant' &&
    returned.answeredAt === null &&
    returned.to.permit === permit.id &&
    returned.to.step === step.id
  return {
    key: ['approve', permit.id, step.id, ...(addedSigner === null ? [] : [addedSigner])].join('.'),
    kind: 'approve',
    permit: permit.id,
    operation: permit.operation,
    step: step.id,
    assignee: addedSigner === null ? step.by : { person: addedSigner },
    // A signature asked of one person by name is that person's alone.
    ...(addedSigner === null && step.escalateTo
      ? { escalateTo: { authority: step.escalateTo.authority, of: step.escalateTo.of } }
      : {}),
    ...(isSentBack ? { note: returned.reason } : {}),
    opensAt,
    dueAt,
    lateAt: dueAt,
    met: approval ? { at: approval.occurredAt, by: approval.by } : null,
    lapsedAt: approval || job.status !== 'cancelled' ? null : job.cancelledAt,
  }
}

/** A returned application is its applicant's next duty, with the reason. */
const answerDuty = (job: RecordedJob, rulebook: Rulebook): readonly Obligation[] => {
  const { returned, application } = job.record
  if (returned === null || returned.to !== 'applicant') return []
  return [
    {
      key: 'answer-return',
      kind: 'answer-return',
      assignee: { person: application.applicant },
      note: returned.reason,
      ...timesOnPaper('answer-return', returned.occurredAt, application.window, rulebook),
      met: returned.answeredAt === null ? null : { at: returned.answeredAt, by: application.applicant },
      lapsedAt: returned.answeredAt === null && job.status === 'cancelled' ? job.cancelledAt : null,
    },
  ]
}
