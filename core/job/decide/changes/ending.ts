import type { PersonId } from '../../../ids.ts'
import type { Rulebook } from '../../../rulebook/rulebook.ts'
import { endingAsked, type Ending } from '../../changes.ts'
import type { AnswerEnding, CancelJob, VoidJob } from '../../commands/changes.ts'
import { accept, refuse, type Decision } from '../../decision.ts'
import type { JobEvent } from '../../events.ts'
import type { Facts } from '../../facts.ts'
import { ground } from '../../ground.ts'
import type { Job, RecordedJob } from '../../job.ts'
import { needsState } from '../needs-state.ts'
import { checkAgreement } from './agreement.ts'

/** What nobody has permitted yet is withdrawn; a permitted job ends with the word of whoever the rulebook names. */
export const cancelJob = ({ by, occurredAt, reason }: CancelJob, job: Job, rulebook: Rulebook): Decision =>
  needsState(job, ['submitted', 'approved', 'active', 'suspended'], (current) => {
    const isOwn = current.status === 'submitted' && current.record.work.length === 0
    if (isOwn || rulebook.changes?.cancelling.agreedBy === undefined)
      return accept([...suspending(current, by, occurredAt, reason), { type: 'JobCancelled', reason, by, occurredAt }])
    return accept(ask(current, 'cancelling', by, occurredAt, reason))
  })

/** The permit was wrong, or was used wrongly: declared after the fact as well, never without a second person. */
export const voidJob = ({ by, occurredAt, reason }: VoidJob, job: Job, rulebook: Rulebook): Decision =>
  needsState(job, ['approved', 'active', 'suspended', 'finished', 'closed'], (current) =>
    rulebook.changes
      ? accept(ask(current, 'voiding', by, occurredAt, reason))
      : refuse([ground({ code: 'change-not-foreseen', params: { change: 'voiding' } }, { source: 'product' })]),
  )

/** Work stands from the moment somebody asks, whatever the answer will be. */
const ask = (
  job: RecordedJob,
  ending: Ending,
  by: PersonId,
  occurredAt: CancelJob['occurredAt'],
  reason: string,
): readonly JobEvent[] => [
  ...suspending(job, by, occurredAt, reason),
  ...(endingAsked(job.record.changes)?.ending === ending
    ? []
    : [{ type: 'EndingAsked', ending, reason, by, occurredAt } as const]),
]

const suspending = (
  { status }: RecordedJob,
  by: PersonId,
  occurredAt: CancelJob['occurredAt'],
  note: string,
): readonly JobEvent[] =>
  status === 'active' || status === 'approved'
    ? [{ type: 'WorkStopped', by, occurredAt, reason: 'cancelling', note }]
    : []

/** A no leaves the work suspended: whether it may go on is for the resume to say. */
export const answerEnding = (
  { isAgreed, note, by, occurredAt }: AnswerEnding,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, ['approved', 'active', 'suspended', 'finished', 'closed'], ({ record }) => {
    const asked = endingAsked(record.changes)
    const row = asked && rulebook.changes?.[asked.ending]
    if (!asked || !row?.agreedBy) return refuse([ground({ code: 'nothing-asked', params: {} }, { source: 'product' })])
    const refusals = checkAgreement(by, { ...row, agreedBy: row.agreedBy }, record, facts, asked.by)
    if (refusals.length > 0) return refuse(refusals)
    if (!isAgreed) return accept([{ type: 'EndingDenied', ending: asked.ending, note, by, occurredAt }])
    const { reason } = asked
    return accept([
      asked.ending === 'cancelling'
        ? { type: 'JobCancelled', reason, by, occurredAt }
        : { type: 'JobVoided', reason, by, occurredAt },
    ])
  })
