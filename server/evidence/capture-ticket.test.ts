import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addMinutes, epochMs, type EpochMs } from '#core/time/epoch.ts'
import { type CaptureTicket, createTicketSigner, judgeClaim, type TicketClaim } from './capture-ticket.ts'
import { deriveSigningKey } from './signing-key.ts'

const signer = createTicketSigner(deriveSigningKey(randomBytes(32), 'capture-ticket'))
const noon = epochMs(Date.UTC(2026, 10, 24, 4))
const later = (ms: number): EpochMs => epochMs(noon + ms)

const ticket: CaptureTicket = {
  id: 't1',
  plantId: 'farbridge',
  jobId: 'j1',
  step: 'snapshot.work-face',
  personId: 'p1',
  issuedAt: noon,
  expiresAt: addMinutes(noon, 10),
}
const claim: TicketClaim = {
  plantId: 'farbridge',
  jobId: 'j1',
  step: 'snapshot.work-face',
  personId: 'p1',
  occurredAt: addMinutes(noon, 2),
  receivedAt: addMinutes(noon, 3),
}
const codesFor = (changes: Partial<TicketClaim>) => judgeClaim(ticket, { ...claim, ...changes }).map(({ code }) => code)

describe('a capture ticket', () => {
  test('opens as it was sealed, and not when any character of it was changed', () => {
    const token = signer.seal(ticket)
    assert.deepEqual(signer.open(token), ticket)
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'B', '.', '-'), (at, character) => {
        fc.pre(token[at] !== character && at !== token.length - 1)
        assert.equal(signer.open(token.slice(0, at) + character + token.slice(at + 1)), undefined)
      }),
    )
  })

  test('of another server, or none at all, does not open', () => {
    const stranger = createTicketSigner(deriveSigningKey(randomBytes(32), 'capture-ticket'))
    for (const token of [stranger.seal(ticket), '', 'HPT1', 'HPT1..', 'HPT1.e30.AAAA', 'x'.repeat(100_000)]) {
      assert.equal(signer.open(token), undefined)
    }
  })

  test('serves its own job, step and person, and names all that differ at once', () => {
    assert.deepEqual(codesFor({}), [])
    assert.deepEqual(codesFor({ jobId: 'j2', step: 'gas.display', personId: 'p2' }), [
      'capture-ticket-other-job',
      'capture-ticket-other-step',
      'capture-ticket-other-person',
    ])
  })

  test('of another plant tells nothing of itself', () => {
    assert.deepEqual(codesFor({ plantId: 'farbridge-south', jobId: 'j2' }), ['capture-ticket-unknown'])
  })

  test('is good to its last millisecond and expired one later', () => {
    const receivedAt = addMinutes(noon, 600)
    assert.deepEqual(codesFor({ occurredAt: ticket.expiresAt, receivedAt }), [])
    assert.deepEqual(codesFor({ occurredAt: epochMs(ticket.expiresAt + 1), receivedAt }), ['capture-ticket-expired'])
  })

  test('serves a picture that comes in hours late, when it was taken in time', () => {
    assert.deepEqual(codesFor({ receivedAt: addMinutes(noon, 12 * 60) }), [])
  })

  test('serves no picture from before it was issued, clocks a minute apart forgiven', () => {
    assert.deepEqual(codesFor({ occurredAt: later(-60_000) }), [])
    assert.deepEqual(codesFor({ occurredAt: later(-60_001) }), ['capture-ticket-not-yet-valid'])
  })

  test('serves no picture from the future, nor one without a time', () => {
    assert.deepEqual(codesFor({ occurredAt: later(60_000), receivedAt: noon }), [])
    assert.deepEqual(codesFor({ occurredAt: later(60_001), receivedAt: noon }), ['capture-from-the-future'])
    assert.deepEqual(codesFor({ occurredAt: epochMs(Number.NaN) }), ['capture-from-the-future'])
  })
})
