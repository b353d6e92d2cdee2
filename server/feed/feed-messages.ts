import { alarmRecord } from '#core/feed/alarm-record.ts'
import type { AlarmRecord, TicketRecord } from '#core/feed/records.ts'
import { ticketChanged } from '#core/feed/ticket-changed.ts'
import { ticketRecord, type FeedPlant } from '#core/feed/ticket-record.ts'
import { id, type JobId, type PermitId } from '#core/ids.ts'
import type { JobEvent } from '#core/job/events.ts'
import { evolve } from '#core/job/evolve.ts'
import { noJob, type Job } from '#core/job/job.ts'
import { alarmResultsZhCn } from '#core/messages/alarms.zh-cn.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { parkCounterpartName } from './feed-name.ts'
import type { QueuedMessage } from '../store/outbox.ts'
import type { AlarmRow } from '../views/alarm-rows.ts'

/**
 * What waits for the park. A ticket is named and not written down: its record is built when it leaves, from the history up to that
 * version, so that no name and no number of a person ever lies in the outbox.
 */
export type FeedPayload =
  | { readonly kind: 'ticket'; readonly job: JobId; readonly permit: PermitId; readonly version: number }
  | { readonly kind: 'alarm'; readonly job: JobId; readonly record: AlarmRecord }

export type FeedMessage = QueuedMessage & { readonly payload: FeedPayload }

/** Changes are found by identities alone: a person who is renamed changes no ticket. */
const nobody: FeedPlant = {
  timeZone: 'UTC',
  companyName: null,
  companyCode: null,
  people: {},
  employers: {},
  place: null,
}

type Course = { readonly jobId: JobId; readonly history: readonly JobEvent[]; readonly rulebook: Rulebook }

/** One message for each permit and version after `seenVersion` that the park would learn something from. */
export const ticketMessages = ({ jobId, history, rulebook }: Course, seenVersion: number): readonly FeedMessage[] => {
  const messages: FeedMessage[] = []
  const told = new Map<PermitId, TicketRecord>()
  let job: Job = noJob
  history.forEach((event, index) => {
    job = evolve(job, event, jobId)
    const version = index + 1
    // Before the versions in question only the last matters, to compare with.
    if (version < seenVersion || !('record' in job)) return
    for (const permit of job.record.permits) {
      const record = ticketRecord(job, permit, history.slice(0, version), rulebook, nobody)
      if (version > seenVersion && ticketChanged(told.get(permit.id) ?? null, record))
        messages.push(
          toMessage(permit.id, `ticket/${permit.id}/${version}`, {
            kind: 'ticket',
            job: jobId,
            permit: permit.id,
            version,
          }),
        )
      told.set(permit.id, record)
    }
  })
  return messages
}

/** One message for the beginning of an alarm, and one for its end; an alarm without a ticket has nothing to name. */
export const alarmMessages = (rows: readonly AlarmRow[], timeZone: string): readonly FeedMessage[] =>
  rows.flatMap((row) => {
    if (row.permit_id === null) return []
    const end =
      row.ended_at === null || row.result === null
        ? null
        : { at: row.ended_at, result: row.result, by: row.ended_by, note: row.note }
    const record = alarmRecord(
      { code: row.code, startedAt: row.started_at, end },
      {
        id: row.alarm_id,
        ticket: row.permit_id,
        timeZone,
        sayResult: ({ result, note }) => [alarmResultsZhCn[result], note].filter(Boolean).join('：'),
      },
    )
    return [
      toMessage(row.permit_id, alarmKey(row.alarm_id, row.ended_at), {
        kind: 'alarm',
        job: id<JobId>(row.job_id),
        record,
      }),
    ]
  })

export const alarmKey = (alarmId: string, endedAt: number | null): string =>
  `alarm/${alarmId}/${endedAt === null ? 'open' : `ended-${endedAt}`}`

/** Everything about one ticket goes out in order, its alarms among it. */
const toMessage = (permit: PermitId, dedupeKey: string, payload: FeedPayload): FeedMessage => ({
  counterpart: parkCounterpartName,
  dedupeKey,
  orderingKey: permit,
  payload,
})
