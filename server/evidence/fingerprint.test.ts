import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { drawScene } from './examples.ts'
import { differingBits, type Fingerprint, nearBitsMax } from './fingerprint.ts'
import { inspectPicture } from './inspect-picture.ts'
import { pictureLimits } from './picture-limits.ts'

const lookOf = async (bytes: Buffer): Promise<Fingerprint> => {
  const inspection = await inspectPicture(bytes, undefined, pictureLimits)
  assert.ok(inspection.accepted && inspection.picture.fingerprint !== null)
  return inspection.picture.fingerprint
}

const seeds = Array.from({ length: 24 }, (_, i) => i + 1)

describe('the look of a picture', () => {
  test('stays near when it is encoded again, scaled, made brighter or written on', async () => {
    for (const seed of seeds.slice(0, 8)) {
      const scene = await drawScene(seed).png().toBuffer()
      const look = await lookOf(scene)
      const copies = {
        encoded: sharp(scene).jpeg({ quality: 45 }),
        scaled: sharp(scene).resize(640).webp(),
        brighter: sharp(scene).modulate({ brightness: 1.15 }).jpeg(),
      }
      for (const [how, copy] of Object.entries(copies)) {
        const bits = differingBits(look, await lookOf(await copy.toBuffer()))
        assert.ok(bits <= nearBitsMax, `${how} copy of scene ${seed} differs in ${bits} bits`)
      }
    }
  })

  test('is far apart for scenes that differ', async () => {
    const looks = await Promise.all(seeds.map(async (seed) => lookOf(await drawScene(seed).jpeg().toBuffer())))
    const distances = looks.flatMap((a, i) => looks.slice(i + 1).map((b) => differingBits(a, b)))
    assert.ok(Math.min(...distances) > nearBitsMax, `nearest two differ in ${Math.min(...distances)} bits`)
  })

  test('does not exist without contrast, so that two dark pictures are no copies of each other', async () => {
    const dark = await drawScene(5).linear(0.04, 0).jpeg().toBuffer()
    const inspection = await inspectPicture(dark, undefined, pictureLimits)
    assert.ok(inspection.accepted)
    assert.equal(inspection.picture.fingerprint, null)
  })

  test('counts every differing bit', () => {
    const [none, all, two] = ['0000000000000000', 'ffffffffffffffff', '8000000000000001'] as Fingerprint[]
    assert.ok(none !== undefined && all !== undefined && two !== undefined)
    assert.deepEqual([differingBits(none, none), differingBits(none, all), differingBits(none, two)], [0, 64, 2])
  })
})
