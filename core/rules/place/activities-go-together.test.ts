import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { application, rulebook } from '../../job/examples.ts'
import type { Application } from '../../job/application.ts'
import type { Operation } from '../../rulebook/rulebook.ts'
import { context, verdictOf } from '../examples.ts'
import { activitiesGoTogether } from './activities-go-together.ts'

const fire = rulebook.operations['fire'] as Operation
const apart = (activity?: string): Operation['conflicts'][number] => ({
  id: 'apart',
  with: { operation: id<never>('space'), ...(activity === undefined ? {} : { activity }) },
  within: { same: 'place' },
  clause: '6.7',
})
const problems = (fields: Application['fields'], conflict = apart('painting')) =>
  verdictOf(
    activitiesGoTogether,
    {},
    context({ operation: { ...fire, conflicts: [conflict] }, application: { ...application, fields } }),
  ).problems

test('an activity that conflicts next door conflicts inside the job, and is named by its question', () => {
  assert.deepEqual(problems({ 'space.activity': 'painting' }), [
    {
      code: 'activity-conflicts',
      params: { operation: 'fire', other: 'space', field: 'activity', activity: 'painting' },
    },
  ])
  assert.equal(problems({ 'space.releases': ['sampling', 'painting'] })[0]?.code, 'activity-conflicts')
})

test('another activity, the same one of another kind of work, and no answer do not', () => {
  assert.deepEqual(problems({ 'space.activity': 'inspection' }), [])
  assert.deepEqual(problems({ 'height.activity': 'painting', 'space.colour': 'painting' }), [])
  assert.deepEqual(problems({}), [])
})

test('two kinds that conflict whatever is done may still be one job: one hand leads them', () =>
  assert.deepEqual(problems({ 'space.activity': 'painting' }, apart()), []))
