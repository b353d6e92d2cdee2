import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { facts, noon, welder } from '../../job/examples.ts'
import type { Engagement } from '../../job/facts.ts'
import { addHours } from '../../time/epoch.ts'
import type { Window } from '../../time/window.ts'
import { codesOf, context } from '../examples.ts'
import { isFreeForThisJob } from './is-free-for-this-job.ts'

const { application } = context()
const codes = (
  as: Engagement['as'],
  engagement: Pick<Engagement, 'as' | 'state' | 'window'>,
  planned = application.window,
) =>
  codesOf(
    isFreeForThisJob,
    { as },
    context({
      application: { ...application, window: planned },
      facts: facts({ engagements: [{ job: id('other'), person: welder, ...engagement }] }),
    }),
  )
const before: Window = { from: addHours(application.window.from, -4), to: application.window.from }
const into: Window = { from: before.from, to: addHours(before.to, 1) }

test('one job may follow the other, but not begin before the other ends', () => {
  assert.deepEqual(codes('guardian', { as: 'guardian', state: 'planned', window: before }), [])
  assert.deepEqual(codes('guardian', { as: 'guardian', state: 'planned', window: into }), ['guardian-guards-elsewhere'])
})

test('nobody works here while guarding elsewhere, even if that is only planned', () => {
  assert.deepEqual(codes('worker', { as: 'guardian', state: 'planned', window: into }), ['worker-works-elsewhere'])
})

test('whoever is still present at a job whose time is over is not free now, but is tomorrow', () => {
  const present = { as: 'guardian', state: 'present', window: before } as const
  assert.deepEqual(codes('guardian', present), ['guardian-guards-elsewhere'])
  const tomorrow = { from: addHours(noon, 20), to: addHours(noon, 24) }
  assert.deepEqual(codes('guardian', present, tomorrow), [])
})
