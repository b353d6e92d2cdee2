import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { application, facts, place } from '../../job/examples.ts'
import type { Neighbour } from '../../job/facts.ts'
import { addHours } from '../../time/epoch.ts'
import { codesOf, context } from '../examples.ts'
import { fallLineDeclared } from './fall-line-declared.ts'

const below: Neighbour = {
  job: id('below'),
  operations: [id('height')],
  place,
  window: application.window,
  distanceMetres: 0,
  isSamePlace: false,
  activities: [],
}
const codes = (isDeclared: boolean, neighbour: Partial<Neighbour> = {}) =>
  codesOf(
    fallLineDeclared,
    { field: 'cross-work', operations: ['height'] },
    context({
      application: { ...application, fields: { 'fire.cross-work': isDeclared } },
      facts: facts({ neighbours: [{ ...below, ...neighbour }] }),
    }),
  )

test('work at height above or below is declared, or refused', () => {
  assert.deepEqual([codes(false), codes(true)], [['fall-line-shared'], []])
})

test('beside the fall line, at another time or of another kind it is none; unmeasured it may be', () => {
  assert.deepEqual(codes(false, { distanceMetres: 0.1 }), [])
  assert.deepEqual(codes(false, { distanceMetres: null }), ['fall-line-shared'])
  assert.deepEqual(codes(false, { operations: [id('painting')] }), [])
  const { to } = application.window
  assert.deepEqual(codes(false, { window: { from: to, to: addHours(to, 1) } }), [])
})

test('unknown neighbours refuse', () => {
  const { neighbours: _, ...unknown } = facts()
  assert.deepEqual(
    codesOf(fallLineDeclared, { field: 'cross-work', operations: ['height'] }, context({ facts: unknown })),
    ['neighbours-unknown'],
  )
})
