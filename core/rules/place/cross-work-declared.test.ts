import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { application, facts, place } from '../../job/examples.ts'
import type { Neighbour } from '../../job/facts.ts'
import { addHours } from '../../time/epoch.ts'
import { codesOf, context } from '../examples.ts'
import { crossWorkDeclared } from './cross-work-declared.ts'

const other: Neighbour = {
  job: id('other'),
  operations: [id('digging')],
  place,
  window: application.window,
  distanceMetres: 0,
  isSamePlace: true,
  activities: [],
}
const codes = (isDeclared: boolean | undefined, neighbour: Partial<Neighbour> = {}) =>
  codesOf(
    crossWorkDeclared,
    { field: 'cross-work' },
    context({
      application: {
        ...application,
        fields: isDeclared === undefined ? {} : { 'fire.cross-work': isDeclared },
      },
      facts: facts({ neighbours: [{ ...other, ...neighbour }] }),
    }),
  )

test('other work at the same place and time is declared, or refused; no answer is no declaration', () => {
  assert.deepEqual(
    [codes(true), codes(false), codes(undefined)],
    [[], ['cross-work-undeclared'], ['cross-work-undeclared']],
  )
})

test('next door, or from the moment on at which the other ends, it is none', () => {
  assert.deepEqual(codes(false, { isSamePlace: false }), [])
  const { from } = application.window
  assert.deepEqual(codes(false, { window: { from: addHours(from, -2), to: from } }), [])
  assert.deepEqual(codes(false, { window: { from: addHours(from, -2), to: addHours(from, 0.01) } }), [
    'cross-work-undeclared',
  ])
})

test('unknown neighbours refuse', () => {
  const { neighbours: _, ...unknown } = facts()
  assert.deepEqual(codesOf(crossWorkDeclared, { field: 'cross-work' }, context({ facts: unknown })), [
    'neighbours-unknown',
  ])
})
