import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './database.ts'

/** What a transaction wants sent when it has happened. The key names the consequence: the same again is not sent again. */
export type QueuedMessage = {
  readonly counterpart: string
  readonly dedupeKey: string
  /** Messages of one ordering key go out one after the other, in the order in which they were queued. */
  readonly orderingKey: string
  readonly payload: object
}

/** A message on its way out, held by one sender until the lease ends. */
export type ClaimedMessage = QueuedMessage & { readonly attempts: number }

/** False where this very consequence was queued before, sent or not. */
export const queueMessage = async (tx: Tx, message: QueuedMessage, now: EpochMs): Promise<boolean> =>
  (await queueMessages(tx, [message], now)) === 1

/** How many of them are new, in the order given. */
export const queueMessages = async (tx: Tx, messages: readonly QueuedMessage[], now: EpochMs): Promise<number> =>
  insertMessages(tx, messages, now, 'do nothing')

/** Queues them, and those that went out before once more, behind everything that waits: the receiver knows them by their keys. */
export const queueMessagesAgain = async (tx: Tx, messages: readonly QueuedMessage[], now: EpochMs): Promise<number> =>
  insertMessages(
    tx,
    messages,
    now,
    `(plant_id, counterpart, dedupe_key) do update set seq = default, payload = excluded.payload, state = 'queued', attempts = 0,
       next_attempt_at = excluded.next_attempt_at, last_error = null, leased_until = 0`,
  )

const insertMessages = async (
  tx: Tx,
  messages: readonly QueuedMessage[],
  now: EpochMs,
  onConflict: string,
): Promise<number> => {
  if (messages.length === 0) return 0
  const { rowCount } = await tx.query(
    `insert into outbox (plant_id, counterpart, dedupe_key, ordering_key, payload, next_attempt_at, queued_at)
     select $1, counterpart, "dedupeKey", "orderingKey", payload, $3, $3
     from rows from (jsonb_to_recordset($2::jsonb) as (counterpart text, "dedupeKey" text, "orderingKey" text, payload jsonb))
       with ordinality order by ordinality
     on conflict ${onConflict}`,
    [tx.plantId, JSON.stringify(messages), now],
  )
  return rowCount ?? 0
}

/**
 * Takes the next due message of a counterpart, unless somebody is sending to it: one sender at a time per plant and
 * counterpart. Only the first of an ordering key can be due, so that a message which waits holds back those behind it.
 */
export const claimNext = async (
  tx: Tx,
  counterpart: string,
  { now, leaseMs }: { readonly now: EpochMs; readonly leaseMs: number },
): Promise<ClaimedMessage | undefined> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || ' outbox ' || $2, 0))`, [tx.plantId, counterpart])
  const { rows } = await tx.query<Row>(
    `update outbox set leased_until = $3::bigint + $4::bigint
     where (plant_id, counterpart, dedupe_key) = (
       select o.plant_id, o.counterpart, o.dedupe_key from outbox o
       where o.plant_id = $1 and o.counterpart = $2 and o.state = 'queued' and o.next_attempt_at <= $3
         and not exists (select from outbox busy where busy.plant_id = $1 and busy.counterpart = $2
                         and busy.state = 'queued' and busy.leased_until > $3)
         and not exists (select from outbox before where before.plant_id = $1 and before.counterpart = $2
                         and before.ordering_key = o.ordering_key and before.state = 'queued' and before.seq < o.seq)
       order by o.next_attempt_at, o.seq
       limit 1)
     returning counterpart, dedupe_key, ordering_key, payload, attempts`,
    [tx.plantId, counterpart, now, leaseMs],
  )
  return rows[0] && toClaimed(rows[0])
}

/** How a try ended. `cut-short`: we broke it off ourselves, and it counts as not made. */
export type Tried =
  | { readonly kind: 'sent'; readonly at: EpochMs; readonly receipt: string }
  | { readonly kind: 'declined'; readonly problem: string }
  | { readonly kind: 'again'; readonly at: EpochMs; readonly problem: string }
  | { readonly kind: 'cut-short' }

export const recordTried = async (tx: Tx, { counterpart, dedupeKey }: ClaimedMessage, tried: Tried): Promise<void> => {
  const key = [tx.plantId, counterpart, dedupeKey]
  switch (tried.kind) {
    case 'sent':
      return run(tx, `state = 'sent', attempts = attempts + 1, last_error = null, sent_at = $4, receipt = $5`, [
        ...key,
        tried.at,
        JSON.stringify({ receipt: tried.receipt }),
      ])
    case 'declined':
      return run(tx, `state = 'declined', attempts = attempts + 1, last_error = $4`, [...key, tried.problem])
    case 'again':
      return run(tx, 'attempts = attempts + 1, next_attempt_at = $4, last_error = $5', [
        ...key,
        tried.at,
        tried.problem,
      ])
    case 'cut-short':
      return run(tx, 'attempts = attempts', key)
  }
}

/** A receipt is final: whoever comes late with another outcome changes nothing. */
const run = async (tx: Tx, changes: string, values: readonly unknown[]): Promise<void> => {
  await tx.query(
    `update outbox set leased_until = 0, ${changes}
     where plant_id = $1 and counterpart = $2 and dedupe_key = $3 and state = 'queued'`,
    [...values],
  )
}

export type MessageState = {
  readonly state: 'queued' | 'sent' | 'declined'
  readonly attempts: number
  readonly problem: string | null
  readonly sentAt: EpochMs | null
  readonly receipt: string | null
}

/** Undefined where no such consequence was ever queued. */
export const readMessageState = async (
  tx: Tx,
  counterpart: string,
  dedupeKey: string,
): Promise<MessageState | undefined> => {
  const { rows } = await tx.query<MessageState>(
    `select state, attempts, last_error as problem, sent_at as "sentAt", receipt ->> 'receipt' as receipt
     from outbox where plant_id = $1 and counterpart = $2 and dedupe_key = $3`,
    [tx.plantId, counterpart, dedupeKey],
  )
  return rows[0]
}

type Row = {
  readonly counterpart: string
  readonly dedupe_key: string
  readonly ordering_key: string
  readonly payload: object
  readonly attempts: number
}

const toClaimed = (row: Row): ClaimedMessage => ({
  counterpart: row.counterpart,
  dedupeKey: row.dedupe_key,
  orderingKey: row.ordering_key,
  payload: row.payload,
  attempts: row.attempts,
})

/** A declined message is tried once more, and one that waits is tried now. False where there is neither. */
export const sendAgain = async (tx: Tx, counterpart: string, dedupeKey: string, now: EpochMs): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `update outbox set state = 'queued', next_attempt_at = $4
     where plant_id = $1 and counterpart = $2 and dedupe_key = $3 and state in ('declined', 'queued')`,
    [tx.plantId, counterpart, dedupeKey, now],
  )
  return rowCount === 1
}
