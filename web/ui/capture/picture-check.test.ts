import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkPicture, type Grey } from './picture-check.ts'

const width = 90
const height = 80
const paint = (brightness: (x: number, y: number) => number): Grey => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height }, (_, at) => brightness(at % width, Math.floor(at / width))),
})

const bricks = paint((x, y) => (((x >> 3) + (y >> 3)) % 2) * 140 + ((x * 7 + y * 13) % 50) + 40)
const otherWall = paint((x, y) => 40 + ((x * x + y * 31) % 190))
const fog = paint((x) => 120 + x / 3)
const coveredLens = paint((x, y) => (x * y) % 9)

describe('the instant check of a picture', () => {
  test('finds nothing wrong with a sharp, light picture', () => {
    assert.deepEqual(checkPicture(bricks, []).flaws, [])
  })

  test('says that a covered lens is dark, and only that', () => {
    assert.deepEqual(checkPicture(coveredLens, []).flaws, ['dark'])
  })

  test('says that a picture without edges is blurred', () => {
    assert.deepEqual(checkPicture(fog, []).flaws, ['blurred'])
  })

  test('recognises the picture taken before, also when it is a little brighter', () => {
    const before = [checkPicture(bricks, []).fingerprint]
    const brighter = { ...bricks, pixels: bricks.pixels.map((value) => Math.min(255, value + 6)) }
    assert.deepEqual(checkPicture(brighter, before).flaws, ['same-as-before'])
  })

  test('does not take another scene for the one before', () => {
    assert.deepEqual(checkPicture(otherWall, [checkPicture(bricks, []).fingerprint]).flaws, [])
  })

  test('gives a fingerprint of sixteen hex digits, also for an even surface', () => {
    assert.match(
      checkPicture(
        paint(() => 90),
        [],
      ).fingerprint,
      /^[0-9a-f]{16}$/,
    )
  })
})
