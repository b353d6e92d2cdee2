import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BlindFacts } from '../../blinds/blind.ts'
import { blindStateAfter } from '../../blinds/blind.ts'
import { id } from '../../ids.ts'
import { application, facts, jobAfter, noon, leader, untilActive, jobId, place } from '../../job/examples.ts'
import type { Job } from '../../job/job.ts'
import { codesOf, context } from '../examples.ts'
import { blindFitsAction } from './blind-fits-action.ts'
import { blindIsRegistered } from './blind-is-registered.ts'

const known: BlindFacts = {
  number: 'X-1',
  place,
  pipe: 'P-101',
  state: 'planned',
  job: null,
  revision: 'blind:X-1@1',
}
const about = (blind: Partial<BlindFacts> | undefined, action = 'fit', number = 'X-1') => {
  return context({
    application: { ...application, fields: { 'fire.blind': number, 'fire.action': action } },
    facts: blind ? facts({ blind: { ...known, ...blind } }) : facts(),
  })
}
const registered = (blind: Partial<BlindFacts> | undefined, number?: string) =>
  codesOf(blindIsRegistered, { field: 'blind' }, about(blind, 'fit', number))
const fits = (action: string, blind: Partial<BlindFacts> | undefined) =>
  codesOf(blindFitsAction, { field: 'blind', actionField: 'action' }, about(blind, action))

test('a blind is on the register, and at the place of the work', () => {
  assert.deepEqual([registered({}), registered(undefined)], [[], ['blind-unknown']])
  assert.deepEqual(registered({ place: id('elsewhere') }), ['blind-of-another-place'])
  assert.deepEqual(registered({}, ' '), ['field-missing'])
})

test('only an installed blind is removed, and none is fitted where one is', () => {
  const allowed = (action: string) =>
    (['planned', 'in-work', 'installed', 'removed'] as const).filter((state) => fits(action, { state }).length === 0)
  assert.deepEqual(allowed('fit'), ['planned', 'removed'])
  assert.deepEqual(allowed('remove'), ['installed'])
  assert.deepEqual(fits('fit', undefined), ['blind-unknown'])
})

test('after a break a job goes on with the blind that it has in work, and another does not', () => {
  assert.deepEqual(fits('fit', { state: 'in-work', job: jobId }), [])
  assert.deepEqual(fits('fit', { state: 'in-work', job: id('other') }), ['blind-in-wrong-state'])
})

test('a blind is in work from the start and settled only by the last signature', () => {
  const job = jobAfter(untilActive)
  assert.ok('record' in job)
  const doing = (action: string): Job => ({
    ...job,
    record: { ...job.record, application: { ...application, fields: { 'blinding.action': action } } },
  })
  const done = { by: leader, occurredAt: noon }
  assert.equal(blindStateAfter({ type: 'JobClosed', ...done }, doing('fit')), 'installed')
  assert.equal(blindStateAfter({ type: 'JobClosed', ...done }, doing('remove')), 'removed')
  assert.equal(blindStateAfter({ type: 'WorkFinished', ...done }, doing('fit')), null)
  assert.equal(blindStateAfter({ type: 'JobCancelled', reason: '', ...done }, doing('fit')), null)
})
