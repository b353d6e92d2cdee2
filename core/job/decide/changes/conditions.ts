import type { Renewal } from '../../changes.ts'
import type { ReportConditionChange } from '../../commands/changes.ts'
import { accept, type Decision } from '../../decision.ts'
import type { JobEvent } from '../../events.ts'
import type { Job, JobRecord } from '../../job.ts'
import type { Rulebook } from '../../../rulebook/rulebook.ts'
import { needsState } from '../needs-state.ts'

/**
 * Process, weather or neighbouring work is not what the analysis reckoned with (4.17). Anybody may say so: work is suspended
 * at once, and goes on when what the rulebook names has been worked out, told and approved anew.
 */
export const reportConditionChange = (
  { condition, note, by, occurredAt }: ReportConditionChange,
  job: Job,
  rulebook: Rulebook,
): Decision =>
  needsState(job, ['submitted', 'approved', 'active', 'suspended'], ({ record, status }) => {
    const changed: JobEvent = {
      type: 'ConditionsChanged',
      condition,
      note,
      renews: renewalOf(record, rulebook),
      by,
      occurredAt,
    }
    return accept(
      status === 'active' ? [{ type: 'WorkStopped', reason: 'change', note, by, occurredAt }, changed] : [changed],
    )
  })

/** A rulebook that says nothing of it asks for everything. */
const renewalOf = ({ preparations, permits }: JobRecord, rulebook: Rulebook): Renewal => {
  const { analysis, measures, briefing, approvals } = rulebook.changes?.conditions ?? everything
  const hazards = permits.flatMap(({ operation }) =>
    (rulebook.operations[operation]?.preparations ?? [])
      .filter(({ kind }) => kind === 'hazards')
      .map(({ id }) => `${operation}.${id}`),
  )
  return {
    preparations: analysis ? hazards.filter((key) => preparations[key] !== undefined) : [],
    measures,
    briefing,
    approvals,
  }
}

const everything = { analysis: true, measures: true, briefing: true, approvals: true }
