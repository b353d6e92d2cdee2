import type { OperationId, PersonId } from '../ids.ts'
import type { DeadlineDuty } from '../rulebook/deadline.ts'
import type { Preparation, Rulebook } from '../rulebook/rulebook.ts'
import { latest, type EpochMs } from '../time/epoch.ts'
import { timesAtSite, timesOnPaper } from './deadlines.ts'
import { pointsOf } from './hold-points-of.ts'
import type { JobRecord, RecordedJob } from './job.ts'
import type { Obligation } from './obligations.ts'

/**
 * What has to be done before work may start, by when the rulebook says or else by the window. Independent of now, like every
 * other duty.
 */
export const dutiesBeforeStart = (job: RecordedJob, rulebook: Rulebook): readonly Obligation[] => {
  const { record } = job
  const lapse = (duty: Duty): Obligation => ({
    ...duty,
    lapsedAt: duty.met === null ? endOfOwing(job, duty.opensAt) : null,
  })
  return [...paperDuties(record, rulebook), ...siteDuties(job, rulebook)].map(lapse)
}

type Duty = Omit<Obligation, 'lapsedAt'>
type Done = { readonly at: EpochMs; readonly by: PersonId }

/** On paper: worked out by the leader, signed by everybody who takes part. */
const paperDuties = (record: JobRecord, rulebook: Rulebook): readonly Duty[] => {
  const { application, briefing } = record
  const { leader, guardians, crew } = application
  const openedAt = record.changes.reopened?.at ?? record.submittedAt
  const due = (duty: DeadlineDuty, opensAt = openedAt) => timesOnPaper(duty, opensAt, application.window, rulebook)
  const operations = record.permits.flatMap(({ operation }) => rulebook.operations[operation] ?? [])
  const prepare = operations.flatMap(({ id: operation, preparations }) =>
    preparations.filter(isOwedOf(record, operation)).map(({ id }): Duty => {
      const done = record.preparations[`${operation}.${id}`]
      return {
        key: `prepare.${operation}.${id}`,
        kind: 'prepare',
        operation,
        assignee: { person: leader },
        ...due('prepare'),
        met: done ? { at: done.at, by: done.by } : null,
      }
    }),
  )
  const measures = operations.map(({ id: operation, measures: rows }): Duty => {
    const confirmed = rows.map(({ id }) => record.measures[`${operation}.${id}`])
    return {
      key: `confirm-measures.${operation}`,
      kind: 'confirm-measures',
      operation,
      assignee: { person: leader },
      ...due('confirm-measures'),
      met: lastOf(confirmed.map((one) => one && { at: one.occurredAt, by: one.by })),
    }
  })
  const briefed = [...new Set([...guardians, ...crew.map(({ person }) => person)])].map((person): Duty => {
    const at = briefing?.signedAt[person]
    return {
      key: `sign-briefing.${person}`,
      kind: 'sign-briefing',
      assignee: { person },
      // Whoever joined later owes it from then on.
      ...due('sign-briefing', latest(openedAt, record.changes.joinedAt[person] ?? openedAt)),
      met: at === undefined ? null : { at, by: person },
    }
  })
  const brief: Duty = {
    key: 'sign-briefing.briefer',
    kind: 'sign-briefing',
    assignee: { person: leader },
    ...due('sign-briefing'),
    met: briefing ? { at: briefing.briefedAt, by: briefing.briefer } : null,
  }
  return [...prepare, ...measures, brief, ...briefed]
}

/** One with a condition is owed unless the permit says that its condition surely did not hold; older permits do not say. */
const isOwedOf =
  ({ permits }: JobRecord, operation: OperationId) =>
  ({ id, when }: Preparation): boolean => {
    if (when === undefined) return true
    const without = permits.find((permit) => permit.operation === operation)?.withoutPreparations
    return without !== undefined && !without.includes(id)
  }

/** At the site, from the last approval on: the hold points before the start, and the start itself. */
const siteDuties = (job: RecordedJob, rulebook: Rulebook): readonly Duty[] => {
  const { record } = job
  if (job.status === 'submitted' || job.status === 'cancelled') return []
  const { leader, guardians, gasAnalyst } = record.application
  const approvedAt = approvedAtOf(record)
  const due = (duty: DeadlineDuty) => timesAtSite(duty, approvedAt, record.application.window, rulebook)
  const gas = record.gasTests.at(0)
  const duties: Duty[] = []
  duties.push(...checkDuties(record, rulebook, due('witness-check')))
  if (pointsOf('gas-test', record, rulebook).length > 0)
    duties.push({
      key: 'test-gas',
      kind: 'test-gas',
      holdPoint: 'gas-test',
      assignee: { person: gasAnalyst ?? leader },
      ...due('test-gas'),
      met: gas ? { at: gas.occurredAt, by: gas.by } : null,
    })
  if (pointsOf('ventilation', record, rulebook).length > 0)
    duties.push({
      key: 'ventilate',
      kind: 'ventilate',
      holdPoint: 'ventilation',
      assignee: { person: guardians[0] ?? leader },
      ...due('ventilate'),
      met: record.ventilation ? { at: record.ventilation.occurredAt, by: record.ventilation.by } : null,
    })
  if (pointsOf('guardian-sign-in', record, rulebook).length > 0)
    for (const person of guardians) {
      const first = record.duty.find(({ signIn }) => signIn.person === person)
      duties.push({
        key: `sign-in.${person}`,
        kind: 'sign-in',
        holdPoint: 'guardian-sign-in',
        assignee: { person },
        ...due('sign-in'),
        met: first ? { at: first.signIn.occurredAt, by: first.signIn.by } : null,
      })
    }
  const [span] = record.work
  duties.push({
    key: 'start',
    kind: 'start',
    assignee: { person: leader },
    opensAt: approvedAt,
    // A start is owed within the window, not at its first minute.
    dueAt: latest(approvedAt, record.application.window.to),
    lateAt: latest(approvedAt, record.application.window.to),
    met: span ? { at: span.from, by: leader } : null,
  })
  return duties
}

/** Whoever has to go and see something owes it for each check by itself. */
const checkDuties = (
  { permits, checks, application }: JobRecord,
  rulebook: Rulebook,
  due: ReturnType<typeof timesAtSite>,
): readonly Duty[] =>
  permits.flatMap(({ operation }) =>
    (rulebook.operations[operation]?.holdPoints ?? [])
      .flatMap((point) => (point.kind === 'witnessed-check' && point.applies ? point.checks : []))
      .map(({ id, by }): Duty => {
        const seen = checks[`${operation}.${id}`]
        const person = by === 'leader' ? application.leader : (application.guardians[0] ?? application.leader)
        return {
          key: `witness-check.${operation}.${id}`,
          kind: 'witness-check',
          holdPoint: 'witnessed-check',
          operation,
          assignee: { person },
          ...due,
          met: seen ? { at: seen.occurredAt, by: seen.by } : null,
        }
      }),
  )

const approvedAtOf = ({ approvals, submittedAt }: JobRecord): EpochMs =>
  approvals.reduce((at, { occurredAt }) => latest(at, occurredAt), submittedAt)

/** Nobody owes preparations to work that has been done or given up; what came up only during the work is owed until its end. */
const endOfOwing = (job: RecordedJob, opensAt: EpochMs): EpochMs | null => {
  if (job.status === 'cancelled') return job.cancelledAt
  const { work } = job.record
  const startedAt = work[0]?.from ?? null
  if (startedAt !== null && opensAt <= startedAt) return startedAt
  return job.status === 'finished' || job.status === 'closed' ? (work.at(-1)?.to ?? null) : null
}

/** Done when the last of them is. */
const lastOf = (done: readonly (Done | undefined)[]): Done | null => {
  const all = done.filter((one) => one !== undefined)
  return all.length < done.length ? null : (all.toSorted((a, b) => b.at - a.at)[0] ?? null)
}
