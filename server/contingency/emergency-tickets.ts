import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { JobId, OperationId, PersonId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../store/database.ts'

/** Without letters and digits that look alike on a wet sheet. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLength = 10
const batchLength = 4
/** Nobody tries ten signs by hand; more failures than this are a machine, and the ticket waits for whoever printed it. */
const attemptsMax = 5

export type PrintedTicket = { readonly number: string; readonly code: string }

/** The codes leave here once, on the paper; what stays is a hash. */
export const printBatch = async (
  tx: Tx,
  {
    operation,
    prefix,
    count,
    by,
    now,
  }: { operation: OperationId; prefix: string; count: number; by: PersonId; now: EpochMs },
): Promise<readonly PrintedTicket[]> => {
  const batch = newId<string>(now)
  const series = draw(batchLength)
  const tickets = Array.from({ length: count }, (_, i) => ({
    number: `E${prefix}-${series}-${String(i + 1).padStart(2, '0')}`,
    code: draw(codeLength),
  }))
  await tx.query(
    'insert into emergency_batches (plant_id, batch_id, operation, printed_at, printed_by) values ($1, $2, $3, $4, $5)',
    [tx.plantId, batch, operation, now, by],
  )
  await tx.query(
    `insert into emergency_tickets (plant_id, ticket_number, batch_id, code_hash)
     select $1, r.number, $2, r.hash from jsonb_to_recordset($3::jsonb) as r(number text, hash text)`,
    [
      tx.plantId,
      batch,
      JSON.stringify(tickets.map(({ number, code }) => ({ number, hash: hashOf(tx.plantId, number, code) }))),
    ],
  )
  return tickets
}

export type TicketCheck =
  | { readonly outcome: 'right'; readonly operation: OperationId }
  | { readonly outcome: 'unknown' | 'wrong-code' | 'used' | 'locked' }

/** Locks the ticket until the transaction ends: of two who enter it at once the second finds it used. */
export const checkTicket = async (tx: Tx, number: string, code: string): Promise<TicketCheck> => {
  const { rows } = await tx.query<{
    code_hash: string
    operation: OperationId
    entered_at: number | null
    failed_attempts: number
  }>(
    `select t.code_hash, t.entered_at, t.failed_attempts, b.operation from emergency_tickets t
     join emergency_batches b on b.plant_id = t.plant_id and b.batch_id = t.batch_id
     where t.plant_id = $1 and t.ticket_number = $2 for update of t`,
    [tx.plantId, number],
  )
  const [ticket] = rows
  if (!ticket) return { outcome: 'unknown' }
  if (ticket.entered_at !== null) return { outcome: 'used' }
  if (ticket.failed_attempts >= attemptsMax) return { outcome: 'locked' }
  const isRight = timingSafeEqual(
    Buffer.from(ticket.code_hash, 'hex'),
    Buffer.from(hashOf(tx.plantId, number, code), 'hex'),
  )
  return isRight ? { outcome: 'right', operation: ticket.operation } : { outcome: 'wrong-code' }
}

/** In a transaction of its own, so that the attempt counts although the entry is given up. */
export const countFailure = async (tx: Tx, number: string): Promise<void> => {
  await tx.query(
    'update emergency_tickets set failed_attempts = failed_attempts + 1 where plant_id = $1 and ticket_number = $2',
    [tx.plantId, number],
  )
}

export const markEntered = async (
  tx: Tx,
  number: string,
  entry: { readonly job: JobId; readonly at: EpochMs; readonly by: PersonId; readonly supervisedBy: PersonId },
): Promise<void> => {
  await tx.query(
    `update emergency_tickets set job_id = $3, entered_at = $4, entered_by = $5, supervised_by = $6
     where plant_id = $1 and ticket_number = $2`,
    [tx.plantId, number, entry.job, entry.at, entry.by, entry.supervisedBy],
  )
}

const draw = (length: number): string => Array.from({ length }, () => signs[randomInt(signs.length)]).join('')

const hashOf = (plantId: string, number: string, code: string): string =>
  createHash('sha256')
    .update(JSON.stringify([plantId, number, code]))
    .digest('hex')
