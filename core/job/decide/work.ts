import type { Rulebook } from '../../rulebook/rulebook.ts'
import { nextStep } from '../approval-chain.ts'
import { assess } from '../assess.ts'
import { endingAsked } from '../changes.ts'
import type { ResumeWork, StartWork } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { reliedOn } from '../relied-on.ts'
import { checkEvacuation } from './evacuation.ts'
import { needsState } from './needs-state.ts'

/** Everything is derived anew at the start: an approval of the morning says nothing about the afternoon. */
export const startWork = (
  { by, occurredAt, signature }: StartWork,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, ['approved'], ({ record }) => {
    const stop: readonly Refusal[] = record.stop
      ? [
          ground(
            { code: 'stop-stands', params: { since: record.stop.occurredAt, reason: record.stop.reason } },
            { clause: '4.8' },
          ),
        ]
      : []
    const assessment = assess(
      'start',
      { application: record.application, permits: record.permits, record },
      rulebook,
      facts,
    )
    const relied = reliedOn(record.application, facts)
    const refusals = [
      ...stop,
      ...checkEvacuation(record, facts),
      ...checkEnding(record),
      ...checkApprovals(record, rulebook),
      ...checkLeads(record, by),
      ...assessment.refusals,
    ]
    return refusals.length > 0
      ? refuse(refusals, relied)
      : accept([{ type: 'WorkStarted', by, occurredAt, signature }], {
          validUntil: assessment.validUntil,
          reliedOn: relied,
        })
  })

/** The same as a start, and the re-tests that the break asks for. A stop before the start is lifted here as well. */
export const resumeWork = (
  { by, occurredAt, signature }: ResumeWork,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision => {
  if (job.status === 'approved' && job.record.stop) {
    const refusals = [...checkEvacuation(job.record, facts), ...checkEnding(job.record), ...checkLeads(job.record, by)]
    return refusals.length > 0 ? refuse(refusals) : accept([{ type: 'WorkResumed', by, occurredAt, signature }])
  }
  return needsState(job, ['suspended'], ({ record }) => {
    const assessment = assess(
      'resume',
      { application: record.application, permits: record.permits, record },
      rulebook,
      facts,
    )
    const relied = reliedOn(record.application, facts)
    const refusals = [
      ...checkEvacuation(record, facts),
      ...checkEnding(record),
      ...checkApprovals(record, rulebook),
      ...checkLeads(record, by),
      ...assessment.refusals,
    ]
    return refusals.length > 0
      ? refuse(refusals, relied)
      : accept([{ type: 'WorkResumed', by, occurredAt, signature }], {
          validUntil: assessment.validUntil,
          reliedOn: relied,
        })
  })
}

/** Asked again here, because a job that reached "approved" by a faulty history must not start. */
const checkApprovals = (record: JobRecord, rulebook: Rulebook): readonly Refusal[] =>
  record.permits.flatMap((permit) => {
    const next = nextStep(permit, record, rulebook)
    if (next === null) return []
    if (next === 'no-chain')
      return [
        ground(
          { code: 'operation-unknown', params: { operation: permit.operation } },
          { source: 'product' },
          permit.operation,
        ),
      ]
    return [
      ground(
        { code: 'approval-missing', params: { permit: permit.id, step: next.id } },
        { clause: '4.6' },
        permit.operation,
      ),
    ]
  })

/** Nothing goes on while somebody has to say whether the job goes on at all. */
const checkEnding = ({ changes }: JobRecord): readonly Refusal[] => {
  const asked = endingAsked(changes)
  return asked === null
    ? []
    : [ground({ code: 'ending-undecided', params: { ending: asked.ending, since: asked.at } }, { source: 'product' })]
}

/** The leader starts the work; the guardian may hold it up but not begin it. */
const checkLeads = ({ application }: JobRecord, by: JobRecord['application']['leader']): readonly Refusal[] =>
  application.leader === by
    ? []
    : [ground({ code: 'not-this-role', params: { person: by, role: 'leader' } }, { source: 'product' })]
