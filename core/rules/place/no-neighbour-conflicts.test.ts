import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../../ids.ts'
import { facts, place, rulebook } from '../../job/examples.ts'
import type { Neighbour, PlaceFacts } from '../../job/facts.ts'
import type { Conflict, Operation } from '../../rulebook/rulebook.ts'
import { addHours } from '../../time/epoch.ts'
import { codesOf, context, verdictOf } from '../examples.ts'
import { neighboursGoTogether, noNeighbourConflicts } from './no-neighbour-conflicts.ts'

const fire = rulebook.operations['fire'] as Operation
const { window } = context().application
const neighbour: Neighbour = {
  job: id('other'),
  operations: [id('painting')],
  place,
  window,
  distanceMetres: 0,
  isSamePlace: true,
  activities: [],
}

const codes = (
  conflict: Pick<Conflict, 'within'> & { readonly activity?: string },
  change: Partial<Neighbour> = {},
  here: Partial<PlaceFacts> = {},
) => {
  const { within, activity } = conflict
  const other =
    activity === undefined ? { operation: id<never>('painting') } : { operation: id<never>('painting'), activity }
  return codesOf(
    noNeighbourConflicts,
    {},
    context({
      operation: { ...fire, conflicts: [{ id: 'painting', with: other, within, clause: '6.7' }] },
      facts: facts({ neighbours: [{ ...neighbour, ...change }], place: { ...facts().place!, ...here } }),
    }),
  )
}
const refused = ['neighbour-conflicts']

test('a job that ends when this one begins is no neighbour, one that ends a moment later is', () => {
  const endingAt = (to: typeof window.to) => ({ window: { from: addHours(window.from, -4), to } })
  assert.deepEqual(codes({ within: { same: 'place' } }, endingAt(window.from)), [])
  assert.deepEqual(codes({ within: { same: 'place' } }, endingAt(addHours(window.from, 0.01))), refused)
})

test('at the same place only the very operation and activity conflict', () => {
  assert.deepEqual(codes({ within: { same: 'place' } }), refused)
  assert.deepEqual(codes({ within: { same: 'place' } }, { isSamePlace: false }), [])
  assert.deepEqual(codes({ within: { same: 'place' } }, { operations: [id('lifting')] }), [])
  assert.deepEqual(codes({ within: { same: 'place' }, activity: 'spraying' }), [])
  assert.deepEqual(codes({ within: { same: 'place' }, activity: 'spraying' }, { activities: ['spraying'] }), refused)
})

test('on the same pipe two jobs conflict however far apart', () => {
  const far = { isSamePlace: false, distanceMetres: 900 }
  assert.deepEqual(codes({ within: { same: 'pipe' } }, { ...far, pipe: 'P-101' }, { pipe: 'P-101' }), refused)
  assert.deepEqual(codes({ within: { same: 'pipe' } }, { ...far, pipe: 'P-102' }, { pipe: 'P-101' }), [])
})

test('a place of which nobody said that it lies outside a dike counts as inside', () => {
  assert.deepEqual(codes({ within: { same: 'dike' } }, {}, { isInMajorHazardDike: true }), refused)
  assert.deepEqual(codes({ within: { same: 'dike' } }), refused)
  assert.deepEqual(codes({ within: { same: 'dike' } }, {}, { isInMajorHazardDike: false }), [])
})

test('a place that is not known has unknown neighbours', () => {
  const { place: _, ...unknown } = facts()
  assert.deepEqual(codesOf(noNeighbourConflicts, {}, context({ facts: unknown })), ['place-unknown'])
})

test('a pipe that is not recorded may be the same one, so it refuses beside other work on pipes', () => {
  const { pipe: _, ...unpiped } = facts().place!
  const about = (neighbours: readonly Neighbour[]) =>
    codesOf(
      noNeighbourConflicts,
      {},
      context({
        operation: {
          ...fire,
          conflicts: [{ id: 'pipe', with: { operation: id('painting') }, within: { same: 'pipe' }, clause: '7.10' }],
        },
        facts: facts({ neighbours, place: unpiped }),
      }),
    )
  assert.deepEqual(about([{ ...neighbour, pipe: 'P-101' }]), ['pipe-unknown'])
  assert.deepEqual(about([{ ...neighbour, pipe: 'P-101', operations: [id('lifting')] }]), [])
})

test('a distance counts to the metre, and one that cannot be measured refuses', () => {
  const near = { isSamePlace: false }
  assert.deepEqual(codes({ within: { metresMax: 30 } }, { ...near, distanceMetres: 30 }), refused)
  assert.deepEqual(codes({ within: { metresMax: 30 } }, { ...near, distanceMetres: 30.1 }), [])
  assert.deepEqual(codes({ within: { metresMax: 30 } }, { ...near, distanceMetres: null }), [
    'neighbour-distance-unknown',
  ])
})

test('two places of one dike conflict, those of two dikes do not, and an unsaid dike may be any', () => {
  const other = { isSamePlace: false, distanceMetres: 90 }
  assert.deepEqual(codes({ within: { same: 'dike' } }, { ...other, dike: 'D-1' }, { dike: 'D-1' }), refused)
  assert.deepEqual(codes({ within: { same: 'dike' } }, { ...other, dike: 'D-2' }, { dike: 'D-1' }), [])
  assert.deepEqual(codes({ within: { same: 'dike' } }, { ...other, dike: null }, {}), [])
  assert.deepEqual(codes({ within: { same: 'dike' } }, other, { dike: 'D-1' }), refused)
})

test('the pipe of the blind that a job names counts before that of its place', () => {
  const piped = (pipe: string) =>
    codesOf(
      noNeighbourConflicts,
      {},
      context({
        operation: {
          ...fire,
          conflicts: [{ id: 'pipe', with: { operation: id('painting') }, within: { same: 'pipe' }, clause: '7.10' }],
        },
        facts: facts({
          neighbours: [{ ...neighbour, isSamePlace: false, distanceMetres: 900, pipe: 'P-101' }],
          place: { ...facts().place!, pipe: 'P-999' },
          blind: { number: 'B', place, pipe, state: 'planned', job: null, revision: 'b' },
        }),
      }),
    )
  assert.deepEqual([piped('P-101'), piped('P-102')], [refused, []])
})

describe('of two, whichever is applied for later', () => {
  const apart = (other: string, activity?: string): Conflict => ({
    id: `apart-${other}`,
    with: { operation: id<never>(other), ...(activity === undefined ? {} : { activity }) },
    within: { metresMax: 10 },
    clause: '5.2.9',
  })
  const withRows = (ours: readonly Conflict[], theirs: readonly Conflict[], activity = 'spraying', away = 10) =>
    verdictOf(
      neighboursGoTogether,
      {},
      context({
        operation: { ...fire, conflicts: ours },
        rulebook: {
          ...rulebook,
          operations: { ...rulebook.operations, painting: { ...fire, id: id('painting'), conflicts: theirs } },
        },
        application: { ...context().application, fields: { 'fire.activity': activity } },
        facts: facts({ neighbours: [{ ...neighbour, isSamePlace: false, distanceMetres: away }] }),
      }),
    ).problems

  test('the row of the other holds as well, for the very activity and up to its distance', () => {
    const [problem] = withRows([], [apart('fire', 'spraying')])
    assert.deepEqual(problem, {
      code: 'neighbour-conflicts',
      params: { job: 'other', operation: 'painting', distanceMetres: 10, metresMax: 10, conflict: 'apart-fire' },
    })
    assert.deepEqual(withRows([], [apart('fire', 'spraying')], 'welding'), [])
    assert.deepEqual(withRows([], [apart('fire', 'spraying')], 'spraying', 10.1), [])
    assert.deepEqual(withRows([], [apart('lifting')]), [])
  })

  test('rows of both are one thing that is wrong', () => {
    assert.deepEqual(
      withRows([apart('painting')], [apart('fire')]).map(({ code }) => code),
      refused,
    )
  })

  test('unknown neighbours and an unknown place refuse', () => {
    const { neighbours: _, ...alone } = facts()
    const { place: __, ...nowhere } = facts()
    assert.deepEqual(codesOf(neighboursGoTogether, {}, context({ facts: alone })), ['neighbours-unknown'])
    assert.deepEqual(codesOf(neighboursGoTogether, {}, context({ facts: nowhere })), ['place-unknown'])
  })
})
