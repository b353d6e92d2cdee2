import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id, type PlaceId } from '../ids.ts'
import { mayCallOff, mustClear } from './evacuation.ts'
import type { Ring } from './position.ts'

const square = (east: number): Ring => [
  [121 + east, 31],
  [121.0001 + east, 31],
  [121.0001 + east, 31.0001],
  [121 + east, 31.0001],
]
const place = (name: string, east: number) => ({ id: id<PlaceId>(name), unit: `unit-${name}`, fence: square(east) })
const around = (metres: number) => ({ kind: 'around', place: id<PlaceId>('a'), metres }) as const

test('a whole plant and a whole unit are cleared by name', () => {
  assert.ok(mustClear({ kind: 'plant' }, place('b', 1), undefined))
  assert.ok(mustClear({ kind: 'unit', unit: 'unit-b' }, place('b', 1), undefined))
  assert.equal(mustClear({ kind: 'unit', unit: 'unit-a' }, place('b', 1), undefined), false)
})

test('around a place everything within the distance is cleared', () => {
  // 0.001° of longitude are about 95 m here, less the width of the square.
  assert.ok(mustClear(around(100), place('b', 0.001), square(0)))
  assert.equal(mustClear(around(50), place('b', 0.001), square(0)), false)
  assert.ok(mustClear(around(0), place('a', 0), square(0)), 'the place itself')
})

test('what cannot be measured counts as inside', () => {
  assert.ok(mustClear(around(1), place('b', 9), undefined))
  assert.ok(mustClear(around(1), { ...place('b', 9), fence: [] }, square(0)))
})

test('it is not over while somebody is missing and nobody says where they are', () => {
  assert.deepEqual([mayCallOff(0, ''), mayCallOff(1, ' '), mayCallOff(1, '在门诊')], [true, false, true])
})
