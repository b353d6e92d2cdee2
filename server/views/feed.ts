import { feedProblems, type FeedLine, type FeedPage, type FeedProblem } from '#contract/feed.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { readFeedSettings } from '../feed/feed-settings.ts'
import { parkCounterpartName } from '../feed/feed-name.ts'
import type { Tx } from '../store/database.ts'

const linesMax = 200

/** What waits for the park, what it declined and what it took last: troubles first, then what is next, then the latest. */
export const readFeedPage = async (tx: Tx, now: EpochMs): Promise<FeedPage> => {
  const settings = await readFeedSettings(tx)
  const { rows: counted } = await tx.query<{ state: FeedLine['state']; count: number; since: number | null }>(
    `select state, count(*) as count, min(queued_at) as since from outbox where plant_id = $1 and counterpart = $2 group by state`,
    [tx.plantId, parkCounterpartName],
  )
  const countOf = (state: FeedLine['state']): number => counted.find((one) => one.state === state)?.count ?? 0
  const { rows } = await tx.query<Row>(
    `select o.dedupe_key as key, o.payload ->> 'kind' as kind, o.payload ->> 'job' as job, o.ordering_key as permit,
       (select p ->> 'number' from jsonb_array_elements(j.permits) p where p ->> 'id' = o.ordering_key) as number, j.content,
       o.payload -> 'record' ->> 'ALARM_TYPE' as "alarmCode", o.state, o.attempts, o.queued_at as "queuedAt", o.sent_at as "sentAt",
       o.next_attempt_at as "nextAttemptAt", o.receipt ->> 'receipt' as receipt, o.last_error as "lastError"
     from outbox o left join jobs j on j.plant_id = o.plant_id and j.job_id = o.payload ->> 'job'
     where o.plant_id = $1 and o.counterpart = $2
     order by case o.state when 'declined' then 0 when 'queued' then 1 else 2 end, case when o.state = 'queued' then o.seq end, o.seq desc
     limit ${linesMax}`,
    [tx.plantId, parkCounterpartName],
  )
  return {
    now,
    settings,
    counts: { queued: countOf('queued'), declined: countOf('declined'), sent: countOf('sent') },
    waitingSince: counted.find(({ state }) => state === 'queued')?.since ?? null,
    lines: rows.map(({ lastError, ...line }) => ({ ...line, ...toProblem(lastError) })),
  }
}

type Row = Omit<FeedLine, 'problem' | 'faults'> & { readonly lastError: string | null }

/** Our own check writes the fields that it found, `FIELD rule, FIELD rule`; everything else is a known word. */
const toProblem = (lastError: string | null): Pick<FeedLine, 'problem' | 'faults'> => {
  if (lastError === null) return { problem: null, faults: [] }
  const known = feedProblems.find((problem: FeedProblem) => problem === lastError)
  if (known !== undefined) return { problem: known, faults: [] }
  const faults = lastError.split(', ').map((fault) => {
    const [field = '', rule = ''] = fault.split(' ')
    return { field, rule }
  })
  return { problem: null, faults }
}
