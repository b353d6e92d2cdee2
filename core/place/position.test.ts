import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  distanceBetweenRingsMetres,
  distanceMetres,
  distanceToRingMetres,
  judgeFence,
  type Position,
  type Ring,
} from './position.ts'

/** One degree of latitude on the sphere of the mean radius. */
const metresPerDegree = 111_195.08
const origin = { latitude: 31, longitude: 121 }
const eastMetresPerDegree = metresPerDegree * Math.cos((origin.latitude * Math.PI) / 180)

const at = (east: number, north: number, accuracyMetres = 0): Position => ({
  latitude: origin.latitude + north / metresPerDegree,
  longitude: origin.longitude + east / eastMetresPerDegree,
  accuracyMetres,
})
const corner = (east: number, north: number): readonly [number, number] => {
  const { longitude, latitude } = at(east, north)
  return [longitude, latitude]
}
const square = (west: number, size: number): Ring => [
  corner(west, 0),
  corner(west + size, 0),
  corner(west + size, size),
  corner(west, size),
]
const fence = square(0, 100)
const isNear = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 0.05, `${actual} m is not ${expected} m`)

test('distances are metres on the ground, in both directions', () => {
  isNear(distanceMetres(at(0, 0), at(300, 400)), 500)
  isNear(distanceMetres(at(300, 400), at(0, 0)), 500)
  assert.equal(distanceMetres(at(7, 7), at(7, 7)), 0)
})

test('inside a fence the distance is 0, outside it is to the nearest edge or corner', () => {
  assert.equal(distanceToRingMetres(at(50, 50), fence), 0)
  isNear(distanceToRingMetres(at(150, 50), fence), 50)
  isNear(distanceToRingMetres(at(130, 140), fence), 50)
})

test('a notch of the fence is outside', () => {
  const notched: Ring = [corner(0, 0), corner(100, 0), corner(100, 100), corner(50, 20), corner(0, 100)]
  assert.equal(distanceToRingMetres(at(50, 10), notched), 0)
  assert.ok(distanceToRingMetres(at(50, 80), notched) > 10)
})

test('two points are no fence', () => {
  assert.throws(() => distanceToRingMetres(at(0, 0), [corner(0, 0), corner(1, 1)]), RangeError)
})

test('the accuracy counts against the one who claims to be there', () => {
  const verdict = (east: number, accuracyMetres: number): string =>
    judgeFence(at(east, 50, accuracyMetres), fence, 30).verdict
  assert.equal(verdict(50, 29), 'inside')
  assert.equal(verdict(50, 31), 'unclear')
  assert.equal(verdict(120, 9), 'inside')
  assert.equal(verdict(120, 11), 'unclear')
  assert.equal(verdict(140, 11), 'unclear')
  assert.equal(verdict(140, 9), 'outside')
})

test('an accuracy that is none proves nothing', () => {
  for (const accuracyMetres of [Number.NaN, -1])
    assert.equal(judgeFence(at(50, 50, accuracyMetres), fence, 30).verdict, 'unclear')
})

test('a worse accuracy never turns doubt or absence into presence', () => {
  const metres = fc.double({ min: -300, max: 300, noNaN: true })
  const accuracy = fc.double({ min: 0, max: 200, noNaN: true })
  fc.assert(
    fc.property(metres, metres, accuracy, accuracy, (east, north, a, b) => {
      const precise = judgeFence(at(east, north, Math.min(a, b)), fence, 30).verdict
      const vague = judgeFence(at(east, north, Math.max(a, b)), fence, 30).verdict
      if (precise !== 'inside') assert.notEqual(vague, 'inside')
      if (precise !== 'outside') assert.notEqual(vague, 'outside')
    }),
  )
})

test('the gap between two fences is the same from either side, and 0 where one lies in the other', () => {
  isNear(distanceBetweenRingsMetres(fence, square(140, 50)), 40)
  isNear(distanceBetweenRingsMetres(square(140, 50), fence), 40)
  assert.equal(distanceBetweenRingsMetres(fence, square(20, 10)), 0)
  assert.equal(distanceBetweenRingsMetres(square(20, 10), fence), 0)
})

test('fences that cross without a corner in each other have no gap', () => {
  const beam: Ring = [corner(-50, 40), corner(150, 40), corner(150, 60), corner(-50, 60)]
  assert.equal(distanceBetweenRingsMetres(fence, beam), 0)
})
