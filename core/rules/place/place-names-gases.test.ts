import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts } from '../../job/examples.ts'
import { context, verdictOf } from '../examples.ts'
import { placeNamesGases } from './place-names-gases.ts'
import { id } from '../../ids.ts'

const known = facts().place
assert.ok(known)
const codesWith = (gases: readonly string[] | undefined) => {
  const { gases: _known, ...unsaid } = known
  const place = gases ? { ...known, gases: gases.map((gas) => id<never>(gas)) } : unsaid
  const verdict = verdictOf(placeNamesGases, { gases: ['h2s', 'co'] }, context({ facts: facts({ place }) }))
  return verdict.problems.map(({ code, params }) => [code, 'gas' in params ? params.gas : null])
}

test('gases that are tested everywhere stand in the list of the place', () => {
  assert.deepEqual(codesWith(['methane', 'co', 'h2s']), [])
  assert.deepEqual(codesWith(['methane', 'co']), [['gas-of-place-missing', 'h2s']])
  assert.deepEqual(codesWith([]), [
    ['gas-of-place-missing', 'h2s'],
    ['gas-of-place-missing', 'co'],
  ])
})

test('a place that does not say what its air may hold is unknown', () => {
  assert.deepEqual(codesWith(undefined), [['gases-of-place-unknown', null]])
})
