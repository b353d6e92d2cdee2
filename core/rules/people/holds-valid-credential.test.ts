import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { welder, without } from '../../job/examples.ts'
import type { CredentialFacts } from '../../job/facts.ts'
import { addHours, isoDate } from '../../time/epoch.ts'
import { codesOf, context } from '../examples.ts'
import { holdsValidCredential } from './holds-valid-credential.ts'
import { isTrained } from './is-trained.ts'
import { byCategory } from '../../people/by-category.ts'

const good: CredentialFacts = {
  id: 'c',
  category: id('welding'),
  holder: 'match',
  validThrough: isoDate('2026-12-31'),
  official: 'confirmed',
  officialCheckedOn: isoDate('2026-11-24'),
  revision: 'c@1',
}

/** The work lasts from the 24th, inclusive, through the 26th of November. */
const { application } = context()
const window = { from: application.window.from, to: addHours(application.window.from, 48) }

const holding = (...credentials: readonly CredentialFacts[]) =>
  context({
    application: { ...application, window },
    neededThrough: isoDate('2026-11-26'),
    facts: without(welder, (one) => ({ ...one, credentials: byCategory(credentials) })),
  })
const codes = (...credentials: readonly CredentialFacts[]) =>
  codesOf(holdsValidCredential, { category: 'welding', officialCheckAgeDaysMax: 30 }, holding(...credentials))
const trained = (credential: CredentialFacts) => codesOf(isTrained, { category: 'welding' }, holding(credential))

test('a certificate holds from the first day of the work, not from some day within it', () => {
  assert.deepEqual(codes({ ...good, validFrom: isoDate('2026-11-24') }), [])
  assert.deepEqual(codes({ ...good, validFrom: isoDate('2026-11-25') }), ['credential-not-yet-valid'])
})

test('a certificate holds through the last day of the work', () => {
  assert.deepEqual(codes({ ...good, validThrough: isoDate('2026-11-26') }), [])
  assert.deepEqual(codes({ ...good, validThrough: isoDate('2026-11-25') }), ['credential-expired'])
  assert.deepEqual(codes({ ...good, validThrough: 'unlimited' }), [])
})

test('a certificate of which nobody knows how long it is valid does not hold', () => {
  const { validThrough: _, ...unknown } = good
  assert.deepEqual(codes(unknown), ['credential-validity-unknown'])
})

test('a review may be due on the last day of the work, but not before', () => {
  assert.deepEqual(codes({ ...good, reviewDue: isoDate('2026-11-26') }), [])
  assert.deepEqual(codes({ ...good, reviewDue: isoDate('2026-11-25') }), ['credential-review-overdue'])
})

test('the register counts only when somebody looked, not long ago and not tomorrow', () => {
  const { officialCheckedOn: _, ...unchecked } = good
  assert.deepEqual(codes(unchecked), ['credential-not-confirmed'])
  assert.deepEqual(codes({ ...good, official: 'revoked' }), ['credential-not-confirmed'])
  assert.deepEqual(codes({ ...good, officialCheckedOn: isoDate('2026-11-25') }), ['credential-check-stale'])
})

test('of two certificates one good one is enough, and otherwise the nearest to good is explained', () => {
  const expired = { ...good, validThrough: isoDate('2026-11-25') }
  assert.deepEqual(codes(expired, good), [])
  assert.deepEqual(codes({ ...expired, official: 'revoked' }, expired), ['credential-expired'])
})

test('training passed only after the work began is none yet', () => {
  assert.deepEqual(trained({ ...good, validFrom: isoDate('2026-11-24') }), [])
  assert.deepEqual(trained({ ...good, validFrom: isoDate('2026-11-25') }), ['training-missing'])
})
