import type { EmployerId, PermitId, PersonId } from '../ids.ts'
import type { JobEvent } from '../job/events.ts'
import type { Permit, RecordedJob } from '../job/job.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { EpochMs } from '../time/epoch.ts'
import { toFeedTime } from './feed-time.ts'
import type { TicketRecord, TicketStatus } from './records.ts'
import { tellingReading } from './telling-reading.ts'

/** What the job does not know of itself. Absent is unknown, goes out as `null`, and does not pass the validator. */
export type FeedPlant = {
  readonly timeZone: string
  readonly companyName: string | null
  /** The code in the national registration of hazardous chemicals. */
  readonly companyCode: string | null
  readonly people: { readonly [person: PersonId]: FeedPerson }
  readonly employers: { readonly [employer: EmployerId]: { readonly name: string; readonly isContractor: boolean } }
  readonly place: { readonly name: string; readonly longitude: number; readonly latitude: number } | null
}

export type FeedPerson = {
  readonly name: string
  readonly mobile: string | null
  /** Of special operations only. */
  readonly certificates: readonly { readonly name: string; readonly number: string }[]
}

/** A permit as the park's platform sees it; a job with several permits is several records. */
export const ticketRecord = (
  job: RecordedJob,
  permit: Permit,
  history: readonly JobEvent[],
  rulebook: Rulebook,
  plant: FeedPlant,
): TicketRecord => {
  const { application } = job.record
  const time = (at: EpochMs): string => toFeedTime(at, plant.timeZone)
  const name = (person: PersonId | null): string =>
    person === null ? 'system' : (plant.people[person]?.name ?? person)
  const names = (people: readonly PersonId[]): string => people.map(name).join(',')
  const certificates = application.crew.flatMap(({ person }) => plant.people[person]?.certificates ?? [])
  const unit = plant.employers[application.workUnit]
  const level = rulebook.operations[permit.operation]?.levels.find(({ id }) => id === permit.level)
  const gas = tellingReading(job.record.gasTests.at(-1), rulebook)
  const issuedAt = issueOf(permit.id, job)
  const course = courseOf(history, application.applicant)
  const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(','))
  return {
    ID: permit.id,
    COMPANY_NAME: plant.companyName,
    COMPANY_CODE: plant.companyCode,
    TICKET_TYPE: level?.feedCode ?? null,
    GAS_NAME: gas?.name ?? null,
    GAS_TIME: gas === null ? null : time(gas.takenAt),
    GAS_VALUE: gas?.value ?? null,
    ISSUE_TIME: issuedAt === null ? null : time(issuedAt),
    START_TIME: time(application.window.from),
    END_TIME: time(application.window.to),
    TICKET_POSITION: [plant.place?.name, application.placeDetail].filter((part) => part).join(' '),
    TICKET_CONTENT: application.content,
    CHECKED_TIME: job.status === 'closed' ? time(job.closedAt) : null,
    LONGITUDE: plant.place?.longitude ?? null,
    LATITUDE: plant.place?.latitude ?? null,
    TICKET_STATUS: statusOf(job, issuedAt !== null),
    SUPERVISOR_NAME: names(application.guardians),
    WORKER_NAME: names(application.crew.map(({ person }) => person)),
    WORKER_CERTI_NAME: joined(certificates.map((certificate) => certificate.name)),
    WORKER_CERTI_NUM: joined(certificates.map(({ number }) => number)),
    WORK_DEPARTMENT: unit?.name ?? null,
    IS_CONTRACTOR_WORK: unit === undefined ? null : unit.isContractor ? '1' : '0',
    TICKET_RESPONS_NAME: name(application.leader),
    MAJOR_PERSON_MOBILE: plant.people[application.leader]?.mobile ?? null,
    IS_CHANGED: course.changedCause === null ? '0' : '1',
    CHANGED_CAUSE: course.changedCause,
    IS_CANCELLED: course.cancelledCause === null ? '0' : '1',
    CANCELLED_CAUSE: course.cancelledCause,
    // What was recorded is never taken back: a job that is not done is cancelled.
    DELETED: '0',
    CREATE_DATE: time(course.createdAt ?? job.record.submittedAt),
    CREATE_BY: name(application.applicant),
    UPDATE_DATE: time(course.updatedAt ?? job.record.submittedAt),
    UPDATE_BY: name(course.updatedBy),
  }
}

/** Work that has ended and is not accepted is still in work for the park: the table has no state between. */
const statusOf = (job: RecordedJob, isIssued: boolean): TicketStatus => {
  switch (job.status) {
    case 'submitted':
      return '0'
    case 'approved':
      return '1'
    case 'active':
    case 'finished':
      return '2'
    case 'suspended':
      return '6'
    case 'closed':
      return '3'
    // Whoever cancels an issued ticket makes it void; what was never issued is withdrawn.
    case 'cancelled':
      return isIssued || job.ending === 'voided' ? '4' : '5'
  }
}

/** The job is approved with the last signature on the last of its permits; a permit alone is never issued before. */
const issueOf = (permit: PermitId, job: RecordedJob): EpochMs | null => {
  const signedAt = job.record.approvals.filter((one) => one.permit === permit).map(({ occurredAt }) => occurredAt)
  const wasApproved = job.status !== 'submitted' && (job.status !== 'cancelled' || isFullySigned(job))
  return wasApproved && signedAt.length > 0 ? signedAt.reduce((a, b) => (a > b ? a : b)) : null
}

const isFullySigned = ({ record }: RecordedJob): boolean =>
  record.permits.every(({ id }) => record.approvals.some(({ permit }) => permit === id))

type Course = {
  readonly createdAt: EpochMs | null
  readonly updatedAt: EpochMs | null
  readonly updatedBy: PersonId | null
  readonly changedCause: string | null
  readonly cancelledCause: string | null
}

const courseOf = (history: readonly JobEvent[], applicant: PersonId): Course => {
  const changed = history.findLast(isChange)
  const cancelled = history.findLast((event) => event.type === 'JobCancelled' || event.type === 'JobVoided')
  const last = history.at(-1)
  const times = history.map(({ occurredAt }) => occurredAt)
  return {
    createdAt: history.find(({ type }) => type === 'JobSubmitted')?.occurredAt ?? null,
    // Events are told late from phones without a network: the latest is not always the last.
    updatedAt: times.length === 0 ? null : times.reduce((a, b) => (a > b ? a : b)),
    updatedBy: last === undefined ? applicant : last.by,
    changedCause: changed ? ('reason' in changed ? changed.reason : changed.note) : null,
    cancelledCause: cancelled?.reason ?? null,
  }
}

/** What makes the ticket another one than it was when it was written. */
const isChange = (event: JobEvent): event is Change =>
  event.type === 'JobReturned' ||
  event.type === 'PeopleChanged' ||
  event.type === 'ConditionsChanged' ||
  event.type === 'JobReissued'

type Change = Extract<JobEvent, { type: 'JobReturned' | 'PeopleChanged' | 'ConditionsChanged' | 'JobReissued' }>
