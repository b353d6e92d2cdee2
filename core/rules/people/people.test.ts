import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { facts, guardian, welder, without } from '../../job/examples.ts'
import type { CredentialFacts, PersonFacts } from '../../job/facts.ts'
import { isoDate } from '../../time/epoch.ts'
import { asPerson, codesOf, context } from '../examples.ts'
import { guardianIsNotWorker } from './guardian-is-not-worker.ts'
import { holdsValidCredential } from './holds-valid-credential.ts'
import { isFreeForThisJob } from './is-free-for-this-job.ts'
import { isMedicallyFit } from './is-medically-fit.ts'
import { isOnRoster } from './is-on-roster.ts'
import { isTrained } from './is-trained.ts'
import { mayWorkAtLevel } from './may-work-at-level.ts'
import { byCategory } from '../../people/by-category.ts'

const about = (change: (one: PersonFacts) => PersonFacts | undefined) => context({ facts: without(welder, change) })
const credential = {
  id: 'c',
  category: id('welding'),
  holder: 'match',
  validThrough: isoDate('2026-11-24'),
  official: 'confirmed',
  officialCheckedOn: isoDate('2026-11-24'),
  revision: 'c@1',
} as CredentialFacts
const holding = (change: Partial<CredentialFacts>) =>
  about((one) => ({ ...one, credentials: byCategory([{ ...credential, ...change }]) }))
const medical = (change: Partial<NonNullable<PersonFacts['medical']>>) =>
  about((one) => ({
    ...one,
    medical: {
      verdict: 'fit',
      restrictions: [],
      validThrough: isoDate('2027-01-01'),
      systolicMmHg: 120,
      diastolicMmHg: 80,
      updatedOn: isoDate('2026-01-01'),
      revision: 'm@1',
      ...change,
    },
  }))

test('who is unknown, frozen or has left is not on the roster', () => {
  assert.deepEqual(codesOf(isOnRoster, {}, context()), [])
  assert.deepEqual(
    codesOf(
      isOnRoster,
      {},
      about(() => undefined),
    ),
    ['person-unknown'],
  )
  for (const employment of ['left', 'frozen'] as const)
    assert.deepEqual(
      codesOf(
        isOnRoster,
        {},
        about((one) => ({ ...one, employment })),
      ),
      ['person-not-employed'],
    )
})

test('a certificate holds through its last day and not a day longer', () => {
  const parameters = { category: 'welding', officialCheckAgeDaysMax: 30 }
  assert.deepEqual(codesOf(holdsValidCredential, parameters, holding({})), [])
  assert.deepEqual(codesOf(holdsValidCredential, parameters, holding({ validThrough: isoDate('2026-11-23') })), [
    'credential-expired',
  ])
  assert.deepEqual(codesOf(holdsValidCredential, parameters, holding({ holder: 'unknown' })), [
    'credential-holder-mismatch',
  ])
  assert.deepEqual(codesOf(holdsValidCredential, parameters, holding({ official: 'unchecked' })), [
    'credential-not-confirmed',
  ])
  assert.deepEqual(codesOf(holdsValidCredential, parameters, holding({ officialCheckedOn: isoDate('2026-10-25') })), [])
  assert.deepEqual(codesOf(holdsValidCredential, parameters, holding({ officialCheckedOn: isoDate('2026-10-24') })), [
    'credential-check-stale',
  ])
  assert.deepEqual(codesOf(holdsValidCredential, { ...parameters, category: 'diving' }, holding({})), [
    'credential-missing',
  ])
})

test('training lasts through its last day, and is missing when it names somebody else', () => {
  const parameters = { category: 'welding' }
  assert.deepEqual(codesOf(isTrained, parameters, holding({})), [])
  assert.deepEqual(codesOf(isTrained, parameters, holding({ validThrough: isoDate('2026-11-23') })), [
    'training-expired',
  ])
  assert.deepEqual(codesOf(isTrained, parameters, holding({ holder: 'mismatch' })), ['training-missing'])
})

test('160/100 blocks, 159/99 does not, and an unknown pressure blocks', () => {
  const parameters = { restriction: 'height', systolicMmHgMax: 160, diastolicMmHgMax: 100, staleFollowUpDaysMax: 45 }
  assert.deepEqual(codesOf(isMedicallyFit, parameters, medical({ systolicMmHg: 159, diastolicMmHg: 99 })), [])
  assert.deepEqual(codesOf(isMedicallyFit, parameters, medical({ systolicMmHg: 160 })), ['blood-pressure-too-high'])
  assert.deepEqual(codesOf(isMedicallyFit, parameters, medical({ diastolicMmHg: 100 })), ['blood-pressure-too-high'])
  assert.deepEqual(
    codesOf(
      isMedicallyFit,
      parameters,
      about((one) => {
        const { medical: _, ...rest } = one
        return rest
      }),
    ),
    ['medical-missing'],
  )
  assert.deepEqual(codesOf(isMedicallyFit, parameters, medical({ restrictions: ['height'] })), ['medical-restricted'])
  assert.deepEqual(codesOf(isMedicallyFit, parameters, medical({ followUpDue: isoDate('2026-10-10') })), [])
  assert.deepEqual(codesOf(isMedicallyFit, parameters, medical({ followUpDue: isoDate('2026-10-09') })), [
    'medical-follow-up-stale',
  ])
  assert.deepEqual(codesOf(isMedicallyFit, parameters, medical({ followUpDue: isoDate('soon') })), [
    'medical-follow-up-stale',
  ])
})

test('the matrix allows a level and those below, and nothing when it is unknown', () => {
  const { matrix: _, ...unknown } = facts()
  assert.deepEqual(codesOf(mayWorkAtLevel, {}, context()), [])
  assert.deepEqual(codesOf(mayWorkAtLevel, {}, context({ facts: unknown })), ['matrix-unknown'])
  assert.deepEqual(codesOf(mayWorkAtLevel, {}, context({ facts: facts({ matrix: { rows: {}, revision: 'm@1' } }) })), [
    'position-not-allowed',
  ])
})

test('a guardian is not of the crew, nor its leader', () => {
  assert.deepEqual(codesOf(guardianIsNotWorker, {}, asPerson(guardian)), [])
  assert.deepEqual(codesOf(guardianIsNotWorker, {}, asPerson(welder)), ['guardian-is-worker'])
})

test('a guardian with any other job at the time is not free, a worker only with one that binds', () => {
  const { window } = context().application
  const busy = (as: 'guardian' | 'worker', state: 'planned' | 'present') =>
    context({ facts: facts({ engagements: [{ job: id('other'), person: welder, as, state, window }] }) })
  assert.deepEqual(codesOf(isFreeForThisJob, { as: 'guardian' }, busy('worker', 'planned')), [
    'guardian-guards-elsewhere',
  ])
  assert.deepEqual(codesOf(isFreeForThisJob, { as: 'worker' }, busy('worker', 'planned')), [])
  assert.deepEqual(codesOf(isFreeForThisJob, { as: 'worker' }, busy('worker', 'present')), ['worker-works-elsewhere'])
  const { engagements: _, ...unknown } = facts()
  assert.deepEqual(codesOf(isFreeForThisJob, { as: 'worker' }, context({ facts: unknown })), ['engagements-unknown'])
})
