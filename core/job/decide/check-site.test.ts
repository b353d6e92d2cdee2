import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { codeKinds } from '../../evidence/evidence-refusal.ts'
import { id } from '../../ids.ts'
import { decide } from '../decide.ts'
import {
  atVessel,
  facts,
  gasTest,
  jobAfter,
  noon,
  picture,
  place,
  rulebook,
  untilApproved,
  ventilate,
} from '../examples.ts'
import type { EvidenceFacts, Facts } from '../facts.ts'
import type { Refusal } from '../refusal.ts'
import { wayOut } from '../remedies.ts'

const ready = jobAfter([...untilApproved, gasTest(noon)])
const { position, scanned, ...plain } = picture('ventilation')
const taken: EvidenceFacts = { ...plain, ...(position ? { position } : {}), ...(scanned ? { scanned } : {}) }

const refusalsOf = (scan: EvidenceFacts, change: Partial<Facts> = {}): readonly Refusal[] => {
  const decision = decide(
    ventilate,
    ready,
    rulebook,
    facts({ evidence: { ...facts().evidence, [scan.id]: scan }, ...change }),
  )
  return decision.accepted ? [] : decision.refusals
}
const codes = (scan: EvidenceFacts, change: Partial<Facts> = {}) => refusalsOf(scan, change).map(({ code }) => code)
/** `metres` north of the fence's upper edge, which lies on 31.001°. */
const northOfFence = (metres: number, accuracyMetres = 0) => ({
  latitude: 31.001 + metres / 111_195,
  longitude: 121.0005,
  accuracyMetres,
})

describe('the ventilation', () => {
  test('counts by the code of the fan that it names, scanned at the site', () => {
    assert.deepEqual(codes(taken), [])
  })

  test('is refused where another fan was scanned, whichever of the two belongs here', () => {
    const [refusal, ...others] = refusalsOf({ ...taken, scanned: { kind: 'fan', id: 'fan-2' } })
    assert.deepEqual(others, [])
    assert.deepEqual(refusal, {
      code: 'fan-scanned-is-another',
      params: { fan: 'fan', scanned: 'fan-2' },
      clause: null,
      source: 'product',
    })
    assert.deepEqual(wayOut['fan-scanned-is-another'].owner, 'guardian')
  })

  test('is refused by the code of something else, though it has the same number', () => {
    for (const kind of codeKinds)
      assert.deepEqual(
        codes({ ...taken, scanned: { kind, id: 'fan' } }),
        kind === 'fan' ? [] : ['fan-scanned-is-another'],
      )
  })

  test('is refused where no scan was kept: a picture of a fan does not say which', () => {
    assert.deepEqual(codes({ ...plain, ...(position ? { position } : {}) }), ['fan-not-scanned'])
  })

  test('is refused by a fan that was scanned truly and is not of this vessel, not in service or not registered', () => {
    const [fan] = Object.values(facts().fans)
    assert.ok(fan)
    assert.deepEqual(codes(taken, { fans: { fan: { ...fan, ventilates: [id('vessel-8')] } } }), [
      'fan-of-another-space',
    ])
    assert.deepEqual(codes(taken, { fans: { fan: { ...fan, state: 'out-of-service' } } }), ['fan-out-of-service'])
    assert.deepEqual(codes(taken, { fans: {} }), ['fan-unknown'])
  })

  test('is refused by a code that was photographed and scanned elsewhere, though the record was sent from the site', () => {
    assert.deepEqual(codes({ ...taken, position: northOfFence(199.9) }), [])
    assert.deepEqual(codes({ ...taken, position: northOfFence(200.2) }), ['evidence-taken-elsewhere'])
  })

  test('is refused where it is in doubt or unknown where the code was scanned', () => {
    assert.deepEqual(codes({ ...taken, position: northOfFence(190, 9.9) }), [])
    assert.deepEqual(codes({ ...taken, position: northOfFence(190, 10.2) }), ['evidence-place-unknown'])
    assert.deepEqual(codes({ ...plain, ...(scanned ? { scanned } : {}) }), ['evidence-place-unknown'])
    const { place: _, ...nowhere } = facts()
    const decision = decide(ventilate, ready, rulebook, nowhere)
    assert.ok(!decision.accepted && decision.refusals.filter(({ code }) => code === 'place-unknown').length === 1)
  })

  test('says once for all that nobody took the picture of the scan', () => {
    const { [taken.id]: _, ...without } = facts().evidence
    const decision = decide(ventilate, ready, rulebook, facts({ evidence: without }))
    assert.deepEqual(decision.accepted ? [] : decision.refusals.map(({ code }) => code), ['evidence-missing'])
  })

  test('is accepted by no other scan than that of this fan at this place, whatever was scanned wherever', () => {
    const [fan] = Object.values(facts().fans)
    assert.ok(fan)
    const fans = { fan, 'fan-2': { ...fan, id: id<never>('fan-2'), ventilates: [place] } }
    fc.assert(
      fc.property(
        fc.option(fc.record({ kind: fc.constantFrom(...codeKinds), id: fc.constantFrom('fan', 'fan-2', 'FAN', '') })),
        fc.option(fc.double({ min: 0, max: 400, noNaN: true })),
        (code, metres) => {
          const scan = {
            ...plain,
            ...(code ? { scanned: code } : {}),
            ...(metres === null
              ? {}
              : { position: { ...northOfFence(metres), accuracyMetres: atVessel.accuracyMetres } }),
          }
          const isGood = code?.kind === 'fan' && code.id === 'fan' && metres !== null && metres + 5 < 200
          if (metres !== null && Math.abs(metres + 5 - 200) < 0.5) return
          assert.equal(codes(scan, { fans }).length === 0, isGood)
        },
      ),
    )
  })
})
