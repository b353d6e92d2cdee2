import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { facts } from '../../job/examples.ts'
import type { Facts } from '../../job/facts.ts'
import { isoDate } from '../../time/epoch.ts'
import { context, startedRecord, verdictOf } from '../examples.ts'
import { permitsStillFit } from './permits-still-fit.ts'

const fire = id<never>('fire')
const asked = (world: Facts, level: string, upgradedBy: readonly string[] = [], permits = startedRecord.permits) =>
  verdictOf(
    permitsStillFit,
    {},
    context({
      facts: world,
      record: { ...startedRecord, permits },
      permit: { operation: fire, level: id(level), upgradedBy },
    }),
  ).problems
const ordinary = { ...facts().place!, zone: 'ordinary' } as const
const holiday: Facts['calendar'] = { [isoDate('2026-11-24')]: 'holiday' }

test('a level that is still right, or higher than needed, is met', () => {
  assert.deepEqual(asked(facts({ place: ordinary }), 'low'), [])
  assert.deepEqual(asked(facts({ place: ordinary }), 'high'), [])
  assert.deepEqual(asked(facts({ place: ordinary, calendar: holiday }), 'high', ['holiday']), [])
})

test('a day that became a holiday asks for the level above, and says what raised it', () => {
  assert.deepEqual(asked(facts({ place: ordinary, calendar: holiday }), 'low'), [
    {
      code: 'level-outdated',
      params: { operation: fire, level: 'low', derived: 'high', upgradedBy: ['holiday'] },
    },
  ])
})

test('a place that became explosive raises by itself: nothing of the time is blamed for it', () => {
  const [problem] = asked(facts({ place: { ...ordinary, zone: 'explosive' }, calendar: holiday }), 'low', ['holiday'])
  assert.deepEqual(problem?.params, { operation: fire, level: 'low', derived: 'high', upgradedBy: [] })
})

test('a permit that has become necessary is missed by name', () => {
  const alone = startedRecord.permits.filter(({ operation }) => operation === fire)
  assert.deepEqual(asked(facts(), 'high', [], alone), [
    { code: 'linked-permit-missing', params: { operation: 'space' } },
  ])
  assert.deepEqual(asked(facts({ place: { ...facts().place!, kind: 'area' } }), 'high', [], alone), [])
})

test('what cannot be told any more refuses', () => {
  const { place: _, ...unplaced } = facts()
  const codes = asked(unplaced, 'high').map(({ code }) => code)
  assert.ok(codes.includes('level-unknown'))
})
