import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beaufortOf, skyOf } from './observed-weather.ts'

test('metres per second are forces by the table, and between two rows the higher one', () => {
  const forces = [0, 0.2, 0.25, 0.3, 10.7, 10.75, 10.8, 13.8, 13.9, 56, 56.1, 80].map(beaufortOf)
  assert.deepEqual(forces, [0, 0, 1, 1, 5, 6, 6, 6, 7, 16, 17, 17])
})

test('the sky is what is measured of it, at the boundary the worse', () => {
  const fair = { rainMmPerHour: 0, visibilityMetres: 1000 }
  assert.deepEqual(skyOf(fair), [])
  assert.deepEqual(skyOf({ ...fair, rainMmPerHour: 0.1 }), ['rain'])
  assert.deepEqual(skyOf({ ...fair, rainMmPerHour: 8 }), ['heavy-rain'])
  assert.deepEqual(skyOf({ ...fair, visibilityMetres: 999 }), ['fog'])
  assert.deepEqual(skyOf({ ...fair, visibilityMetres: 499 }), ['thick-fog'])
  assert.deepEqual(skyOf({ ...fair, visibilityMetres: 500 }), ['fog'])
  assert.deepEqual(skyOf({ ...fair, isThundery: false }), [], 'a station that hears no thunder says so')
  assert.deepEqual(skyOf({ ...fair, snowMmPerHour: 0.2, isThundery: true }), ['snow', 'thunderstorm'])
  assert.deepEqual(skyOf({ ...fair, snowMmPerHour: 0.4 }), ['heavy-snow'])
})

test('a sky of which rain or sight was not measured is unknown, not fair', () => {
  assert.equal(skyOf({ rainMmPerHour: 0 }), undefined)
  assert.equal(skyOf({ visibilityMetres: 20_000 }), undefined)
})
