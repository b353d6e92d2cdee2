import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import type { NeededPoint } from '../../isolation/point.ts'
import { facts } from '../../job/examples.ts'
import { codesOf, context } from '../examples.ts'
import { isolationInPlace } from './isolation-in-place.ts'

const codes = (...points: readonly Partial<NeededPoint>[]) =>
  codesOf(
    isolationInPlace,
    {},
    context({
      facts: facts({
        isolation: points.map((point, i) => ({
          id: id(`P-${i}`),
          alwaysFor: [],
          isNamed: true,
          condition: 'proven',
          revision: `point:P-${i}@1`,
          ...point,
        })),
      }),
    }),
  )

test('work that needs no point, or only proven ones, may begin', () => {
  assert.deepEqual([codes(), codes({}, {})], [[], []])
})

test('a point in service, one that nobody tried out and one that was found live are refused, all at once', () => {
  assert.deepEqual(codes({ condition: 'in-service' }, { condition: 'isolated' }, {}, { condition: 'live' }), [
    'point-not-isolated',
    'point-not-tried-out',
    'point-still-live',
  ])
})

test('a point of the place counts for the kinds of work that always need it, named or not', () => {
  const unnamed = { condition: 'in-service', isNamed: false } as const
  assert.deepEqual(codes({ ...unnamed, alwaysFor: [id('fire')] }), ['point-not-isolated'])
  assert.deepEqual(codes({ ...unnamed, alwaysFor: [id('painting')] }), [])
})

test('points that could not be looked up refuse', () => {
  const { isolation: _, ...unknown } = facts()
  assert.deepEqual(codesOf(isolationInPlace, {}, context({ facts: unknown })), ['isolation-unknown'])
})
