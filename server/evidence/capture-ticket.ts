import { createHmac, timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '#core/time/epoch.ts'
import { clockSkewSecondsMax } from '#core/job/clock-skew.ts'
import type { EvidenceRefusal } from '#core/evidence/evidence-refusal.ts'
import type { SigningKey } from './signing-key.ts'

/**
 * Permission to hand in one picture: this person, for this step of this job, taken between these instants. Without it a
 * picture from last week, or from another vessel, would be as good as one from here and now.
 */
export type CaptureTicket = {
  readonly id: string
  readonly plantId: string
  readonly jobId: string
  readonly step: string
  readonly personId: string
  readonly issuedAt: EpochMs
  readonly expiresAt: EpochMs
}

export type TicketClaim = {
  readonly plantId: string
  readonly jobId: string
  readonly step: string
  readonly personId: string
  /** When the picture was taken, by the phone's clock. */
  readonly occurredAt: EpochMs
  readonly receivedAt: EpochMs
}

export type TicketSigner = {
  /** Opaque to the phone, which keeps it while offline and hands it in with the picture. */
  readonly seal: (ticket: CaptureTicket) => string
  /** Undefined for anything that this server did not seal. */
  readonly open: (token: string) => CaptureTicket | undefined
}

const tokenLengthMax = 2000

export const createTicketSigner = (key: SigningKey): TicketSigner => {
  const macOf = (body: string): Buffer => createHmac('sha256', key).update(body).digest()

  return {
    seal: ({ id, plantId, jobId, step, personId, issuedAt, expiresAt }) => {
      const fields = [id, plantId, jobId, step, personId, issuedAt, expiresAt]
      const body = `HPT1.${Buffer.from(JSON.stringify(fields)).toString('base64url')}`
      return `${body}.${macOf(body).toString('base64url')}`
    },
    open: (token) => {
      if (token.length > tokenLengthMax) return undefined
      const [version, fields, mac, ...rest] = token.split('.')
      if (version !== 'HPT1' || fields === undefined || mac === undefined || rest.length > 0) return undefined
      const given = Buffer.from(mac, 'base64url')
      const expected = macOf(`HPT1.${fields}`)
      if (given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected)) return undefined
      return toTicket(JSON.parse(Buffer.from(fields, 'base64url').toString()) as TicketFields)
    },
  }
}

type TicketFields = readonly [string, string, string, string, string, EpochMs, EpochMs]

const toTicket = ([id, plantId, jobId, step, personId, issuedAt, expiresAt]: TicketFields): CaptureTicket => ({
  id,
  plantId,
  jobId,
  step,
  personId,
  issuedAt,
  expiresAt,
})

/**
 * Everything that keeps a claim from this ticket, all at once. Its life is judged by when the picture was taken and not by
 * when it came in: a phone without a network for hours delivers good evidence late, and the delay is shown beside it.
 */
export const judgeClaim = (ticket: CaptureTicket, claim: TicketClaim): readonly EvidenceRefusal[] => {
  // A ticket of another plant is none at all here, and not even its step may be told.
  if (ticket.plantId !== claim.plantId) return [{ code: 'capture-ticket-unknown', params: {} }]
  const refusals: EvidenceRefusal[] = []
  if (ticket.jobId !== claim.jobId) {
    refusals.push({ code: 'capture-ticket-other-job', params: { job: ticket.jobId, expected: claim.jobId } })
  }
  if (ticket.step !== claim.step) {
    refusals.push({ code: 'capture-ticket-other-step', params: { step: ticket.step, expected: claim.step } })
  }
  if (ticket.personId !== claim.personId) refusals.push({ code: 'capture-ticket-other-person', params: {} })
  return [...refusals, ...judgeTime(ticket, claim)]
}

const judgeTime = (
  { issuedAt, expiresAt }: CaptureTicket,
  { occurredAt, receivedAt }: TicketClaim,
): readonly EvidenceRefusal[] => {
  const aheadSeconds = Math.ceil((occurredAt - receivedAt) / 1000)
  // Written so that an instant which is no number refuses as well.
  if (!(aheadSeconds <= clockSkewSecondsMax)) return [{ code: 'capture-from-the-future', params: { aheadSeconds } }]
  if (occurredAt > expiresAt) return [{ code: 'capture-ticket-expired', params: { occurredAt, expiresAt } }]
  if (occurredAt < issuedAt - clockSkewSecondsMax * 1000) {
    return [{ code: 'capture-ticket-not-yet-valid', params: { occurredAt, issuedAt } }]
  }
  return []
}
