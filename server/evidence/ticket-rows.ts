import type { EvidenceRefusal } from '#core/evidence/evidence-refusal.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import type { CaptureTicket } from './capture-ticket.ts'
import type { ContentHash } from './content-store.ts'

export const insertTicket = async (tx: Tx, ticket: CaptureTicket): Promise<void> => {
  await tx.query(
    `insert into capture_tickets (plant_id, ticket_id, job_id, step, person_id, issued_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.plantId, ticket.id, ticket.jobId, ticket.step, ticket.personId, ticket.issuedAt, ticket.expiresAt],
  )
}

export type TicketUse =
  | { readonly use: 'first' }
  | { readonly use: 'again'; readonly evidenceId: string }
  | { readonly use: 'refused'; readonly refusal: EvidenceRefusal }

/**
 * What this ticket was used for so far. The row stays locked until the transaction ends, so that of two uploads at the
 * same moment the second sees what the first did. A seal without a row is none: the row proves that we did issue it.
 */
export const lockTicket = async (tx: Tx, ticketId: string, content: ContentHash | undefined): Promise<TicketUse> => {
  // Read after the lock is held, and apart: a join would answer from before the wait.
  const { rows: locked } = await tx.query<{ used_for: string | null }>(
    'select used_for from capture_tickets where plant_id = $1 and ticket_id = $2 for update',
    [tx.plantId, ticketId],
  )
  const [ticket] = locked
  if (ticket === undefined) return { use: 'refused', refusal: { code: 'capture-ticket-unknown', params: {} } }
  if (ticket.used_for === null) return { use: 'first' }

  const { rows } = await tx.query<{ evidence_id: string; received_at: EpochMs }>(
    'select evidence_id, received_at from evidence where plant_id = $1 and ticket_id = $2',
    [tx.plantId, ticketId],
  )
  const { evidence_id: evidenceId = null, received_at: usedAt = null } = rows[0] ?? {}
  if (evidenceId === null || usedAt === null) throw new Error(`ticket ${ticketId} is used and its evidence is missing`)
  if (ticket.used_for === content) return { use: 'again', evidenceId }
  return { use: 'refused', refusal: { code: 'capture-ticket-used', params: { usedAt } } }
}

export const markTicketUsed = async (tx: Tx, ticketId: string, content: ContentHash): Promise<void> => {
  await tx.query('update capture_tickets set used_for = $3 where plant_id = $1 and ticket_id = $2', [
    tx.plantId,
    ticketId,
    content,
  ])
}
